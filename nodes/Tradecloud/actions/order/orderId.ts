/** The parameter `orderId` of operations about an order that exists. */
import { UserError, type INodeProperties } from 'n8n-workflow';

import type { JobCaller } from '../operation';
import { textOf } from '../texts';

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
export function orderIdOf({ context, itemIndex }: JobCaller): string {
	const orderId = textOf(context.getNodeParameter('orderId', itemIndex, ''));
	if (orderId !== '') return orderId;
	throw new UserError("'Order ID' is empty. Enter the orderId of a purchase order.");
}
