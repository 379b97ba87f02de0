/** Gets the orders that match filters: in API v2 in the order of their changes, in API v1 as it lists them. */
import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';

import { legacyStatuses, logisticsStatuses, processStatuses } from '../../model/statuses';
import { legacyOrders } from '../../transport/orders';
import { pollAll } from '../../transport/poll';
import type { Poll } from '../../transport/pollPage';
import { changedSince, filtersOf, limitFields, limitOf, timeStamp } from '../many';
import { json, type JobCaller, type Operation } from '../operation';
import { companyIdFilter } from '../companyId';
import { outputFields, outputOf } from './output';
import { singleDeliveryField } from './singleDelivery';

const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'Which orders to get; all without a filter',
	options: [
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
		changedSince,
		companyIdFilter,
		{
			displayName: 'Logistics Status',
			name: 'logisticsStatus',
			type: 'multiOptions',
			default: [],
			options: logisticsStatuses,
			description: 'Only orders in one of these statuses (API v2)',
		},
		{
			displayName: 'Process Status',
			name: 'processStatus',
			type: 'multiOptions',
			default: [],
			options: processStatuses,
			description: 'Only orders in one of these statuses (API v2)',
		},
		{
			displayName: 'Status (Legacy)',
			name: 'status',
			type: 'options',
			default: 'open',
			options: legacyStatuses,
			description: 'Only orders in this status (API v1)',
		},
	],
};

const singleDelivery: INodeProperties = {
	...singleDeliveryField,
	description:
		"Whether to put out orders in Tradecloud's single delivery form, with one delivery for each line",
};

/** The filters that each generation of the API knows. */
const known = {
	v1: ['acknowledged', 'archived', 'status'],
	v2: ['companyId', 'lastUpdatedAfter', 'logisticsStatus', 'processStatus'],
};

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many orders',
	description: 'List purchase orders, by status or by the time of their last change',
	apiVersions: ['v1', 'v2'],
	fields: [...limitFields, filtersField, singleDelivery, ...outputFields],
	async execute(caller) {
		const { apiVersion } = caller.credential;
		const filters = filtersOf(caller);
		const unknown = Object.keys(filters).find((name) => !known[apiVersion].includes(name));
		if (unknown !== undefined) {
			const field = filtersField.options!.find(({ name }) => name === unknown);
			throw new UserError(
				`API ${apiVersion} has no filter '${(field as INodeProperties | undefined)?.displayName ?? unknown}'. Remove it from 'Filters'.`,
			);
		}
		const orders =
			apiVersion === 'v1'
				? await legacyOrders(caller, filters, limitOf(caller))
				: await polledOrders(caller, filters);
		return json(...orders.flatMap((order) => outputOf(caller, order)));
	},
};

async function polledOrders(caller: JobCaller, filters: IDataObject): Promise<IDataObject[]> {
	const { context, itemIndex } = caller;
	const { processStatus, logisticsStatus, companyId } = filters as Partial<Poll>;
	return await pollAll(
		caller,
		{
			what: context.getNodeParameter('singleDelivery', itemIndex, false)
				? 'singleDeliveryOrder'
				: 'order',
			processStatus,
			logisticsStatus,
			companyId,
			lastUpdatedAfter: timeStamp(context, 'Changed Since', filters.lastUpdatedAfter),
		},
		limitOf(caller),
	);
}
