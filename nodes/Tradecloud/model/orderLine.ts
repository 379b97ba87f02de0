/** A line of an order in flat fields, for a row of a sheet or a table. manual: order/buyer/receive/README.md */
import type { IDataObject } from 'n8n-workflow';

import { textAt, valueAt, withoutUndefined } from './order';

/** What a search for order lines gives, as far as it is read here. */
export interface SimplifiedLine extends IDataObject {
	orderLineId?: string;
	orderId?: string;
	purchaseOrderNumber?: string;
	supplierAccountNumber?: string;
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

/**
 * The flat fields of a line with the parts of its order's header that a search gives with it. Quantity, dates and
 * prices are those that are issued or confirmed: no open request is in them.
 */
export function simplifiedLine(line: IDataObject): SimplifiedLine {
	const deliveries = listAt(line, 'deliverySchedule');
	const dates = deliveries.flatMap((delivery) => textAt(delivery, 'date') ?? []).sort();
	const overdue = valueAt(line, 'indicators', 'deliveryOverdue');
	return withoutUndefined<SimplifiedLine>({
		orderLineId: textAt(line, 'id'),
		orderId: textAt(line, 'orderId'),
		purchaseOrderNumber: textAt(line, 'buyerOrder', 'purchaseOrderNumber'),
		supplierAccountNumber: textAt(line, 'buyerOrder', 'supplierAccountNumber'),
		position: textAt(line, 'buyerLine', 'position'),
		itemNumber: textAt(line, 'buyerLine', 'item', 'number'),
		itemName: textAt(line, 'buyerLine', 'item', 'name'),
		quantity: sum(deliveries.map((delivery) => numberAt(delivery, 'quantity'))),
		unitOfMeasure: textAt(line, 'buyerLine', 'item', 'purchaseUnitOfMeasureIso'),
		...pricesOf(line),
		firstDeliveryDate: textAt(line, 'firstDeliveryDate') ?? dates[0],
		lastDeliveryDate: dates.at(-1),
		processStatus: textAt(line, 'status', 'processStatus'),
		inProgressStatus: textAt(line, 'status', 'inProgressStatus'),
		logisticsStatus: textAt(line, 'status', 'logisticsStatus'),
		deliveryOverdue: typeof overdue === 'boolean' ? overdue : undefined,
	});
}

function pricesOf(line: IDataObject): SimplifiedLine {
	const price = (kind: string) => ['prices', kind, 'priceInTransactionCurrency'];
	return {
		netPrice: numberAt(line, ...price('netPrice'), 'value'),
		grossPrice: numberAt(line, ...price('grossPrice'), 'value'),
		discountPercentage: numberAt(line, 'prices', 'discountPercentage'),
		priceUnitQuantity: numberAt(line, 'prices', 'priceUnitQuantity'),
		currency:
			textAt(line, ...price('netPrice'), 'currencyIso') ??
			textAt(line, ...price('grossPrice'), 'currencyIso'),
	};
}

function listAt(value: unknown, name: string): unknown[] {
	const list = valueAt(value, name);
	return Array.isArray(list) ? list : [];
}

function numberAt(value: unknown, ...path: string[]): number | undefined {
	const found = valueAt(value, ...path);
	return typeof found === 'number' ? found : undefined;
}

/** Undefined where a summand is unknown. Sums of decimals such as 0.1 are rounded to what they mean. */
function sum(numbers: Array<number | undefined>): number | undefined {
	if (numbers.length === 0) return undefined;
	return numbers.reduce<number | undefined>(
		(total, number) =>
			total === undefined || number === undefined
				? undefined
				: Number((total + number).toPrecision(15)),
		0,
	);
}
