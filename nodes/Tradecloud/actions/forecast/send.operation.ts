/** Sends a forecast. Tradecloud appends again when it is repeated. */
import { forecast } from '../../model/messages/forecast';
import { sendOperation } from '../message/send';

export const send = sendOperation({
	value: 'send',
	name: 'Send',
	action: 'Send forecast',
	description: 'As a buyer, tell a supplier which quantities you expect to order in which periods',
	message: forecast,
	path: '/api-connector/forecast',
	appends: () => true,
});
