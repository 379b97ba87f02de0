/** A supplier answers an order (manual: order/supplier/send-order-response/README.md). */
import { detached, type Order, type OrderLine } from '../../data/model';
import { linesAt } from '../../data/orderStore';
import { decisionOf, type OrderResponseBody, type ResponseLine } from '../validation/orderResponse';
import { contactOf, mergedDetails } from './buyerPart';
import { announce, tell, type LineEvent } from './changes';
import { checkLines, suppliersOrder, type Context } from './context';
import { withDocuments } from './documents';
import { respond } from './respondLine';
import { without } from './without';

/** Each line gets its answer. Guess: what is so already is told nobody. */
export function sendResponse({ order: header, lines }: OrderResponseBody, context: Context): void {
	const { purchaseOrderNumber, buyerAccountNumber } = header;
	const order = suppliersOrder(context, purchaseOrderNumber, buyerAccountNumber);
	checkLines(
		order,
		lines.map(({ purchaseOrderLinePosition }) => purchaseOrderLinePosition),
	);
	checkDocuments(order, header, lines);
	const isHeaderNew = takeHeader(order, header, context);
	const autoConfirm = order.buyerOrder.indicators.autoConfirm === true;
	const happened = lines.flatMap((sent): LineEvent[] => {
		const [line] = linesAt(order, [sent.purchaseOrderLinePosition]);
		const given = decisionOf(sent.indicators, header.indicators);
		const decision =
			(given?.accepted && 'accepted') || (given?.rejected && 'rejected') || undefined;
		const updates = takeFields(line, sent);
		const event = respond(line, { ...sent, decision, autoConfirm });
		// Guess: what is told by an answer is not told as an update once more.
		return (event ? [event] : updates).map((name): LineEvent => [name, line, sent.reason]);
	});
	tell(context, order, happened);
	if (isHeaderNew && happened.length === 0) {
		announce(context, order, 'OrderLinesUpdatedBySupplier', []);
	}
}

type Header = OrderResponseBody['order'];

/** Refuses too many documents before anything is changed. */
function checkDocuments(order: Order, header: Header, lines: readonly ResponseLine[]): void {
	withDocuments(order.supplierOrder.documents, header.documents, 'order.documents');
	lines.forEach(({ purchaseOrderLinePosition, documents }, index) => {
		const [{ supplierLine }] = linesAt(order, [purchaseOrderLinePosition]);
		withDocuments(supplierLine.documents, documents, `lines[${index}].documents`);
	});
}

/** Takes over what the header says of the supplier's part; true where that is anything new. */
function takeHeader(order: Order, header: Header, context: Context): boolean {
	const { supplierOrder } = order;
	const { contact, documents, description, properties, notes } = header;
	const changed = detached({
		...supplierOrder,
		...(description !== undefined && { description }),
		...(properties && { properties }),
		...(notes && { notes }),
		...(contact && { contact: contactOf(contact, context) }),
		documents: withDocuments(supplierOrder.documents, documents, 'order.documents'),
	});
	const isNew = JSON.stringify(changed) !== JSON.stringify(supplierOrder);
	order.supplierOrder = changed;
	return isNew;
}

/** Takes over the supplier's fields that are not negotiated, and names the events of what is new. */
function takeFields(line: OrderLine, sent: ResponseLine): string[] {
	const before = line.supplierLine;
	const { salesOrderLinePosition, documents, ...fields } = without(
		sent,
		'purchaseOrderLinePosition',
		'deliverySchedule',
		'prices',
		'indicators',
		'reason',
	);
	line.supplierLine = detached({
		...before,
		...fields,
		...(salesOrderLinePosition && { salesOrderPosition: salesOrderLinePosition }),
		itemDetails: fields.itemDetails
			? { ...before.itemDetails, ...fields.itemDetails }
			: before.itemDetails,
		documents: withDocuments(before.documents, documents, 'lines.documents'),
	});
	line.mergedItemDetails = mergedDetails(line);
	const details = (of: OrderLine['supplierLine']) => JSON.stringify(of.itemDetails);
	const others = (of: OrderLine['supplierLine']) =>
		JSON.stringify({ ...of, itemDetails: undefined });
	return [
		...(details(before) === details(line.supplierLine) ? [] : ['OrderLinesItemDetailsChanged']),
		...(others(before) === others(line.supplierLine) ? [] : ['OrderLinesUpdatedBySupplier']),
	];
}
