/** A buyer sends a new or changed order: matched by number and positions (manual: order/buyer/update.md). */
import type { Connection } from '../../data/companies';
import { detached, type Order, type OrderLine } from '../../data/model';
import { isActive } from '../../data/status';
import type { OrderBody } from '../validation/order';
import { refusal } from '../validation/validate';
import { contactOf } from './buyerPart';
import { announce, tell, type LineEvent } from './changes';
import { connectionToSupplier, type Context } from './context';
import { withDocuments } from './documents';
import { applyIndicators, cancel } from './indicators';
import { newLine, newOrder } from './newOrder';
import { updateLine } from './updateLine';
import { without } from './without';

const maximumLines = 500;

/** Stores a new order, or adds and changes lines of a known one. Returns the order. */
export function sendOrder(body: OrderBody, context: Context): Order {
	const { orders, companyId } = context;
	const { supplierAccountNumber, purchaseOrderNumber } = body.order;
	const path = 'order.supplierAccountNumber';
	const connection = connectionToSupplier(context, supplierAccountNumber, path);
	const known = orders.byNumber(purchaseOrderNumber, companyId);
	const order = known ?? issue(body, connection, context);
	if (known) update(known, body, connection, context);
	indicate(order, body, context);
	return order;
}

function issue(body: OrderBody, connection: Connection, context: Context): Order {
	// manual: order/buyer/issue/README.md, lines
	if (body.lines.length === 0) throw wrong('lines', 'needs at least 1 element for a new order');
	const order = newOrder(body, connection, context);
	context.orders.put(order);
	const positions = order.lines.map(({ buyerLine }) => buyerLine.position);
	announce(context, order, 'OrderIssuedByBuyer', positions);
	return order;
}

function update(order: Order, body: OrderBody, connection: Connection, context: Context): void {
	const known = new Map(order.lines.map((line) => [line.buyerLine.position, line]));
	const added = body.lines.filter(({ position }) => !known.has(position));
	checkUpdate(order, body, connection, added.length);
	const isHeaderNew = updateHeader(order, body, context);
	const lines = added.map((line) => newLine(order.id, line));
	order.lines.push(...lines);
	const happened = lines.map((line): LineEvent => ['OrderLinesIssuedByBuyer', line]);
	for (const sent of body.lines) {
		const line = known.get(sent.position);
		const events = line ? updateLine(line, sent) : [];
		if (line) happened.push(...events.map((event): LineEvent => [event, line, sent.reason]));
	}
	tell(context, order, happened);
	// A change of the header by itself touches no line.
	if (isHeaderNew && happened.length === 0) {
		announce(context, order, 'OrderLinesUpdatedByBuyer', []);
	}
}

/** Refuses what cannot be, before anything is changed. */
function checkUpdate(
	order: Order,
	{ order: header, lines }: OrderBody,
	connection: Connection,
	added: number,
): void {
	// Guess: an order stays with its supplier; if Tradecloud moves it, the buyer cancels it here instead.
	if (connection.supplierCompanyId !== order.supplierOrder.companyId) {
		throw wrong('order.supplierAccountNumber', 'is not that of the order');
	}
	if (order.lines.length + added > maximumLines) {
		throw wrong('lines', `holds at most ${maximumLines} elements in total`);
	}
	withDocuments(order.buyerOrder.documents, header.documents, 'order.documents');
	lines.forEach(({ position, documents }, index) => {
		const line = order.lines.find(({ buyerLine }) => buyerLine.position === position);
		withDocuments(line?.buyerLine.documents, documents, `lines[${index}].documents`);
	});
}

/**
 * Takes over what the header says; true where that is anything new. Guess: the header of an order of
 * which all lines are completed or cancelled ignores it as the lines do.
 */
function updateHeader(order: Order, body: OrderBody, context: Context): boolean {
	if (!order.lines.some(isActive)) return false;
	const { buyerOrder } = order;
	const { contact, supplierContact, indicators, documents, ...rest } = body.order;
	const changed = detached({
		...buyerOrder,
		...without(rest, 'companyId'),
		...(contact && { contact: contactOf(contact, context) }),
		...(supplierContact && { supplierContact: contactOf(supplierContact, context) }),
		...(indicators?.autoConfirm !== undefined && {
			indicators: { autoConfirm: indicators.autoConfirm },
		}),
		documents: withDocuments(buyerOrder.documents, documents, 'order.documents'),
	});
	const isNew = JSON.stringify(changed) !== JSON.stringify(buyerOrder);
	order.buyerOrder = { ...changed, ...without(body, 'order', 'lines') };
	return isNew;
}

/**
 * The order's indicators touch the lines of this message alone, those of a line overrule them (manual:
 * order/buyer/cancel.md, complete.md, receive-goods.md); lines that are missing are cancelled on demand.
 */
function indicate(order: Order, { order: header, lines }: OrderBody, context: Context): void {
	const sent = new Map(lines.map(({ position, indicators }) => [position, indicators]));
	const isSent = ({ buyerLine }: OrderLine) => sent.has(buyerLine.position);
	const happened = applyIndicators(order.lines.filter(isSent), ({ buyerLine }) => ({
		...header.indicators,
		...sent.get(buyerLine.position),
	}));
	if (header.indicators?.cancelLineWhenMissing) {
		happened.push(...cancel(order.lines.filter((line) => !isSent(line))));
	}
	tell(context, order, happened);
}

function wrong(path: string, message: string) {
	return refusal([{ path, message }]);
}
