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

/** The most used fields of an order, under the same names for API v1 and v2, without its lines. */
export function simplified(order: Order) {
	const lines = linesOf(order);
	return withoutUndefined({
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

/** Of all lines that are not cancelled, where each has a quantity and a price, all in one currency. */
function totalOf(lines: IDataObject[]): { total?: number; currency?: string } {
	const counted = lines.filter((line) => statusOf(line)?.toLowerCase() !== 'cancelled');
	const [currency, ...others] = new Set(counted.map((line) => priceOf(line).currency));
	const total = sum(counted.map(lineTotal));
	return total === undefined || others.length > 0 ? {} : { total, currency };
}

/**
 * A line with the parts of its order's header that a search gives with it. Quantity (of all deliveries together), dates
 * (`yyyy-MM-dd`) and prices are those that are issued or confirmed: no open request is in them.
 */
export function simplifiedLine(line: IDataObject) {
	const { quantity, firstDate, lastDate } = currentDeliveries(line);
	const { net, gross, discountPercentage, unitQuantity, currency } = priceOf(line);
	const overdue = valueAt(line, 'indicators', 'deliveryOverdue');
	return withoutUndefined({
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
