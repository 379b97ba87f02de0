/** A buyer sends a new or changed order: matched by number and positions, so that repeating is safe. */
import { contains } from '../../data/contains';
import { detached, type Order, type OrderLine } from '../../data/model';
import type { OrderBody, SentLine, SingleDeliveryBody } from '../validation/bodies';
import { changeLines, type Context } from './context';
import { newLine, newOrder } from './newOrder';
import { pricesOf, scheduleOf } from './shape';

/** Stores a new order, or adds and changes lines of a known one. */
export function sendOrder(body: OrderBody, context: Context): void {
	const { orders, user } = context;
	const known = orders.byNumber(body.order.purchaseOrderNumber, user.companyId);
	if (known) updateOrder(known, body, context);
	else issueOrder(body, context);
}

/** The same with one delivery a line. */
export function sendSingleDeliveryOrder(body: SingleDeliveryBody, context: Context): void {
	const lines = body.lines.map(({ scheduledDelivery, ...line }) => ({
		...line,
		deliverySchedule: [{ ...scheduledDelivery, position: '1' }],
	}));
	sendOrder({ ...body, lines }, context);
}

function issueOrder(body: OrderBody, { orders, user, publish }: Context): void {
	const order = newOrder({ ...body, lines: byPosition(body.lines) }, user);
	const { orderId, lines } = order;
	orders.put(order);
	orders.touch(orderId);
	const positions = lines.map(({ buyerLine }) => buyerLine.position);
	publish({ kind: 'order', eventName: 'OrderIssuedByBuyer', orderId, positions });
}

function updateOrder(order: Order, body: OrderBody, context: Context): void {
	const isHeaderChanged = updateHeader(order, body.order, context);
	const sent = new Map(byPosition(body.lines).map((line) => [line.position, line]));
	const changed = order.lines.filter((line) => {
		const sentLine = sent.get(line.buyerLine.position);
		return sentLine && !contains(askedOf(line), sentLine);
	});
	const known = new Set(order.lines.map(({ buyerLine }) => buyerLine.position));
	const added = [...sent.values()]
		.filter(({ position }) => !known.has(position))
		.map((line) => newLine(order.orderId, line));
	order.lines.push(...added);
	changeLines(context, order, 'OrderLinesIssuedByBuyer', added, () => undefined);
	changeLines(context, order, 'OrderLinesUpdatedByBuyer', changed, (line) => {
		const sentLine = sent.get(line.buyerLine.position);
		if (sentLine) updateLine(line, sentLine);
	});
	if (isHeaderChanged && added.length + changed.length === 0) announceHeader(order, context);
}

/** Takes over what the header says anew; true where that is anything. */
function updateHeader(order: Order, sent: OrderBody['order'], { user }: Context): boolean {
	const { companyId } = user;
	const header = { ...sent, companyId };
	if (contains(order.buyerOrder, header)) return false;
	order.buyerOrder = { ...order.buyerOrder, ...detached(header) };
	return true;
}

/** A change of the header alone touches no line. */
function announceHeader({ orderId }: Order, { orders, publish }: Context): void {
	const eventName = 'OrderLinesUpdatedByBuyer';
	orders.touch(orderId, []);
	publish({ kind: 'order', eventName, orderId, positions: [] });
}

/** Where the buyer asks for other goods, dates, quantities or prices, the line is issued again. */
function updateLine(line: OrderLine, sent: SentLine): void {
	const { deliverySchedule, prices, ...buyerLine } = detached(sent);
	const isSame = contains(askedOf(line), { deliverySchedule, prices, item: sent.item });
	line.buyerLine = { ...line.buyerLine, ...buyerLine };
	if (isSame) return;
	line.deliverySchedule = scheduleOf(deliverySchedule, 'Open');
	line.prices = pricesOf(prices);
	line.deliveryScheduleIncludingRequests = detached(line.deliverySchedule);
	line.pricesIncludingRequests = detached(line.prices);
	line.status = { processStatus: 'Issued', logisticsStatus: 'Open' };
	delete line.confirmedLine;
	const { proposal, reopenRequest } = line.supplierLine.requests;
	for (const request of [proposal, reopenRequest]) {
		if (request?.status === 'Open') request.status = 'Closed';
	}
}

/** The line in the form in which a buyer sends it. */
function askedOf({ buyerLine, deliverySchedule, prices }: OrderLine): object {
	return { ...buyerLine, deliverySchedule, prices };
}

/** Of lines that are sent twice the last counts. */
function byPosition(lines: readonly SentLine[]): SentLine[] {
	return [...new Map(lines.map((line) => [line.position, line])).values()];
}
