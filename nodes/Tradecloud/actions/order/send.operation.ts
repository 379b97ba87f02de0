/** Sends a new or changed order. Repeating it is safe: Tradecloud matches number and positions. */
import { order, singleDeliveryOrder } from '../../model/messages/order';
import { sendOperation } from '../message/send';
import { singleDeliveryField } from './singleDelivery';

export const send = sendOperation({
	value: 'send',
	name: 'Send',
	action: 'Send order',
	description: 'As a buyer, issue a new purchase order to a supplier or change one',
	message: order,
	path: '/api-connector/order',
	variant: {
		field: singleDeliveryField,
		message: singleDeliveryOrder,
		path: '/api-connector/order/single-delivery',
	},
});
