/** Replaces the delivery history of order lines; an empty one clears it. Repeating it is safe. */
import { deliveryHistory } from '../../model/messages/orderUpdates';
import { sendOperation } from '../message/send';
import { notForSingleDelivery } from './singleDelivery';

export const setDeliveryHistory = sendOperation({
	value: 'setDeliveryHistory',
	name: 'Set Delivery History',
	action: 'Set delivery history of order',
	description:
		'As a buyer, replace all that was received so far for order lines. With JSON, an empty history clears a line.',
	message: deliveryHistory,
	path: '/api-connector/order/deliveryHistory',
	notice: notForSingleDelivery,
});
