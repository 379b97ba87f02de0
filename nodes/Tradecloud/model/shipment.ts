/** What the package reads of a shipment; every other field passes through untouched. manual: shipment/buyer/receive/README.md */
import type { IDataObject } from 'n8n-workflow';

import { listAt, textAt } from './order';

/** What tells a shipment from others. */
export interface ShipmentName {
	shipmentId: string;
	shipmentNumber?: string;
	/** Of all its lines, in load carriers or not, each once. */
	purchaseOrderNumbers: string[];
	processStatus?: string;
}

export function shipmentName(shipment: IDataObject): ShipmentName {
	const lines = [shipment, ...listAt(shipment, 'loadCarriers')].flatMap((part) =>
		listAt(part, 'lines'),
	);
	const numbers = lines.flatMap((line) => textAt(line, 'purchaseOrderNumber') ?? []);
	return {
		shipmentId: textAt(shipment, 'id') ?? '',
		shipmentNumber: textAt(shipment, 'supplierShipment', 'shipmentNumber'),
		purchaseOrderNumbers: [...new Set(numbers)],
		processStatus: textAt(shipment, 'processStatus'),
	};
}
