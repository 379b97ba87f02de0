/** A supplier sends a despatch advice: it makes a shipment, or changes the one of the same number. */
import { contains } from '../../data/contains';
import { uuidOf } from '../../data/deterministic';
import { detached, type Order, type Shipment, type ShipmentLine } from '../../data/model';
import { destinations } from '../../data/names';
import { linesAt } from '../../data/orderStore';
import { Problem } from '../../http/problem';
import type { DespatchAdviceBody, DespatchLine } from '../validation/bodies';
import { suppliersOrder, type Context } from './context';

/** Matched by the shipment number, else by the despatch advice number of a line. */
export function sendDespatchAdvice(body: DespatchAdviceBody, context: Context): void {
	const { header, lines } = body;
	const sentLines = lines.map((line) => shipmentLine(line, body, context));
	const known = context.shipments
		.list()
		.find((shipment) => isMeant(shipment, header, context.user.companyId));
	if (known) return update(known, sentLines, body, context);
	const [first] = lines;
	if (!first) {
		const errors = [{ path: 'lines', message: 'needs at least 1 element for a new shipment' }];
		throw new Problem(400, 'Validation', { errors });
	}
	const order = suppliersOrder(context, first.purchaseOrderNumber, header.buyerAccountNumber);
	const shipment = newShipment(body, order, sentLines.map(unstamped));
	context.shipments.put(shipment);
	publish(shipment, 'ShipmentIssuedBySupplier', context);
}

type Header = DespatchAdviceBody['header'];
type SentLine = Omit<ShipmentLine, 'meta'>;

function isMeant(shipment: Shipment, header: Header, companyId: string): boolean {
	const { supplierShipment, identifiers, lines } = shipment;
	if (supplierShipment.companyId !== companyId) return false;
	return (
		identifiers.shipmentNumber === header.shipment.shipmentNumber ||
		lines.some(
			({ supplierLine }) => supplierLine.despatchAdviceNumber === header.despatchAdviceNumber,
		)
	);
}

function update(
	shipment: Shipment,
	sentLines: readonly SentLine[],
	{ header }: DespatchAdviceBody,
	context: Context,
): void {
	const changes = headerOf(header);
	const isSame =
		contains(shipment, changes) &&
		sentLines.every((line) => contains(shipment.lines[placeOf(line, shipment)], line));
	if (isSame) return;
	for (const line of sentLines) {
		const index = placeOf(line, shipment);
		shipment.lines.splice(index < 0 ? shipment.lines.length : index, 1, unstamped(line));
	}
	const identifiers = { ...shipment.identifiers, ...changes.identifiers };
	const supplierShipment = { ...shipment.supplierShipment, ...changes.supplierShipment };
	Object.assign(shipment, { ...changes, identifiers, supplierShipment, processStatus: 'Issued' });
	publish(shipment, 'ShipmentReissuedBySupplier', context);
}

/** Where the shipment has the line of this despatch advice and position; -1 for nowhere. */
function placeOf(
	{ supplierLine }: Pick<ShipmentLine, 'supplierLine'>,
	{ lines }: Shipment,
): number {
	return lines.findIndex(
		(line) =>
			line.supplierLine.despatchAdviceNumber === supplierLine.despatchAdviceNumber &&
			line.supplierLine.despatchAdviceLinePosition === supplierLine.despatchAdviceLinePosition,
	);
}

/** What the header of a despatch advice says of the shipment. */
function headerOf({ shipment, documents }: Header) {
	const { shipmentNumber, transportMode } = shipment;
	return detached({
		identifiers: { shipmentNumber },
		...(transportMode && { transportMode }),
		supplierShipment: { ...(documents && { documents }) },
	});
}

function newShipment(
	{ header }: DespatchAdviceBody,
	{ buyerOrder, supplierOrder }: Order,
	lines: ShipmentLine[],
): Shipment {
	const { companyId, buyerAccountNumber, companyName } = supplierOrder;
	const { supplierShipment, ...rest } = headerOf(header);
	return {
		id: uuidOf(`shipment ${companyId} ${header.shipment.shipmentNumber}`),
		transportMode: 'Road',
		...rest,
		supplierShipment: { companyId, buyerAccountNumber, documents: [], ...supplierShipment },
		buyerShipment: {
			companyId: buyerOrder.companyId,
			supplierAccountNumber: buyerOrder.supplierAccountNumber,
			documents: [],
		},
		loadCarriers: [],
		lines,
		locations: {
			shipFrom: { ...destinations[1], names: [companyName] },
			shipTo: detached(buyerOrder.destination),
		},
		status: 'Shipped',
		processStatus: 'Issued',
		meta: { lastUpdatedAt: '' },
	};
}

/** The stamp comes when the whole shipment is touched. */
function unstamped(line: SentLine): ShipmentLine {
	return { ...line, meta: { lastUpdatedAt: '' } };
}

/** The line with its item from the order; answers 404 for an unknown order or line. */
function shipmentLine(
	sent: DespatchLine,
	{ header }: DespatchAdviceBody,
	context: Context,
): SentLine {
	const { purchaseOrderNumber, purchaseOrderLinePosition, deliverySchedulePosition } = sent;
	const order = suppliersOrder(context, purchaseOrderNumber, header.buyerAccountNumber);
	const [{ buyerLine, deliverySchedule }] = linesAt(order, [purchaseOrderLinePosition]);
	return detached({
		purchaseOrderNumber,
		purchaseOrderLinePosition,
		deliverySchedulePosition: deliverySchedulePosition ?? deliverySchedule[0].position,
		item: buyerLine.item,
		supplierLine: {
			despatchAdviceNumber: header.despatchAdviceNumber,
			despatchAdviceLinePosition: sent.despatchAdviceLinePosition,
			despatchQuantity: sent.despatchQuantity,
			backorderQuantity: sent.backorderQuantity ?? 0,
		},
	});
}

function publish({ id: shipmentId }: Shipment, eventName: string, context: Context): void {
	context.shipments.touch(shipmentId);
	context.publish({ kind: 'shipment', eventName, shipmentId });
}
