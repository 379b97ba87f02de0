/** In which form an order first came: with schedules, or with a single delivery a line. */
import type { Order } from '../../data/model';
import { Problem } from '../../http/problem';

const singleDeliveryOrders = new WeakSet<Order>();

/** Remembers that an order came with a single delivery a line. */
export function markAsSingleDelivery(order: Order): void {
	singleDeliveryOrders.add(order);
}

/** Whether it did. */
export function isSingleDelivery(order: Order): boolean {
	return singleDeliveryOrders.has(order);
}

/**
 * Refuses what is not supported for single delivery (manual: order/buyer/issue/indicators.md,
 * receive-goods.md). Guess: it is answered 400, and told by the form in which the order first came; if
 * the company's setting in the portal tells it, more is refused, and nothing is lost by that.
 */
export function checkForm(order: Order, endpoint: string): void {
	if (!isSingleDelivery(order)) return;
	throw new Problem(400, `/order/${endpoint} is not supported for single delivery`);
}
