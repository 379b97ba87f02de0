/** Sets indicators (shipped, delivered, …) of an order or its lines. Repeating it is safe. */
import { indicators } from '../../model/messages/orderUpdates';
import { sendOperation } from '../message/send';
import { notForSingleDelivery } from './singleDelivery';

export const setIndicators = sendOperation({
	value: 'setIndicators',
	name: 'Set Indicators',
	action: 'Set order indicators',
	description:
		'As a buyer, mark an order or its lines as shipped, delivered, completed, cancelled or confirmed',
	message: indicators,
	path: '/api-connector/order/indicators',
	notice: notForSingleDelivery,
});
