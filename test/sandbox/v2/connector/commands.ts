/** What a buyer does with an order that exists, beside answering requests (SDK: order/…). */
import type { Delivery, Order, OrderLine } from '../../data/model';
import { contacts } from '../../data/names';
import { NotFound } from '../../data/notFound';
import { linesAt } from '../../data/orderStore';
import { Problem } from '../../http/problem';
import type { DeliveryLogistics, Reassignment, Revert } from '../validation/commands';
import { announce, tell } from './changes';
import type { Context } from './context';
import { rollUpLogistics, setProcess } from './line';

/** Guess: a command for another version of the order is answered 409, and changes nothing. */
export function checkVersion(order: Order, version: number | undefined): void {
	if (version === undefined || version === order.version) return;
	throw new Problem(409, `Order ${order.id} has version ${order.version} by now`);
}

const reverts = {
	Cancelled: {
		event: 'CancelledOrderLinesRevertedByBuyer',
		inProgressStatus: 'RevertedCancelledLine',
	},
	Completed: {
		event: 'CompletedOrderLinesRevertedByBuyer',
		inProgressStatus: 'RevertedCompletedLine',
	},
} as const;

/**
 * Takes back that lines were cancelled or completed: they are in progress again (manual: order/status.md,
 * completed or cancelled line reversion). Guess: 409 where one of them is not.
 */
export function revert(
	order: Order,
	what: keyof typeof reverts,
	{ linePositions, version, reason }: Revert,
	context: Context,
): void {
	const lines = linesAt(order, [...new Set(linePositions)]);
	checkVersion(order, version);
	const other = lines.find(({ status }) => status.processStatus !== what);
	if (other) throw new Problem(409, `Line ${other.buyerLine.position} is not ${what}`);
	const { event, inProgressStatus } = reverts[what];
	for (const line of lines) {
		setProcess(line, 'InProgress', inProgressStatus);
		if (what === 'Cancelled') line.status.logisticsStatus = 'Open';
		rollUpLogistics(line);
	}
	tell(
		context,
		order,
		lines.map((line) => [event, line, reason]),
	);
}

/** Sends the order's event once more (SDK: ResendOrders). Guess: with all lines, and unchanged. */
export function resend({ id, lines }: Order, { publish }: Context): void {
	const positions = lines.map(({ buyerLine }) => buyerLine.position);
	publish({ kind: 'order', eventName: 'OrderResentByBuyer', orderId: id, positions });
}

/** Makes another user the buyer's contact (SDK: ReassignBuyerContact). */
export function reassign(order: Order, { userId, version }: Reassignment, context: Context): void {
	checkVersion(order, version);
	const email =
		contacts.buyer.find((contact) => contact.userId === userId)?.email ??
		context.users.find((user) => user.userId === userId)?.username;
	order.buyerOrder.contact = { ...(email && { email }), userId };
	announce(context, order, 'OrderContactReassignedByBuyer', []);
}

/**
 * Says how far the deliveries of a line are (SDK: SetDeliverySchedule). A line that was shipped or
 * delivered and is not any more is marked as open (manual: connectors/webhooks/order-events.md).
 */
export function setLogistics(
	order: Order,
	position: string,
	{ deliverySchedule }: DeliveryLogistics,
	context: Context,
): void {
	const [line] = linesAt(order, [position]);
	const deliveries = deliverySchedule.map((sent) => ({ sent, known: deliveryOf(line, sent) }));
	const before = line.status.logisticsStatus;
	for (const { sent, known } of deliveries) Object.assign(known, sent);
	for (const asked of line.deliveryScheduleIncludingRequests) {
		const sent = deliverySchedule.find((one) => one.position === asked.position);
		Object.assign(asked, sent);
	}
	rollUpLogistics(line);
	const isOpenAgain =
		line.status.logisticsStatus === 'Open' && ['Shipped', 'Delivered'].includes(before);
	const event = isOpenAgain
		? 'OrderLinesMarkedAsOpenByBuyer'
		: 'OrderLinesDeliveryScheduleLogisticsUpdatedByBuyer';
	tell(context, order, [[event, line]]);
}

function deliveryOf(
	{ deliverySchedule, buyerLine }: OrderLine,
	{ position }: { position?: string },
): Delivery {
	const delivery = deliverySchedule.find((known) => known.position === position);
	if (!delivery) throw new NotFound(`Line ${buyerLine.position} has no delivery ${position}`);
	return delivery;
}
