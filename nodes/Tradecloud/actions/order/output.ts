/** The `output` parameter of operations that give orders. */
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { orderRows } from '../../model/flatRow';
import { orderLines, type Order } from '../../model/order';
import { selectedFields, similarField, unknownFields } from '../../model/orderFields';
import { simplified } from '../../model/simplified';
import type { JobCaller } from '../operation';
import { outputField, type Forms } from '../output';
import { Parameters } from '../parameters';

/** Those that need no more parameters. */
export const orderForms: Forms = {
	lines: {
		description: 'One item for each order line, with the header of the order beside it',
		of: orderLines,
	},
	raw: {
		description: 'The whole order as Tradecloud sent it, with its orderId',
		of: (order) => [order],
	},
	rows: {
		description:
			'One flat item for each order line, for a sheet or a database: item, quantity, price, dates, status',
		of: orderRows,
	},
	simplified: {
		description: 'The most used fields of the order, with its total and without its lines',
		of: (order) => [simplified(order)],
	},
};

const output = outputField({
	...orderForms,
	selectedFields: { description: 'Only the fields that you choose' },
});

const fields: INodeProperties = {
	displayName: 'Field Names or IDs',
	name: 'fields',
	type: 'multiOptions',
	required: true,
	// From an expression also as a text, separated by commas.
	allowArbitraryValues: true,
	typeOptions: { loadOptionsMethod: 'getOrderFields' },
	default: ['orderId', 'buyerOrder.purchaseOrderNumber', 'status.processStatus'],
	description:
		'The fields to return. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	displayOptions: { show: { output: ['selectedFields'] } },
};

export const outputFields = [output, fields];

/** What makes of orders the output items for which the parameter `output` asks. */
export function outputOf(caller: JobCaller): (orders: Order[]) => IDataObject[] {
	const parameters = new Parameters(caller);
	const chosen = parameters.choice(output) ?? 'raw';
	if (chosen !== 'selectedFields') return (orders) => orders.flatMap(orderForms[chosen].of);
	const names = parameters.requiredTexts(fields);
	return (orders) => {
		tellUnknown(caller.context, unknownFields(orders, names));
		return orders.map((order) => selectedFields(order, names));
	};
}

/** What has been told in each execution: once is enough for all items. */
const told = new WeakMap<IExecuteFunctions, Set<string>>();

function tellUnknown(context: IExecuteFunctions, names: string[]): void {
	const known = told.get(context) ?? new Set();
	told.set(context, known);
	for (const field of names.filter((name) => !known.has(name))) {
		known.add(field);
		const similar = similarField(field);
		const message = similar
			? `Orders have no field '${field}'. Did you mean '${similar}'?`
			: `Orders have no field '${field}'. Choose one from the list.`;
		context.addExecutionHints({ message, location: 'outputPane', type: 'warning' });
	}
}
