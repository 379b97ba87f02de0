/** The `output` parameter of operations that give orders. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { orderRows } from '../../model/flatRow';
import { orderLines, selectedFields, type Order } from '../../model/order';
import { simplified } from '../../model/simplified';
import type { JobCaller } from '../operation';
import { Parameters } from '../parameters';

const output: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: 'raw',
	description: 'Which data to return',
	options: [
		{
			name: 'Lines',
			value: 'lines',
			description: 'One item for each order line, with the header of the order beside it',
		},
		{
			name: 'Raw',
			value: 'raw',
			description: 'The whole order as Tradecloud sent it, with its orderId',
		},
		{
			name: 'Rows',
			value: 'rows',
			description:
				'One flat item for each order line, for a sheet or a database: item, quantity, price, dates, status',
		},
		{
			name: 'Selected Fields',
			value: 'selectedFields',
			description: 'Only the fields that you name',
		},
		{
			name: 'Simplified',
			value: 'simplified',
			description: 'The most used fields of the order, with its total and without its lines',
		},
	],
};

const fields: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'string',
	required: true,
	default: 'orderId, buyerOrder.purchaseOrderNumber, status.processStatus',
	placeholder: 'e.g. orderId, status.processStatus, lines',
	description:
		"The names of the fields, separated by commas. A dot leads to a field within a field, as in 'status.processStatus'.",
	displayOptions: { show: { output: ['selectedFields'] } },
};

export const outputFields = [output, fields];

/** What makes of an order the output items for which the parameter `output` asks. */
export function outputOf(caller: JobCaller): (order: Order) => IDataObject[] {
	const parameters = new Parameters(caller);
	switch (parameters.choice(output)) {
		case 'lines':
			return orderLines;
		case 'rows':
			return orderRows;
		case 'selectedFields': {
			const names = parameters.requiredTexts(fields);
			return (order) => [selectedFields(order, names)];
		}
		case 'simplified':
			return (order) => [simplified(order)];
		default:
			return (order) => [order];
	}
}
