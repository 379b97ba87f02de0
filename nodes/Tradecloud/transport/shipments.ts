/** Shipments of API v2. Each holds its `shipmentId`. */
import type { IDataObject } from 'n8n-workflow';

import { withShipmentId } from '../model/order';
import type { Caller } from './caller';
import { endpoint } from './endpoint';
import { request } from './request';

/** One shipment with all its lines and documents. SDK: FindShipmentById */
export async function shipmentById(caller: Caller, shipmentId: string): Promise<IDataObject> {
	const shipment = await request(caller, {
		method: 'GET',
		path: endpoint`/shipment/${shipmentId}`,
		subject: `shipment '${shipmentId}'`,
	});
	return withShipmentId(shipment);
}

/** Lets the event of a shipment come once more. SDK: ResendShipment */
export async function resendShipment(caller: Caller, shipmentId: string): Promise<IDataObject> {
	return await request(caller, {
		method: 'POST',
		path: endpoint`/shipment/${shipmentId}/resend`,
		subject: `shipment '${shipmentId}'`,
		mayBeEmpty: '204',
	});
}
