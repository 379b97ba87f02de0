/** Gets one order line. */
import { orderLineById } from '../../transport/orderLines';
import { json, type Operation } from '../operation';
import { permissionNotice } from '../permission';
import { lineOutputField, lineOutputOf } from './output';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get order line',
	description: 'Fetch one line of a purchase order',
	apiVersions: ['v2'],
	fields: [
		permissionNotice,
		{
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
		},
		lineOutputField,
	],
	async execute(caller) {
		const orderLineId = caller.context.getNodeParameter('orderLineId', caller.itemIndex, '', {
			extractValue: true,
		}) as string;
		return json(lineOutputOf(caller, await orderLineById(caller, orderLineId)));
	},
};
