/** The `output` parameter of operations that give orders. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { orderLines, selectedFields, simplified, type Order } from '../../model/order';
import type { JobCaller } from '../operation';

export const outputFields: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		default: 'raw',
		description: 'How much of an order to put out',
		options: [
			{
				name: 'Lines',
				value: 'lines',
				description: 'One item for each order line, with the header of the order beside it',
			},
			{
				name: 'Raw',
				value: 'raw',
				description: 'The whole order as Tradecloud sent it',
			},
			{
				name: 'Selected Fields',
				value: 'selectedFields',
				description: 'Only the fields that you name',
			},
			{
				name: 'Simplified',
				value: 'simplified',
				description: 'The ten most used fields of the order, without its lines',
			},
		],
	},
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'string',
		required: true,
		default: 'orderId, buyerOrder.purchaseOrderNumber, status.processStatus',
		placeholder: 'e.g. orderId, status.processStatus, lines',
		description:
			"The names of the fields, separated by commas. A dot leads to a field within a field, as in 'status.processStatus'.",
		displayOptions: { show: { output: ['selectedFields'] } },
	},
];

/** The output items of an order, as the parameter `output` asks for. */
export function outputOf({ context, itemIndex }: JobCaller, order: Order): IDataObject[] {
	switch (context.getNodeParameter('output', itemIndex) as string) {
		case 'lines':
			return orderLines(order);
		case 'selectedFields':
			return [selectedFields(order, names(context.getNodeParameter('fields', itemIndex)))];
		case 'simplified':
			return [simplified(order)];
		default:
			return [order];
	}
}

/** An AI agent may hand over a list in place of text. */
function names(fields: unknown): string[] {
	return String(fields)
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
}
