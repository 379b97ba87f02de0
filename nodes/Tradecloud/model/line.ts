/**
 * What a line of an order says of deliveries and prices, in each of its forms: with a schedule, with a single
 * delivery, of API v1. manual: order/buyer/receive/README.md, order/buyer/receive/single-delivery-order-response.md
 */
import type { IDataObject } from 'n8n-workflow';

import { numberAt, textAt, valueAt } from './order';

/** Several deliveries in short. */
export interface Deliveries {
	/** Of all together; undefined where one is unknown. */
	quantity?: number;
	/** `yyyy-MM-dd` */
	firstDate?: string;
	/** `yyyy-MM-dd` */
	lastDate?: string;
}

/** As they are issued or confirmed: open requests are not in them. */
export function currentDeliveries(line: IDataObject): Deliveries {
	return inShort(deliveriesIn(line) ?? deliveriesIn(line.statusLine) ?? legacyDelivery(line));
}

/** As the buyer last asked for them. */
export function requestedDeliveries(line: IDataObject): Deliveries {
	return inShort(deliveriesIn(line.buyerLine) ?? legacyDelivery(line));
}

/**
 * As both last agreed, which holds only while the process status is `Confirmed`. A search for lines need not tell
 * what was agreed; the current deliveries of a confirmed line are just that.
 */
export function confirmedDeliveries(line: IDataObject): Deliveries {
	const confirmed = deliveriesIn(line.confirmedLine);
	const isConfirmed = textAt(line, 'status', 'processStatus') === 'Confirmed';
	return !confirmed && isConfirmed ? currentDeliveries(line) : inShort(confirmed ?? []);
}

function deliveriesIn(part: unknown): unknown[] | undefined {
	const single = valueAt(part, 'scheduledDelivery');
	if (single !== undefined) return [single];
	const schedule = valueAt(part, 'deliverySchedule');
	return Array.isArray(schedule) ? (schedule as unknown[]) : undefined;
}

function legacyDelivery({ deliveryDateRequested: date, quantityRequested: quantity }: IDataObject) {
	return date === undefined && quantity === undefined ? [] : [{ date, quantity }];
}

function inShort(deliveries: unknown[]): Deliveries {
	const dates = deliveries.flatMap((delivery) => textAt(delivery, 'date') ?? []).sort();
	return {
		quantity: sum(deliveries.map((delivery) => numberAt(delivery, 'quantity'))),
		firstDate: dates[0],
		lastDate: dates.at(-1),
	};
}

/** The price of a line, in the currency of the transaction and for `unitQuantity` of the unit. Open requests are not in it. */
export function priceOf(line: IDataObject) {
	const prices = line.prices ?? valueAt(line, 'statusLine', 'prices');
	const at = (kind: string) => valueAt(prices, kind, 'priceInTransactionCurrency');
	return {
		net: numberAt(at('netPrice'), 'value'),
		gross: numberAt(at('grossPrice'), 'value'),
		discountPercentage: numberAt(prices, 'discountPercentage'),
		unitQuantity: numberAt(prices, 'priceUnitQuantity'),
		currency: textAt(at('netPrice'), 'currencyIso') ?? textAt(at('grossPrice'), 'currencyIso'),
	};
}

/** The net price, worked out where the buyer gave gross price and discount instead. */
export function netPriceOf(line: IDataObject): number | undefined {
	const { net, gross, discountPercentage = 0 } = priceOf(line);
	return (
		net ?? (gross === undefined ? undefined : exact((gross * (100 - discountPercentage)) / 100))
	);
}

/**
 * What a line costs; undefined where quantity or price is unknown, or the price is for another unit than
 * the quantity, since nothing says how one converts into the other.
 */
export function lineTotal(line: IDataObject): number | undefined {
	const { quantity } = currentDeliveries(line);
	const { unitQuantity = 1 } = priceOf(line);
	const price = netPriceOf(line);
	const prices = line.prices ?? valueAt(line, 'statusLine', 'prices');
	const unit = textAt(line, 'buyerLine', 'item', 'purchaseUnitOfMeasureIso');
	const priceUnit = textAt(prices, 'priceUnitOfMeasureIso') ?? unit;
	if (quantity === undefined || price === undefined || unitQuantity <= 0) return undefined;
	return unit === priceUnit ? exact((quantity * price) / unitQuantity) : undefined;
}

/** Undefined where there is no summand, or one is unknown. */
export function sum(numbers: Array<number | undefined>): number | undefined {
	if (numbers.length === 0) return undefined;
	return numbers.reduce<number | undefined>(
		(total, number) =>
			total === undefined || number === undefined ? undefined : exact(total + number),
		0,
	);
}

/** Rounded to what is meant: decimals such as 0.1 are not stored exactly. */
function exact(number: number): number {
	return Number(number.toPrecision(14));
}
