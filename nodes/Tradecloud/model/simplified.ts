/** Orders and order lines in few flat fields; one that Tradecloud did not send is left out. */
import type { IDataObject } from 'n8n-workflow';

import { currentDeliveries, lineTotal, priceOf, sum } from './line';
import {
	idOf,
	linesOf,
	purchaseOrderNumberIn,
	supplierIn,
	textAt,
	valueAt,
	withoutUndefined,
	type Order,
} from './order';

/** An order under the same names for API v1 and v2. */
export interface SimplifiedOrder extends IDataObject {
	orderId?: string;
	purchaseOrderNumber?: string;
	supplierAccountNumber?: string;
	supplierName?: string;
	processStatus?: string;
	logisticsStatus?: string;
	lineCount: number;
	/** Of all lines that are not cancelled, where each has a quantity and a price, all in one currency. */
	total?: number;
	currency?: string;
	/** `yyyy-MM-dd` */
	firstDeliveryDate?: string;
	version?: string | number;
	lastUpdatedAt?: string;
	portalUrl?: string;
}

/** The most used fields of an order, without its lines. */
export function simplified(order: Order): SimplifiedOrder {
	const lines = linesOf(order);
	return withoutUndefined<SimplifiedOrder>({
		orderId: idOf(order),
		purchaseOrderNumber: purchaseOrderNumberIn(order),
		...supplierIn(order),
		processStatus: statusOf(order),
		logisticsStatus: textAt(order, 'status', 'logisticsStatus'),
		lineCount: lines.length,
		...totalOf(lines),
		firstDeliveryDate: lines.flatMap((line) => currentDeliveries(line).firstDate ?? []).sort()[0],
		version: (order.version ?? order.versionHash) as string | number | undefined,
		lastUpdatedAt: textAt(order, 'lastUpdatedAt'),
		portalUrl: textAt(order, 'portalUrl'),
	});
}

function statusOf(thing: IDataObject): string | undefined {
	return textAt(thing, 'status', 'processStatus') ?? textAt(thing, 'status');
}

function totalOf(lines: IDataObject[]): Pick<SimplifiedOrder, 'total' | 'currency'> {
	const counted = lines.filter((line) => statusOf(line)?.toLowerCase() !== 'cancelled');
	const [currency, ...others] = new Set(counted.map((line) => priceOf(line).currency));
	const total = sum(counted.map(lineTotal));
	return total === undefined || others.length > 0 ? {} : { total, currency };
}

/** A line with the parts of its order's header that a search gives with it. */
export interface SimplifiedLine extends IDataObject {
	orderLineId?: string;
	orderId?: string;
	purchaseOrderNumber?: string;
	supplierAccountNumber?: string;
	supplierName?: string;
	position?: string;
	itemNumber?: string;
	itemName?: string;
	/** Of all deliveries together. */
	quantity?: number;
	unitOfMeasure?: string;
	netPrice?: number;
	grossPrice?: number;
	discountPercentage?: number;
	/** For how many of the unit the price is. */
	priceUnitQuantity?: number;
	currency?: string;
	/** `yyyy-MM-dd` */
	firstDeliveryDate?: string;
	/** `yyyy-MM-dd` */
	lastDeliveryDate?: string;
	processStatus?: string;
	inProgressStatus?: string;
	logisticsStatus?: string;
	deliveryOverdue?: boolean;
}

/** Quantity, dates and prices are those that are issued or confirmed: no open request is in them. */
export function simplifiedLine(line: IDataObject): SimplifiedLine {
	const { quantity, firstDate, lastDate } = currentDeliveries(line);
	const { net, gross, discountPercentage, unitQuantity, currency } = priceOf(line);
	const overdue = valueAt(line, 'indicators', 'deliveryOverdue');
	return withoutUndefined<SimplifiedLine>({
		orderLineId: textAt(line, 'id'),
		orderId: textAt(line, 'orderId'),
		purchaseOrderNumber: purchaseOrderNumberIn(line),
		...supplierIn(line),
		position: textAt(line, 'buyerLine', 'position'),
		itemNumber: textAt(line, 'buyerLine', 'item', 'number'),
		itemName: textAt(line, 'buyerLine', 'item', 'name'),
		quantity,
		unitOfMeasure: textAt(line, 'buyerLine', 'item', 'purchaseUnitOfMeasureIso'),
		netPrice: net,
		grossPrice: gross,
		discountPercentage,
		priceUnitQuantity: unitQuantity,
		currency,
		firstDeliveryDate: textAt(line, 'firstDeliveryDate') ?? firstDate,
		lastDeliveryDate: lastDate,
		processStatus: statusOf(line),
		inProgressStatus: textAt(line, 'status', 'inProgressStatus'),
		logisticsStatus: textAt(line, 'status', 'logisticsStatus'),
		deliveryOverdue: typeof overdue === 'boolean' ? overdue : undefined,
	});
}
