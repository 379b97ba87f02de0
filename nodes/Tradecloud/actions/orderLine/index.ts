/** The resource for lines of purchase orders, and the list of its operations. */
import type { Resource } from '../operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

export const orderLine: Resource = {
	value: 'orderLine',
	name: 'Order Line',
	description: 'Lines of purchase orders, across all orders',
	operations: [get, getMany],
};
