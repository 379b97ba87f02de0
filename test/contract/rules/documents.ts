/** Rules: documents on orders and their lines. */
import { accept, line, type Body } from '../bodies';
import { at, holds, refused } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { metadata, uploaded } from '../files';

const evidence = 'documented';
const metadataOnly = { code: 'DRW-1', revision: 'A', name: 'Drawing', type: 'Drawing' };
const newer = { ...metadataOnly, revision: 'B' };
const byUrl = { code: 'MAN-1', name: 'Manual', url: 'https://files.example.com/manual.pdf' };
/** Waits until the order has exactly these documents of the buyer. */
async function documentsAre(order: TestOrder, expected: readonly Body[]): Promise<void> {
	await order.holds({ buyerOrder: { documents: expected } });
}
export const documents: readonly Rule[] = [
	{
		page: 'order/buyer/issue/attach-document.md',
		sentence: 'A document may be an uploaded file, a web address, or metadata only',
		evidence,
		usedBy: [parts.orderUpdates],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.issued(world);
			const file = { code: 'DN-1', objectId: await uploaded(world, world.buyer) };
			const documents = [file, byUrl, metadataOnly];
			await order.about('documents', undefined, { documents });
			await documentsAre(order, documents);
		},
	},
	{
		page: 'order/buyer/issue/attach-document-api.md',
		sentence: 'A document with a known code takes the place of the one before, others are added',
		evidence,
		usedBy: [parts.orderUpdates],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.about('documents', undefined, { documents: [metadataOnly] });
			await documentsAre(order, [metadataOnly]);
			await order.about('documents', undefined, { documents: [newer, byUrl] });
			await documentsAre(order, [newer, byUrl]);
		},
	},
	{
		page: 'order/buyer/issue/attach-document-api.md',
		sentence: 'Documents can be attached to lines only',
		evidence,
		usedBy: [parts.orderUpdates],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.about('documents', [{ position: '00010', documents: [byUrl] }]);
			await order.lineHolds('00010', { buyerLine: { documents: [byUrl] } });
		},
	},
	{
		page: 'order/buyer/issue/attach-document-api.md',
		sentence: 'Documents can be embedded in an order, in its header and its lines',
		evidence,
		usedBy: [parts.orderMessage],
		needs: ['buyer'],
		async check(world) {
			const lines = [line('00010', { documents: [byUrl] })];
			const order = await TestOrder.issued(world, lines, { order: { documents: [metadataOnly] } });
			await documentsAre(order, [metadataOnly]);
			holds('the line', await order.line('00010'), { buyerLine: { documents: [byUrl] } });
		},
	},
	{
		page: 'order/buyer/issue/attach-document-api.md',
		sentence: 'A document for an order that was not sent before is refused with 400',
		evidence: 'guess',
		ifWrong: 'The node says that the document was sent; the order lacks it. Nothing is doubled.',
		usedBy: [parts.explain],
		needs: ['buyer'],
		async check(world) {
			const order = { purchaseOrderNumber: world.number(), documents: [byUrl] };
			const reply = await world.buyer.post('/api-connector/order/documents', { order });
			refused('the message', reply);
		},
	},
	{
		page: 'order/supplier/send-order-response/attach-document.md',
		sentence: 'A response may embed documents, in its header and its lines',
		evidence,
		usedBy: [parts.orderResponse],
		needs: ['buyer', 'supplier'],
		async check(world) {
			const order = await TestOrder.issued(world);
			const own = { ...accept('00010'), documents: [byUrl] };
			await order.respond([own], { order: { documents: [metadataOnly] } });
			await order.becomes('00010', 'Confirmed');
			const found = await order.read();
			holds('the order', found, { supplierOrder: { documents: [metadataOnly] } });
			holds('the line', await order.line('00010'), { supplierLine: { documents: [byUrl] } });
		},
	},
	{
		page: 'order/supplier/receive/download-document.md',
		sentence: 'The supplier can read the file that the buyer has attached',
		evidence,
		usedBy: [parts.downloads],
		needs: ['buyer', 'supplier'],
		async check(world) {
			const objectId = await uploaded(world, world.buyer);
			const documents = [{ code: 'DN-2', objectId }];
			const order = await TestOrder.issued(world, undefined, { order: { documents } });
			await world.until(
				'the supplier to read the order',
				() => order.get(world.supplier),
				({ status, data }) => status === 200 && at(data, 'buyerOrder.documents.0') !== undefined,
			);
			await metadata(world.supplier, objectId);
		},
	},
];
