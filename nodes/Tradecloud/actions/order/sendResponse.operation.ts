/** Sends a supplier's answer to an order. Repeating it is safe: Tradecloud matches number and positions. */
import { orderResponse } from '../../model/messages/orderResponse';
import { sendOperation } from '../message/send';

export const sendResponse = sendOperation({
	value: 'sendResponse',
	name: 'Send Response',
	action: 'Send order response',
	description:
		'As a supplier, accept or reject the lines of a purchase order or propose changes to them',
	message: orderResponse,
	path: '/api-connector/order-response',
});
