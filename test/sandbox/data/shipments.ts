/** Generates shipments for the lines of the first orders. */
import { uuidOf, type Random, type StampClock } from './deterministic';
import { detached, type Order, type Shipment, type ShipmentLine } from './model';
import { destinations, suppliers, transportModes } from './names';
import type { GeneratedOrder } from './orders';

const shipmentCount = 5;
const processStatuses = ['Issued', 'Approved', 'Rejected'] as const;

/** One shipment for each of the first five orders, with all of its lines' first deliveries. */
export function generateShipments(
	orders: readonly GeneratedOrder[],
	clock: StampClock,
	random: Random,
): Shipment[] {
	return orders
		.slice(0, shipmentCount)
		.map((order, index) => detached(generateShipment(order.generate(), index, clock.next(random))));
}

function generateShipment(order: Order, index: number, lastUpdatedAt: string): Shipment {
	const shipmentNumber = `SH-2026-${String(index + 1).padStart(4, '0')}`;
	return {
		id: uuidOf(`shipment ${shipmentNumber}`),
		identifiers: { shipmentNumber, billOfLadingNumber: `BL-${index + 1}` },
		transportMode: transportModes[index % transportModes.length],
		supplierShipment: {
			companyId: order.supplierOrder.companyId,
			buyerAccountNumber: order.supplierOrder.buyerAccountNumber,
			documents: [
				{
					code: `PL-${index + 1}`,
					revision: '1',
					name: 'Packstücke.pdf',
					description: 'Packing list',
					type: 'PackingList',
					objectId: uuidOf(`packing list of ${shipmentNumber}`),
				},
			],
		},
		buyerShipment: {
			companyId: order.buyerOrder.companyId,
			supplierAccountNumber: order.buyerOrder.supplierAccountNumber,
			documents: [],
		},
		loadCarriers: [{ number: `P-${index + 1}`, type: 'EuroPallet', quantity: 2 }],
		lines: order.lines.map((_, row) => shipmentLine(order, row, shipmentNumber, lastUpdatedAt)),
		locations: {
			shipFrom: { ...destinations[1], names: [suppliers[index % suppliers.length].name] },
			shipTo: order.buyerOrder.destination,
		},
		status: index % 2 === 0 ? 'Shipped' : 'Delivered',
		processStatus: processStatuses[index % processStatuses.length],
		meta: { lastUpdatedAt },
	};
}

function shipmentLine(
	order: Order,
	row: number,
	shipmentNumber: string,
	lastUpdatedAt: string,
): ShipmentLine {
	const { buyerLine, deliverySchedule } = order.lines[row];
	return {
		purchaseOrderNumber: order.buyerOrder.purchaseOrderNumber,
		purchaseOrderLinePosition: buyerLine.position,
		deliverySchedulePosition: deliverySchedule[0].position,
		item: buyerLine.item,
		supplierLine: {
			despatchAdviceNumber: `DA-${shipmentNumber}`,
			despatchAdviceLinePosition: String(row + 1),
			despatchQuantity: deliverySchedule[0].quantity,
			backorderQuantity: 0,
		},
		meta: { lastUpdatedAt },
	};
}
