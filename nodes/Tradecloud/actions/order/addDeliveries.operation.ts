/** Appends actual deliveries to the lines of an order. Tradecloud appends again when it is repeated. */
import { deliveries } from '../../model/messages/orderUpdates';
import { sendOperation } from '../message/send';
import { notForSingleDelivery } from './singleDelivery';

export const addDeliveries = sendOperation({
	value: 'addDeliveries',
	name: 'Add Deliveries',
	action: 'Add deliveries to order',
	description: 'As a buyer, append goods that were received to the delivery history of order lines',
	message: deliveries,
	path: '/api-connector/order/deliveries',
	notice: notForSingleDelivery,
	appends: () => true,
});
