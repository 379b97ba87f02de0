/** Gets one order line. */
import type { INodeProperties } from 'n8n-workflow';

import { orderLineById } from '../../transport/orderLines';
import { json, type Operation } from '../operation';
import { Parameters } from '../parameters';
import { permissionNotice } from '../permission';
import { lineOutputField, lineOutputOf } from './output';

const orderLineIdField: INodeProperties = {
	displayName: 'Order Line',
	name: 'orderLineId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: "The order line. Its ID is that of the order, a hyphen and the line's position.",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an order line...',
			typeOptions: { searchListMethod: 'searchOrderLines', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. f56aa4ce-8ec8-5197-bc26-77716a58add7-PO123456-10',
			hint: "The orderId from a Tradecloud Trigger, a hyphen and the line's position",
		},
	],
};

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get order line',
	description: 'Fetch one line of a purchase order',
	kind: 'read',
	apiVersions: ['v2'],
	fields: [permissionNotice, orderLineIdField, lineOutputField],
	async execute(caller) {
		const orderLineId = new Parameters(caller).requiredText(orderLineIdField);
		const output = lineOutputOf(caller);
		return json(output(await orderLineById(caller, orderLineId)));
	},
};
