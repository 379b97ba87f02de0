/** Gets one order with all its lines, by its id or its purchase order number. */
import type { INodeProperties } from 'n8n-workflow';

import { orderById, orderByNumber } from '../../transport/orders';
import { companyId } from '../companyId';
import { json, type Operation } from '../operation';
import { Parameters } from '../parameters';
import { outputFields, outputOf } from './output';

const orderIdField: INodeProperties = {
	displayName: 'Order',
	name: 'orderId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description:
		"The purchase order. After a Tradecloud Trigger, choose 'By ID' and drag its 'orderId' here.",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an order...',
			typeOptions: { searchListMethod: 'searchOrders', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. f56aa4ce-8ec8-5197-bc26-77716a58add7-PO123456',
			hint: 'The orderId from a Tradecloud Trigger',
		},
		{
			displayName: 'By Purchase Order Number',
			name: 'number',
			type: 'string',
			placeholder: 'e.g. PO123456',
			hint: 'The number that the buyer gave to the order',
		},
	],
};

const companyIdField: INodeProperties = {
	...companyId,
	description:
		'The buyer. Tradecloud One takes your own company when it is left empty, and otherwise searches for the number, which several buyers may use. Tradecloud Legacy always needs the ID.',
	displayOptions: { show: { '/orderId.mode': ['number'] } },
};

const companyOfLegacy =
	'API v1 finds an order by its number only within a company. Enter the ID of the buyer in Tradecloud.';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get order',
	description: 'Fetch one purchase order with all its lines, by its ID or its number',
	kind: 'read',
	apiVersions: ['v1', 'v2'],
	fields: [orderIdField, companyIdField, ...outputFields],
	async execute(caller) {
		const parameters = new Parameters(caller);
		const value = parameters.requiredText(orderIdField);
		const output = outputOf(caller);
		if (parameters.mode(orderIdField) !== 'number') {
			return json(...output([await orderById(caller, value)]));
		}
		const company =
			caller.credential.apiVersion === 'v1'
				? parameters.requiredText(companyIdField, companyOfLegacy)
				: parameters.text(companyIdField);
		return json(...output([await orderByNumber(caller, value, company)]));
	},
};
