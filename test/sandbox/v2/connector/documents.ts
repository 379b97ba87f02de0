/** A buyer attaches documents to an order and its lines: those with a code are replaced by it. */
import { contains } from '../../data/contains';
import { detached, type Document } from '../../data/model';
import type { DocumentsBody, SentDocument } from '../validation/bodies';
import { buyersOrder, checkLines, type Context } from './context';

/** Attaches what is new or changed, and tells it where there is any. */
export function attachDocuments(body: DocumentsBody, context: Context): void {
	const order = buyersOrder(context, body.order.purchaseOrderNumber);
	const sentLines = new Map(body.lines?.map(({ position, documents }) => [position, documents]));
	checkLines(order, [...sentLines.keys()]);
	const isOrderTouched = attach(order.buyerOrder.documents, body.order.documents ?? []);
	const positions = order.lines
		.filter(({ buyerLine }) => attach(buyerLine.documents, sentLines.get(buyerLine.position) ?? []))
		.map(({ buyerLine }) => buyerLine.position);
	if (!isOrderTouched && positions.length === 0) return;
	const { orderId } = order;
	context.orders.touch(orderId, positions);
	const eventName = 'OrderDocumentsAttachedByBuyer';
	context.publish({ kind: 'orderDocuments', eventName, orderId, positions });
}

/** Replaces the document of the same code, else appends; true where that changes anything. */
function attach(attached: Document[], sent: readonly SentDocument[]): boolean {
	let isChanged = false;
	for (const document of sent) {
		const index = attached.findIndex(({ code }) => code !== undefined && code === document.code);
		if (index >= 0 && contains(attached[index], document)) continue;
		attached.splice(index < 0 ? attached.length : index, 1, detached(document));
		isChanged = true;
	}
	return isChanged;
}
