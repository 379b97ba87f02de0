/** Lets the event of a shipment come once more. Repeating it is safe: an event may come twice in any case. */
import { resendShipment } from '../../transport/shipments';
import { json, type Operation } from '../operation';
import { shipmentIdField, shipmentIdOf } from './shipmentId';

export const resend: Operation = {
	value: 'resend',
	name: 'Resend',
	action: 'Resend shipment',
	description:
		'Let Tradecloud send a shipment to your webhook once more, for instance after an outage',
	kind: 'repeatable',
	apiVersions: ['v2'],
	fields: [shipmentIdField],
	async execute(caller) {
		const shipmentId = shipmentIdOf(caller);
		return json({ shipmentId, ...(await resendShipment(caller, shipmentId)) });
	},
};
