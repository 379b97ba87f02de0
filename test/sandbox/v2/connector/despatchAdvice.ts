/** A supplier sends a despatch advice: it makes a shipment, or changes the one of the same number (manual: shipment/supplier/send-despatch-advice.md). */
import type { Connection } from '../../data/companies';
import { detached, type Shipment, type ShipmentLine } from '../../data/model';
import { allLinesOf } from '../../data/shipmentStore';
import { shipmentIdOf, shipmentItemOf } from '../../data/shipments';
import type { DespatchAdviceBody, DespatchLine } from '../validation/despatchAdvice';
import { refusal } from '../validation/validate';
import { connectionToBuyer, type Context } from './context';
import { informOrder } from './reschedule';
import { headerOf, newShipment } from './shipmentHeader';

const maximumLines = 500;

/** Matched by the supplier and its shipment number (SDK: FindShipmentById). */
export function sendDespatchAdvice(body: DespatchAdviceBody, context: Context): void {
	const { buyerAccountNumber, shipment: sent } = body.header;
	const connection = connectionToBuyer(context, buyerAccountNumber, 'header.buyerAccountNumber');
	const id = shipmentIdOf(sent.shipmentNumber, context.companyId);
	const lines = body.lines.map((line) => shipmentLine(line, body, connection, context));
	const known = context.shipments.get(id);
	const shipment = known ?? newShipment(id, body, connection, context);
	takeLines(shipment, lines);
	if (known) Object.assign(shipment, headerOf(body, known), { processStatus: 'Issued' });
	if (!known) context.shipments.put(shipment);
	context.shipments.touch(id, lines);
	const eventName = known ? 'ShipmentReissuedBySupplier' : 'ShipmentIssuedBySupplier';
	context.publish({ kind: 'shipment', eventName, shipmentId: id });
	for (const number of new Set(body.lines.map((line) => line.purchaseOrderNumber))) {
		const ofOrder = body.lines.filter((line) => line.purchaseOrderNumber === number);
		const order = orderOf(number, connection, context);
		if (order) informOrder(order, ofOrder, context);
	}
}

function orderOf(number: string, { buyerCompanyId }: Connection, { orders, companyId }: Context) {
	const order = orders.byNumber(number, buyerCompanyId);
	return order?.supplierOrder.companyId === companyId ? order : undefined;
}

/**
 * The line, its item enriched from the order where Tradecloud finds that (manual:
 * shipment/supplier/send-despatch-advice.md). Guess: an unknown order is therefore not refused.
 */
function shipmentLine(
	sent: DespatchLine,
	{ header }: DespatchAdviceBody,
	connection: Connection,
	context: Context,
): ShipmentLine {
	const order = orderOf(sent.purchaseOrderNumber, connection, context);
	const line = order?.lines.find(
		({ buyerLine }) => buyerLine.position === sent.purchaseOrderLinePosition,
	);
	return detached({
		purchaseOrderNumber: sent.purchaseOrderNumber,
		purchaseOrderLinePosition: sent.purchaseOrderLinePosition,
		deliverySchedulePosition: sent.deliverySchedulePosition,
		item: { ...(line && shipmentItemOf(line.buyerLine.item)), ...sent.item },
		supplierLine: {
			despatchAdviceNumber: header.despatchAdviceNumber,
			despatchAdviceLinePosition: sent.despatchAdviceLinePosition,
			despatchQuantity: sent.despatchQuantity,
			backorderQuantity: sent.backorderQuantity,
		},
		meta: { lastUpdatedAt: '' },
	});
}

/** Guess: lines that are sent again are replaced, others stay; a despatch advice may be sent in parts. */
function takeLines(shipment: Shipment, sent: readonly ShipmentLine[]): void {
	const numbers = new Set(allLinesOf(shipment).map(numberOf));
	const added = sent.filter((line) => !numbers.has(numberOf(line)));
	if (numbers.size + added.length > maximumLines) {
		// manual: api/rules.md
		const message = `holds at most ${maximumLines} elements in total`;
		throw refusal([{ path: 'lines', message }]);
	}
	const renewed = (lines: ShipmentLine[]) =>
		lines.map((line) => sent.find((other) => numberOf(other) === numberOf(line)) ?? line);
	for (const carrier of shipment.loadCarriers) carrier.lines = renewed(carrier.lines);
	shipment.lines = [...renewed(shipment.lines), ...added];
}

function numberOf({ supplierLine }: ShipmentLine): string {
	return `${supplierLine.despatchAdviceNumber} ${supplierLine.despatchAdviceLinePosition}`;
}
