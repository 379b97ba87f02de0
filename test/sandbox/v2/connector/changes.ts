/** Stores what a message has done to an order, and tells it: each kind of change is an event of its own. */
import type { Order, OrderLine } from '../../data/model';
import { isActive, rollUpStatus } from '../../data/status';
import type { State } from '../../state';
import { receivedOf } from './received';

/** What happened, by the name of its event, the line to which it did, and why, if somebody said so. */
export type LineEvent = readonly [eventName: string, line: OrderLine, reason?: string];

type Publisher = Pick<State, 'orders' | 'publish'>;

/** An event for each name, with its lines alone (manual: connectors/webhooks/webhook-setup.md). */
export function tell(context: Publisher, order: Order, happened: readonly LineEvent[]): void {
	const positionsOf = new Map<string, Set<string>>();
	for (const [eventName, { buyerLine }] of happened) {
		const positions = positionsOf.get(eventName) ?? new Set();
		positionsOf.set(eventName, positions.add(buyerLine.position));
	}
	for (const [eventName, positions] of positionsOf) {
		const reason = happened.find(([name, , why]) => name === eventName && why)?.[2];
		announce(context, order, eventName, [...positions], reason);
	}
}

/** Marks lines and their order as changed, and tells it as this event. */
export function announce(
	{ orders, publish }: Publisher,
	order: Order,
	eventName: string,
	positions: readonly string[],
	reason?: string,
): void {
	rollUpStatus(order);
	for (const line of order.lines) line.indicators.deliveryOverdue = isOverdue(line);
	order.indicators.deliveryOverdue = order.lines.some((line) => line.indicators.deliveryOverdue);
	orders.touch(order.id, positions);
	publish({ kind: 'order', eventName, orderId: order.id, positions, reason });
}

/** The same for documents, whose events say nothing else of the order. */
export function announceDocuments(
	{ orders, publish }: Publisher,
	order: Order,
	eventName: string,
	positions: readonly string[],
): void {
	orders.touch(order.id, positions);
	publish({ kind: 'orderDocuments', eventName, orderId: order.id, positions });
}

/**
 * Whether goods are late: a day of the schedule is past, and no delivery has been received of its date
 * and quantity (manual: order/buyer/update.md, receive-goods.md).
 */
function isOverdue(line: OrderLine): boolean {
	const { buyerLine, deliverySchedule, status } = line;
	const isDone = ['Delivered', 'Cancelled'].includes(status.logisticsStatus);
	// manual: order/buyer/issue/no-delivery-expected.md
	if (!isActive(line) || isDone || buyerLine.indicators.noDeliveryExpected) return false;
	const today = new Date().toISOString().slice(0, 10);
	const received = receivedOf(deliverySchedule, buyerLine.deliveryHistory);
	return deliverySchedule.some(
		(delivery) =>
			delivery.date !== undefined &&
			delivery.date < today &&
			delivery.status !== 'Delivered' &&
			!received.has(delivery),
	);
}
