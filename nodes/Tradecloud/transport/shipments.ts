/** Shipments of API v2. Each holds its `shipmentId`. */
import type { IDataObject } from 'n8n-workflow';

import { withShipmentId } from '../model/order';
import { endpoint } from './endpoint';
import { request, type Caller } from './request';
import { searchAll } from './search';

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

/** The shipments of a supplier, which only a search can choose. SDK: SearchShipments */
export async function shipmentsOfSupplier(
	caller: Caller,
	companyId: string,
	lastUpdatedAfter: string | undefined,
	limit: number,
): Promise<IDataObject[]> {
	const filters = {
		supplierShipment: { companyIds: [companyId] },
		lastUpdatedAfter,
	};
	return (await searchAll(caller, 'shipment', { filters }, limit)).map(withShipmentId);
}
