/** Sends a forecast in Slimstock's monthly form. Tradecloud appends again when it is repeated. */
import { slimstockForecast } from '../../model/messages/forecast';
import { sendOperation } from '../message/send';

export const sendSlimstock = sendOperation({
	value: 'sendSlimstock',
	name: 'Send Slimstock',
	action: 'Send Slimstock forecast',
	description:
		'As a buyer, tell a supplier which quantities you expect to order month by month, as Slimstock exports them',
	message: slimstockForecast,
	path: '/api-connector/forecast/slimstock',
	appends: () => true,
});
