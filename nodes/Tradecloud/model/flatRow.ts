/**
 * Rows for a sheet or a database: one for each line of an order or a shipment. Each row has the same fields, all of
 * them flat; one that Tradecloud did not tell is null.
 */
import type { IDataObject } from 'n8n-workflow';

import {
	confirmedDeliveries,
	currentDeliveries,
	lineTotal,
	netPriceOf,
	priceOf,
	requestedDeliveries,
} from './line';
import {
	idOf,
	lastUpdatedAt,
	linesOf,
	listAt,
	numberAt,
	purchaseOrderNumberIn,
	supplierIn,
	textAt,
	valueAt,
	type Order,
} from './order';

/** The rows of an order in any form: of the API, of an event, with single deliveries, of API v1. */
export function orderRows(order: Order): IDataObject[] {
	return linesOf(order).map((line) => rowOf(order, line, idOf(order)));
}

/** The row of a line that a search for order lines found, which holds the header of its order. */
export function orderLineRow(line: IDataObject): IDataObject {
	return rowOf(line, line, textAt(line, 'orderId'));
}

/**
 * One row for a line, whatever its number of deliveries, as a purchaser has it in a list of open orders: the
 * quantity is that of all deliveries, each date the first and, beside it, the last.
 */
function rowOf(order: IDataObject, line: IDataObject, orderId?: string): IDataObject {
	const requested = requestedDeliveries(line);
	const confirmed = confirmedDeliveries(line);
	const { currency, unitQuantity } = priceOf(line);
	const { item = line.item } = (line.buyerLine ?? {}) as IDataObject;
	return flat({
		orderLineId: textAt(line, 'id'),
		orderId,
		purchaseOrderNumber: purchaseOrderNumberIn(order),
		position: textAt(line, 'buyerLine', 'position') ?? textAt(line, 'code'),
		...supplierIn(order),
		buyerAccountNumber: textAt(order, 'supplierOrder', 'buyerAccountNumber'),
		itemNumber: textAt(item, 'number') ?? textAt(item, 'code'),
		itemName: textAt(item, 'name'),
		quantity: currentDeliveries(line).quantity,
		unitOfMeasure: textAt(item, 'purchaseUnitOfMeasureIso') ?? textAt(item, 'unit'),
		price: netPriceOf(line),
		priceUnitQuantity: unitQuantity,
		currency,
		lineTotal: lineTotal(line),
		requestedDate: requested.firstDate,
		lastRequestedDate: requested.lastDate,
		confirmedDate: confirmed.firstDate,
		lastConfirmedDate: confirmed.lastDate,
		processStatus: textAt(line, 'status', 'processStatus') ?? textAt(line, 'status'),
		inProgressStatus: textAt(line, 'status', 'inProgressStatus'),
		logisticsStatus: textAt(line, 'status', 'logisticsStatus'),
		deliveryOverdue: valueAt(line, 'indicators', 'deliveryOverdue'),
		lastUpdatedAt: lastUpdatedAt(line),
	});
}

/** The rows of a shipment: of its lines in load carriers, and of those in none. manual: shipment/buyer/receive/README.md */
export function shipmentRows(shipment: IDataObject): IDataObject[] {
	const carriers = listAt(shipment, 'loadCarriers') as IDataObject[];
	return [...carriers, { lines: shipment.lines }].flatMap((carrier) =>
		linesOf(carrier).map((line) => shipmentRow(shipment, carrier, line)),
	);
}

function shipmentRow(shipment: IDataObject, carrier: IDataObject, line: IDataObject): IDataObject {
	const inItem = (name: string) => textAt(line, 'item', name);
	const destination = (name: string) => textAt(shipment, 'locations', 'destinations', '0', name);
	return flat({
		shipmentId: textAt(shipment, 'id'),
		shipmentNumber: textAt(shipment, 'supplierShipment', 'shipmentNumber'),
		despatchAdviceNumber: textAt(line, 'supplierLine', 'despatchAdviceNumber'),
		despatchAdvicePosition: textAt(line, 'supplierLine', 'despatchAdviceLinePosition'),
		purchaseOrderNumber: textAt(line, 'purchaseOrderNumber'),
		position: textAt(line, 'purchaseOrderLinePosition'),
		deliveryPosition: textAt(line, 'deliverySchedulePosition'),
		supplierAccountNumber: textAt(shipment, 'buyerShipment', 'supplierAccountNumber'),
		buyerAccountNumber: textAt(shipment, 'supplierShipment', 'buyerAccountNumber'),
		itemNumber: inItem('buyerItemNumber'),
		itemName: inItem('buyerItemName') ?? inItem('supplierItemName'),
		quantity: numberAt(line, 'supplierLine', 'despatchQuantity'),
		backorderQuantity: numberAt(line, 'supplierLine', 'backorderQuantity'),
		unitOfMeasure: inItem('purchaseUnitOfMeasureIso'),
		containerNumber: textAt(carrier, 'containerNumber'),
		packageSSCC: textAt(carrier, 'packageSSCC'),
		transportMode: textAt(shipment, 'transportMode'),
		trackingNumber: textAt(shipment, 'identifiers', 'trackingNumber'),
		departureDate:
			textAt(shipment, 'locations', 'departure', 'atdDate') ??
			textAt(shipment, 'locations', 'departure', 'etdDate'),
		arrivalDate: destination('ataDate') ?? destination('etaStartDate'),
		processStatus: textAt(shipment, 'processStatus'),
		lastUpdatedAt: lastUpdatedAt(line),
	});
}

function flat(fields: Record<string, unknown>): IDataObject {
	const values = Object.entries(fields).map(([name, value]) => [name, value ?? null]);
	return Object.fromEntries(values) as IDataObject;
}
