/** The parameter `orderId` of operations about an order that exists. */
import type { INodeProperties } from 'n8n-workflow';

import type { JobCaller } from '../operation';
import { Parameters } from '../parameters';

export const orderIdField: INodeProperties = {
	displayName: 'Order ID',
	name: 'orderId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. f56aa4ce-8ec8-5197-bc26-77716a58add7-PO123456',
	description: 'The orderId from a Tradecloud Trigger, or from an order that this node returns',
};

/** @throws UserError when it is empty */
export function orderIdOf(caller: JobCaller): string {
	return new Parameters(caller).requiredText(orderIdField);
}
