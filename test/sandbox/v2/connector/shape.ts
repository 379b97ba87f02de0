/** Deliveries and prices as the platform keeps them, made of what was sent. */
import type { Delivery, Price, Prices } from '../../data/model';
import type { SentDelivery, SentPrices } from '../validation/bodies';

/** The schedule; a delivery without a position gets its place in the schedule. */
export function scheduleOf(sent: readonly SentDelivery[], status: string): Delivery[] {
	return sent.map((delivery, row) => ({
		...delivery,
		position: delivery.position ?? String(row + 1),
		status,
	}));
}

/** The prices that were sent in place of those before; the base currency is the order's if not said. */
export function pricesOf(sent: SentPrices, before?: Prices): Prices {
	const { netPrice, grossPrice, ...rest } = sent;
	return {
		...(netPrice || grossPrice ? {} : before),
		priceUnitOfMeasureIso: before?.priceUnitOfMeasureIso ?? '',
		priceUnitQuantity: before?.priceUnitQuantity ?? 1,
		...rest,
		...(netPrice && { netPrice: priceOf(netPrice) }),
		...(grossPrice && { grossPrice: priceOf(grossPrice) }),
	};
}

function priceOf(sent: NonNullable<SentPrices['netPrice']>): Price {
	return { priceInBaseCurrency: sent.priceInTransactionCurrency, ...sent };
}
