/** Gets the orders that match filters: in API v2 polled or searched for, in API v1 as it lists them. */
import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';

import { legacyStatuses } from '../../model/statuses';
import { legacyOrders, searchOrders } from '../../transport/orders';
import { pollAll } from '../../transport/poll';
import { companyIdFilter } from '../companyId';
import {
	changedLinesOnly,
	changedSince,
	filtersField,
	filtersOf,
	limitFields,
	limitOf,
	linesToReturn,
	timeStamp,
} from '../many';
import { json, type JobCaller, type Operation } from '../operation';
import {
	buyerCompanies,
	contactsFilter,
	deliveryOverdue,
	logisticsStatus,
	processStatus,
	query,
	searchFiltersOf,
	supplierCompanies,
} from '../searchFilters';
import { textOf, textsOf } from '../texts';
import { outputFields, outputOf } from './output';
import { singleDeliveryField } from './singleDelivery';

const destinationCodes: INodeProperties = {
	displayName: 'Destination Codes',
	name: 'destinationCodes',
	type: 'string',
	default: '',
	placeholder: 'e.g. WH-01, WH-02',
	description: 'Only orders to one of these destinations, separated by commas (API v2)',
};

/** Only a search knows these; no page shows a poll with a logistics status. */
const searched = [
	buyerCompanies,
	contactsFilter('Buyer'),
	deliveryOverdue,
	destinationCodes,
	logisticsStatus,
	query,
	supplierCompanies,
	contactsFilter('Supplier'),
];

const allFilters = filtersField(
	"Which orders to get; all without a filter. With companies, contacts, destinations, 'Delivery Overdue', 'Logistics Status' or 'Query', Tradecloud searches: up to 10,000 orders, sorted by number.",
	[
		{
			displayName: 'Acknowledged (Legacy)',
			name: 'acknowledged',
			type: 'boolean',
			default: false,
			description: 'Whether to get orders that were acknowledged, or those that were not (API v1)',
		},
		{
			displayName: 'Archived (Legacy)',
			name: 'archived',
			type: 'boolean',
			default: false,
			description: 'Whether to get archived orders, or those that are not (API v1)',
		},
		buyerCompanies,
		contactsFilter('Buyer'),
		changedLinesOnly,
		changedSince,
		companyIdFilter,
		deliveryOverdue,
		destinationCodes,
		logisticsStatus,
		processStatus,
		query,
		{
			displayName: 'Status (Legacy)',
			name: 'status',
			type: 'options',
			default: 'open',
			options: legacyStatuses,
			description: 'Only orders in this status (API v1)',
		},
		supplierCompanies,
		contactsFilter('Supplier'),
	],
);

const singleDelivery: INodeProperties = {
	...singleDeliveryField,
	description:
		"Whether to return orders in Tradecloud's single delivery form, with one delivery for each line. Not available with filters for which Tradecloud searches.",
};

/** The filters that each generation of the API knows. */
const known = {
	v1: ['acknowledged', 'archived', 'status'],
	v2: [
		'changedLinesOnly',
		'companyId',
		'lastUpdatedAfter',
		'processStatus',
		...searched.map(({ name }) => name),
	],
};

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many orders',
	description: 'List purchase orders by status, last change or search',
	apiVersions: ['v1', 'v2'],
	fields: [...limitFields, allFilters, singleDelivery, ...outputFields],
	async execute(caller) {
		const { apiVersion } = caller.credential;
		const filters = filtersOf(caller);
		const unknown = Object.keys(filters).find((name) => !known[apiVersion].includes(name));
		if (unknown !== undefined) {
			const field = allFilters.options!.find(({ name }) => name === unknown);
			throw new UserError(
				`API ${apiVersion} has no filter '${(field as INodeProperties | undefined)?.displayName ?? unknown}'. Remove it from 'Filters'.`,
			);
		}
		const withLines = linesToReturn(caller);
		const orders =
			apiVersion === 'v1'
				? await legacyOrders(caller, filters, limitOf(caller))
				: await ordersOf(caller, filters);
		return json(...orders.flatMap((order) => outputOf(caller, withLines(order))));
	},
};

async function ordersOf(caller: JobCaller, filters: IDataObject): Promise<IDataObject[]> {
	const { context, itemIndex } = caller;
	const isSingleDelivery = context.getNodeParameter('singleDelivery', itemIndex, false) as boolean;
	const companyId = textOf(filters.companyId);
	const searching = searched.find(({ name }) => textsOf(filters[name]).length > 0);
	if (searching) {
		checkSearch(searching.displayName, isSingleDelivery, companyId);
		return await searchOrders(caller, searchFiltersOf(context, filters), limitOf(caller));
	}
	return await pollAll(
		caller,
		{
			what: isSingleDelivery ? 'singleDeliveryOrder' : 'order',
			processStatus: textsOf(filters.processStatus),
			companyId,
			lastUpdatedAfter: timeStamp(context, 'Changed Since', filters.lastUpdatedAfter),
		},
		limitOf(caller),
	);
}

/** SDK: SearchOrders shows neither a single delivery form nor a filter for either party. */
function checkSearch(filter: string, isSingleDelivery: boolean, companyId: string): void {
	if (isSingleDelivery) {
		throw new UserError(
			`'${filter}' cannot be combined with 'Single Delivery', in which Tradecloud has no search`,
			{ description: "Switch 'Single Delivery' off, or remove the filter." },
		);
	}
	if (companyId !== '') {
		throw new UserError(`'${filter}' cannot be combined with 'Company Name or ID'`, {
			description:
				"Choose the company in 'Buyer Company Names or IDs' or 'Supplier Company Names or IDs' instead.",
		});
	}
}
