/** Documents of an order and its lines (manual: order/buyer/issue/attach-document-api.md). */
import { detached, type Document } from '../../data/model';
import type { DocumentsBody, SentDocument } from '../validation/documents';
import { refusal } from '../validation/validate';
import { announceDocuments } from './changes';
import { buyersOrder, checkLines, type Context } from './context';

const maximum = 100;

/** A buyer attaches documents to an order that exists, which is an event, unlike embedded ones. */
export function attachDocuments(body: DocumentsBody, context: Context): void {
	const order = buyersOrder(context, body.order.purchaseOrderNumber);
	checkLines(
		order,
		body.lines.map(({ position }) => position),
	);
	const { buyerOrder } = order;
	const ofOrder = withDocuments(buyerOrder.documents, body.order.documents, 'order.documents');
	const ofLines = body.lines.map(({ position, documents }, index) => {
		const line = order.lines.find(({ buyerLine }) => buyerLine.position === position);
		const path = `lines[${index}].documents`;
		return { line, documents: withDocuments(line?.buyerLine.documents, documents, path) };
	});
	buyerOrder.documents = ofOrder;
	for (const { line, documents } of ofLines) if (line) line.buyerLine.documents = documents;
	const positions = body.lines
		.filter(({ documents }) => documents.length > 0)
		.map(({ position }) => position);
	if (body.order.documents.length + positions.length === 0) return;
	announceDocuments(context, order, 'OrderDocumentsAttachedByBuyer', positions);
}

/**
 * Those attached so far, with those that were sent: one of the same code is replaced, else it is
 * appended; in total there are 100 at most.
 */
export function withDocuments(
	attached: readonly Document[] = [],
	sent: readonly SentDocument[] = [],
	path: string,
): Document[] {
	const documents = [...attached];
	for (const document of sent) {
		const index = documents.findIndex(({ code }) => code && code === document.code);
		documents.splice(index < 0 ? documents.length : index, 1, detached(document));
	}
	if (documents.length <= maximum) return documents;
	throw refusal([{ path, message: `holds at most ${maximum} elements in total` }]);
}
