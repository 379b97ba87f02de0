/** A buyer tells what has arrived, by appending to the delivery history of lines or replacing it (manual: order/buyer/receive-goods.md). */
import type { ActualDelivery, OrderLine } from '../../data/model';
import type { DeliveriesBody } from '../validation/deliveries';
import type { DeliveryHistoryBody } from '../validation/deliveryHistory';
import { refusal } from '../validation/validate';
import { tell } from './changes';
import { buyersOrder, checkLines, type Context } from './context';
import { checkForm } from './form';
import { setHistory } from './received';

const maximum = 100;

/** Appends, however often the same is sent. */
export function addDeliveries(body: DeliveriesBody, context: Context): void {
	const sent = body.lines.map(({ position, deliveries }) => ({ position, deliveries }));
	setHistories('deliveries', body, context, ({ buyerLine }) => {
		const added = sent.filter(({ position }) => position === buyerLine.position);
		const deliveries = added.flatMap((line) => line.deliveries);
		return deliveries.length > 0 ? [...buyerLine.deliveryHistory, ...deliveries] : undefined;
	});
}

/**
 * Replaces; an empty history clears that of the line, and lines that are not sent keep theirs. Guess: it
 * is told also where it is the same as before.
 */
export function setDeliveryHistory(body: DeliveryHistoryBody, context: Context): void {
	const sent = new Map(body.lines.map((line) => [line.position, line.deliveryHistory]));
	setHistories('deliveryHistory', body, context, ({ buyerLine }) => sent.get(buyerLine.position));
}

const events = {
	deliveries: 'OrderLinesDeliveryHistoryAppendedByBuyer',
	deliveryHistory: 'OrderLinesDeliveryHistorySetByBuyer',
};

function setHistories(
	endpoint: keyof typeof events,
	body: { order: { purchaseOrderNumber: string }; lines: readonly { position: string }[] },
	context: Context,
	historyOf: (line: OrderLine) => ActualDelivery[] | undefined,
): void {
	const order = buyersOrder(context, body.order.purchaseOrderNumber);
	checkForm(order, endpoint);
	checkLines(
		order,
		body.lines.map(({ position }) => position),
	);
	const histories = new Map<OrderLine, ActualDelivery[]>();
	for (const line of order.lines) {
		const history = historyOf(line);
		if (history) histories.set(line, history);
	}
	// In total, not of one message (manual: api/rules.md).
	if ([...histories.values()].some(({ length }) => length > maximum)) {
		throw refusal([{ path: 'lines', message: `a history holds at most ${maximum} elements` }]);
	}
	for (const [line, history] of histories) setHistory(line, history);
	const event = events[endpoint];
	tell(
		context,
		order,
		[...histories.keys()].map((line) => [event, line]),
	);
}
