/** Lets the event of an order come once more. Repeating it is safe: an event may come twice in any case. */
import { resendOrder } from '../../transport/orderCommands';
import { json, type Operation } from '../operation';
import { permissionNotice } from '../permission';
import { orderFields, orderIdOf } from './orderId';

export const resend: Operation = {
	value: 'resend',
	name: 'Resend',
	action: 'Resend order',
	description:
		'As a buyer, let Tradecloud send an order to your webhook once more, for instance after an outage',
	kind: 'repeatable',
	apiVersions: ['v2'],
	fields: [permissionNotice, ...orderFields],
	async execute(caller) {
		const orderId = await orderIdOf(caller);
		return json({ orderId, ...(await resendOrder(caller, orderId)) });
	},
};
