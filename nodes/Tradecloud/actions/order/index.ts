import type { Resource } from '../operation';
import { get } from './get.operation';

export const order: Resource = {
	value: 'order',
	name: 'Order',
	operations: [get],
};
