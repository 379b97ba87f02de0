/** Gets one order with all its lines, by its id or its purchase order number. */
import { json, type Operation } from '../operation';
import { orderFields, orderOf } from './orderId';
import { outputFields, outputOf } from './output';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get order',
	description: 'Fetch one purchase order with all its lines, by its ID or its number',
	kind: 'read',
	apiVersions: ['v1', 'v2'],
	fields: [...orderFields, ...outputFields],
	async execute(caller) {
		const output = outputOf(caller);
		return json(output([await orderOf(caller)]));
	},
};
