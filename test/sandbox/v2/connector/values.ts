/** The deliveries and prices of a line, on which buyer and supplier agree or do not. */
import { detached, type Delivery, type Price, type Prices } from '../../data/model';

/** What is asked for or agreed on. */
export interface Values {
	deliverySchedule: Delivery[];
	prices: Prices;
}

/** A delivery as either side sends it. */
type SentDelivery = Omit<Delivery, 'etd' | 'eta'>;

/** A delivery without its logistics, which only a line's own schedule shows (manual: order/buyer/receive/README.md). */
export function bare({ position, date, quantity, transportMode }: Delivery): Delivery {
	return {
		...(position !== undefined && { position }),
		...(date !== undefined && { date }),
		...(quantity !== undefined && { quantity }),
		...(transportMode !== undefined && { transportMode }),
	};
}

/** Deliveries and prices without their logistics, to keep as a request or as agreed. */
export function valuesOf({ deliverySchedule, prices }: Values): Values {
	return detached({ deliverySchedule: deliverySchedule.map(bare), prices });
}

/**
 * The schedule that was sent, in place of the one before. A delivery keeps the logistics that it has by
 * its position (manual: order/buyer/update.md). Guess: without a position it is the one of the same date
 * and quantity, and a delivery that is not sent is no longer asked for; if Tradecloud keeps it, the
 * buyer sees it in the next event.
 */
export function scheduleOf(sent: readonly SentDelivery[], before: readonly Delivery[]): Delivery[] {
	const rest = [...before];
	const byPosition = sent.map(({ position }) =>
		position === undefined ? undefined : take(rest, (other) => other.position === position),
	);
	return sent.map((delivery, index) => {
		const known = byPosition[index] ?? take(rest, (other) => isSameDelivery(other, delivery));
		return detached({
			...(known ?? { status: 'Open' }),
			...bare(delivery),
			date: delivery.date,
			quantity: delivery.quantity,
			...(delivery.status && { status: delivery.status }),
		});
	});
}

function take<T>(elements: T[], isMeant: (element: T) => boolean): T | undefined {
	const index = elements.findIndex(isMeant);
	return index < 0 ? undefined : elements.splice(index, 1)[0];
}

function isSameDelivery(left: Delivery, right: Delivery): boolean {
	return left.date === right.date && left.quantity === right.quantity;
}

/** The prices that were sent; unit and quantity are those before where empty (manual: order/supplier/send-order-response/README.md). */
export function pricesOf(sent: Prices, before: Prices = {}): Prices {
	const { priceUnitOfMeasureIso, priceUnitQuantity, ...rest } = sent;
	const isPriced = rest.netPrice ?? rest.grossPrice;
	return detached({
		...(isPriced ? {} : before),
		...rest,
		priceUnitOfMeasureIso: priceUnitOfMeasureIso || before.priceUnitOfMeasureIso,
		priceUnitQuantity: priceUnitQuantity ?? before.priceUnitQuantity,
	});
}

/** Whether both are the same to buyer and supplier: a request for them asks for nothing new. */
export function isSame(left: Values, right: Values): boolean {
	return (
		isSameSchedule(left.deliverySchedule, right.deliverySchedule) &&
		isSamePrices(left.prices, right.prices)
	);
}

/** Guess: positions do not count, as the buyer assigns them later; nor does the order of deliveries. */
function isSameSchedule(left: readonly Delivery[], right: readonly Delivery[]): boolean {
	const dates = (schedule: readonly Delivery[]) =>
		schedule.map(({ date, quantity }) => `${date} ${quantity}`).sort();
	return JSON.stringify(dates(left)) === JSON.stringify(dates(right));
}

/**
 * Guess: compared is what both name, in the transaction currency, and one price at least; if Tradecloud
 * compares more, what is taken here for agreed is a request there, which both sides are told of.
 */
function isSamePrices(left: Prices, right: Prices): boolean {
	const { netPrice, grossPrice } = left;
	const isPriced = [netPrice, grossPrice, right.netPrice, right.grossPrice].some(Boolean);
	const isShared = (netPrice && right.netPrice) ?? (grossPrice && right.grossPrice);
	if (isPriced && !isShared) return false;
	return (
		areAlike(amountOf(netPrice), amountOf(right.netPrice)) &&
		areAlike(amountOf(grossPrice), amountOf(right.grossPrice)) &&
		areAlike(left.discountPercentage, right.discountPercentage) &&
		areAlike(left.priceUnitOfMeasureIso, right.priceUnitOfMeasureIso) &&
		areAlike(left.priceUnitQuantity, right.priceUnitQuantity)
	);
}

function amountOf(price: Price | undefined): string | undefined {
	const money = price?.priceInTransactionCurrency;
	return money && `${money.value} ${money.currencyIso}`;
}

function areAlike(left: unknown, right: unknown): boolean {
	return left === undefined || right === undefined || left === right;
}
