/** Gets the orders that match filters: in API v2 polled or searched for, in API v1 as it lists them. */
import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';

import type { ApiVersion } from '../../model/credential';
import { legacyStatuses } from '../../model/statuses';
import { withoutEmpty } from '../../model/withoutEmpty';
import { legacyOrders } from '../../transport/orders';
import { pollAll } from '../../transport/poll';
import { searchAll } from '../../transport/search';
import { companyIdFilter } from '../companyId';
import {
	changedLinesOnly,
	changedSince,
	filtersField,
	filtersOf,
	limitFields,
	linesToReturn,
	upToLimit,
} from '../many';
import type { JobCaller, Operation } from '../operation';
import { Parameters } from '../parameters';
import {
	buyerCompanies,
	buyerContacts,
	deliveryOverdue,
	destinationCodes,
	logisticsStatus,
	processStatus,
	query,
	searchOf,
	supplierCompanies,
	supplierContacts,
} from '../searchFilters';
import { singleDeliveryField } from './messages';
import { outputFields, outputOf } from './output';

const acknowledged: INodeProperties = {
	displayName: 'Acknowledged (Legacy)',
	name: 'acknowledged',
	type: 'boolean',
	default: false,
	description: 'Whether to get orders that were acknowledged, or those that were not (API v1)',
};

const archived: INodeProperties = {
	displayName: 'Archived (Legacy)',
	name: 'archived',
	type: 'boolean',
	default: false,
	description: 'Whether to get archived orders, or those that are not (API v1)',
};

const legacyStatus: INodeProperties = {
	displayName: 'Status (Legacy)',
	name: 'status',
	type: 'options',
	default: 'open',
	options: legacyStatuses,
	description: 'Only orders in this status (API v1)',
};

const legacy = [acknowledged, archived, legacyStatus];
const polled = [changedLinesOnly, changedSince, companyIdFilter, processStatus];

/** Only a search knows these; no page shows a poll with a logistics status. */
const searched = [
	buyerCompanies,
	buyerContacts,
	deliveryOverdue,
	destinationCodes,
	logisticsStatus,
	query,
	supplierCompanies,
	supplierContacts,
];

const allFilters = [...legacy, ...polled, ...searched].sort((one, other) =>
	one.displayName < other.displayName ? -1 : 1,
);

const singleDelivery: INodeProperties = {
	...singleDeliveryField,
	description:
		"Whether to return orders in Tradecloud's single delivery form, with one delivery for each line. Not available with filters for which Tradecloud searches.",
};

export const getMany: Operation = {
	value: 'getMany',
	action: 'Get many orders',
	description: 'List purchase orders by status, last change or search',
	kind: 'read',
	apiVersions: ['v1', 'v2'],
	fields: [
		...limitFields,
		filtersField(
			"Which orders to get; all without a filter. With companies, contacts, destinations, 'Delivery Overdue', 'Logistics Status' or 'Query', Tradecloud searches: up to 10,000 orders, sorted by number.",
			allFilters,
		),
		singleDelivery,
		...outputFields,
	],
	async execute(caller) {
		const { apiVersion } = caller.credential;
		const filters = filtersOf(caller);
		requireKnown(filters, apiVersion);
		const withLines = linesToReturn(filters);
		const output = outputOf(caller);
		return await upToLimit(
			caller,
			async (limit) =>
				apiVersion === 'v1'
					? await legacyOrders(caller, legacyFiltersOf(filters), limit)
					: await ordersOf(caller, filters, limit),
			(orders) => output(orders.map(withLines)),
		);
	},
};

function requireKnown(filters: Parameters, apiVersion: ApiVersion): void {
	for (const name of filters.names()) {
		const field = allFilters.find((own) => own.name === name);
		if (field && legacy.includes(field) === (apiVersion === 'v1')) continue;
		throw new UserError(
			`API ${apiVersion} has no filter '${field?.displayName ?? name}'. Remove it from 'Filters'.`,
		);
	}
}

function legacyFiltersOf(filters: Parameters): IDataObject {
	return withoutEmpty({
		acknowledged: filters.isTrue(acknowledged),
		archived: filters.isTrue(archived),
		status: filters.choice(legacyStatus),
	});
}

async function ordersOf(
	caller: JobCaller,
	filters: Parameters,
	limit: number,
): Promise<IDataObject[]> {
	const isSingleDelivery = new Parameters(caller).isTrue(singleDelivery) ?? false;
	const companyId = filters.text(companyIdFilter);
	const searching = searched.find((field) => filters.isSet(field));
	if (searching) {
		checkSearch(searching.displayName, isSingleDelivery, companyId);
		return await searchAll(caller, 'order', searchOf(filters), limit);
	}
	return await pollAll(
		caller,
		{
			what: isSingleDelivery ? 'singleDeliveryOrder' : 'order',
			processStatus: filters.choices(processStatus),
			companyId,
			lastUpdatedAfter: filters.time(changedSince),
		},
		limit,
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
