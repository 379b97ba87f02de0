/** Generates shipments for the lines of the first orders. */
import { dateAfter, uuidOf, type Random, type StampClock } from './deterministic';
import {
	detached,
	type Delivery,
	type Destination,
	type Item,
	type LoadCarrier,
	type Order,
	type Shipment,
	type ShipmentItem,
	type ShipmentLine,
	type ShipmentLocation,
} from './model';
import { contacts, destinations, transportModes } from './names';
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

/** The id of a shipment (SDK: FindShipmentById). */
export function shipmentIdOf(shipmentNumber: string, supplierCompanyId: string): string {
	return `${supplierCompanyId}-${shipmentNumber}`;
}

/** The item of an order line with the names that a shipment gives its fields. */
export function shipmentItemOf(item: Item): ShipmentItem {
	return {
		buyerItemNumber: item.number,
		buyerItemRevision: item.revision,
		buyerItemName: item.name,
		supplierItemNumber: item.supplierItemNumber,
		purchaseUnitOfMeasureIso: item.purchaseUnitOfMeasureIso,
	};
}

/** An order's destination as a place of a shipment. */
export function shipmentLocationOf(destination: Destination = {}): ShipmentLocation {
	const { code = 'unknown', names, addressLines, postalCode, city, countryCodeIso2 } = destination;
	const address = { names, addressLines, postalCode, city, countryCodeIso2 };
	return { locationType: 'FinalDestination', id: code, ...address };
}

/** The first line travels in a load carrier, the others in none, where the shipment has several. */
function generateShipment(order: Order, index: number, lastUpdatedAt: string): Shipment {
	const shipmentNumber = `SH-2026-${String(index + 1).padStart(4, '0')}`;
	const { companyId, buyerAccountNumber } = order.supplierOrder;
	const [first, ...others] = order.lines.map((_, row) =>
		generateLine(order, row, shipmentNumber, lastUpdatedAt),
	);
	const processStatus = processStatuses[index % processStatuses.length];
	return {
		id: shipmentIdOf(shipmentNumber, companyId),
		identifiers: { billOfLadingNumber: `BL-${index + 1}`, trackingNumber: `1Z${1000 + index}` },
		transportMode: transportModes[index % transportModes.length],
		supplierShipment: {
			companyId,
			buyerAccountNumber,
			shipmentNumber,
			invoiceNumbers: [`INV-${index + 1}`],
			documents: [
				{
					code: `PL-${index + 1}`,
					revision: '1',
					name: 'Packstücke.pdf',
					description: 'Packing list',
					type: 'PackingList',
					objectId: uuidOf(`packing list of ${shipmentNumber}`),
					meta: { lastUpdatedAt },
				},
			],
			contacts: [{ ...contacts.supplier, firstName: 'Jürgen', lastName: 'Weiß' }],
		},
		buyerShipment: {
			companyId: order.buyerOrder.companyId,
			supplierAccountNumber: order.buyerOrder.supplierAccountNumber,
			documents: [],
			contacts: [{ ...contacts.buyer[0] }],
			purchaseOrderTerms: order.buyerOrder.terms,
		},
		loadCarriers: [carrierOf(index, first)],
		lines: others,
		locations: generateLocations(order, index),
		// Guess: what values `status` takes is shown nowhere; nothing rests on them.
		status: index % 2 === 0 ? 'Shipped' : 'Delivered',
		processStatus,
		...(processStatus === 'Rejected' && { processStatusReason: 'Falsche Menge' }),
		meta: { lastUpdatedAt, supplierErpMeta: { despatchAdviceErpIssueDateTime: issued } },
	};
}

const issued = `${dateAfter(10)}T08:15:00`;

/** A container, or a package: the fields of the one exclude those of the other. */
function carrierOf(index: number, line: ShipmentLine): LoadCarrier {
	return index % 2 === 0
		? { containerNumber: `MSKU${1000000 + index}`, containerSizeAndType: '45G1', lines: [line] }
		: { packageSSCC: `00340123450000000${100 + index}`, packageType: 'PX', lines: [line] };
}

function generateLocations(order: Order, index: number): Shipment['locations'] {
	const etdDate = dateAfter(15 + index);
	const etaDate = dateAfter(20 + index);
	return {
		departure: {
			location: { ...shipmentLocationOf(destinations[1]), locationType: 'AgreedPlace' },
			etdDate,
			atdDate: etdDate,
		},
		destinations: [
			{
				location: shipmentLocationOf(order.buyerOrder.destination),
				etaStartDate: etaDate,
				etaStartTime: '08:00:00',
				etaEndDate: etaDate,
				etaEndTime: '12:00:00',
				...(index % 2 === 1 && { ataDate: etaDate }),
			},
		],
	};
}

function generateLine(
	order: Order,
	row: number,
	shipmentNumber: string,
	lastUpdatedAt: string,
): ShipmentLine {
	const { buyerLine, deliverySchedule } = order.lines[row];
	const first: Delivery | undefined = deliverySchedule[0];
	return {
		purchaseOrderNumber: order.buyerOrder.purchaseOrderNumber,
		purchaseOrderLinePosition: buyerLine.position,
		deliverySchedulePosition: first?.position,
		item: shipmentItemOf(buyerLine.item),
		supplierLine: {
			despatchAdviceNumber: `DA-${shipmentNumber}`,
			despatchAdviceLinePosition: String(row + 1),
			despatchQuantity: first?.quantity ?? 0,
			backorderQuantity: 0,
		},
		meta: { lastUpdatedAt },
	};
}
