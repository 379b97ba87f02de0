/** Rules: files, their links, and documents on orders. */
import { accept, line, type Body } from '../bodies';
import type { Answer, Client } from '../client';
import { answered, answeredIfAllowed, at, has, holds, is, refused, textAt } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import type { World } from '../world';

const evidence = 'documented';
const usedBy = [parts.documents];
const anybody = ['anybody'] as const;
const content = 'Delivery note of a contract test, which may be deleted.';

/** Uploads a file; its content differs from that of all others unless it is given. */
async function upload(client: Client, filename: string, text: string): Promise<Answer> {
	const form = new FormData();
	form.append('file', new Blob([text], { type: 'text/plain' }), filename);
	return await client.post('/object-storage/document', form);
}

async function uploaded(world: World, client = world.somebody): Promise<string> {
	const reply = await upload(client, 'note.txt', `${content} ${world.number()}`);
	answered('the upload', reply, 200);
	return textAt(reply.data, 'id');
}

async function metadata(client: Client, id: string): Promise<unknown> {
	const reply = await client.get(`/object-storage/document/${id}/metadata`);
	answered('the metadata', reply, 200);
	return reply.data;
}

const storage: readonly Rule[] = [
	{
		page: 'SDK: object-storage/UploadDocument',
		sentence: 'An upload is a form with the field file, and is answered with an id',
		evidence: 'sample',
		usedBy,
		needs: anybody,
		check: async (world) => void (await uploaded(world)),
	},
	{
		page: 'shipment/buyer/receive/download-document.md',
		sentence: 'The metadata of a file are id, filename, contentType and downloadUrl',
		evidence,
		usedBy,
		needs: anybody,
		async check(world) {
			const id = await uploaded(world);
			const found = await metadata(world.somebody, id);
			holds('the metadata', found, { id, filename: 'note.txt' });
			has('the metadata', found, 'contentType', 'downloadUrl');
		},
	},
	{
		page: 'order/buyer/receive/download-document.md',
		sentence: 'downloadUrl has the content, for a plain GET without a login',
		evidence,
		usedBy,
		needs: anybody,
		async check(world) {
			const link = textAt(await metadata(world.somebody, await uploaded(world)), 'downloadUrl');
			const reply = await world.somebody.bare('GET', link);
			answered('the link', reply, 200);
			const text = String(reply.data);
			is('the content', text, 'what was uploaded', text.startsWith(content));
		},
	},
	{
		page: 'security/documents.md',
		sentence: 'A link lives for a minute, so it is asked for just before it is used',
		evidence,
		usedBy,
		provedBy: 'test/integration/document.test.ts',
	},
	{
		page: 'SDK: object-storage/DownloadDocumentProxy',
		sentence: 'The content comes from Tradecloud itself, too, for GET with a login',
		evidence: 'sample',
		usedBy,
		needs: anybody,
		async check(world) {
			const id = await uploaded(world);
			const reply = await world.somebody.get(`/object-storage/document/${id}`);
			answered('the document', reply, 200);
			const text = String(reply.data);
			is('the content', text, 'what was uploaded', text.startsWith(content));
		},
	},
	{
		page: 'security/documents.md',
		sentence: 'A link is given to users who are logged in only',
		evidence,
		usedBy: [],
		needs: anybody,
		async check(world) {
			const path = `/object-storage/document/${await uploaded(world)}/metadata`;
			answered('the metadata', await world.somebody.bare('GET', path), 401, 403);
		},
	},
	{
		page: 'security/documents.md',
		sentence: 'Files with the extension of a program are refused',
		evidence,
		usedBy: ['nodes/Tradecloud/actions/document/upload.operation.ts'],
		needs: anybody,
		async check({ somebody }) {
			for (const name of ['note.exe', 'note.PS1', 'note.xll']) {
				refused(name, await upload(somebody, name, content));
			}
		},
	},
	{
		page: 'SDK: object-storage/TestCaching',
		sentence: 'Equal files may get the same id; both ids can be read',
		evidence: 'sample',
		usedBy,
		needs: anybody,
		async check(world) {
			const text = `${content} ${world.number()}`;
			for (const name of ['one.txt', 'two.txt']) {
				const reply = await upload(world.somebody, name, text);
				answered('the upload', reply, 200);
				await metadata(world.somebody, textAt(reply.data, 'id'));
			}
		},
	},
	{
		page: 'SDK: object-storage/DownloadZip',
		sentence: 'Several files come as one zip, by a link',
		evidence: 'sample',
		usedBy: [],
		needs: anybody,
		async check(world) {
			const objectIds = [await uploaded(world), await uploaded(world)];
			const body = { objectIds, filename: 'notes' };
			const reply = await world.somebody.post('/object-storage/documents/zip', body);
			answeredIfAllowed('the zip', reply, 200);
			const zip = await world.somebody.bare('GET', textAt(reply.data, 'downloadUrl'));
			answered('the link', zip, 200);
			is('the content', String(zip.data).slice(0, 2), 'a zip', String(zip.data).startsWith('PK'));
		},
	},
	{
		page: 'SDK: object-storage/DownloadZip',
		sentence: 'A zip has at most 500 files',
		evidence: 'sample',
		usedBy: [],
		needs: anybody,
		async check(world) {
			const id = await uploaded(world);
			const objectIds = Array.from({ length: 501 }, () => id);
			const body = { objectIds, filename: 'notes' };
			const reply = await world.somebody.post('/object-storage/documents/zip', body);
			if (reply.status === 403) answeredIfAllowed('the zip', reply);
			refused('501 files', reply);
		},
	},
	{
		page: 'SDK: object-storage/DeleteDocument',
		sentence: 'A file can be deleted, and is then not found',
		evidence: 'sample',
		usedBy: ['nodes/Tradecloud/actions/document/delete.operation.ts'],
		needs: anybody,
		async check(world) {
			const path = `/object-storage/document/${await uploaded(world)}`;
			answeredIfAllowed('the deletion', await world.somebody.call('DELETE', path), 200, 202, 204);
			answered('the metadata', await world.somebody.get(`${path}/metadata`), 404);
		},
	},
];

const metadataOnly = { code: 'DRW-1', revision: 'A', name: 'Drawing', type: 'Drawing' };
const newer = { ...metadataOnly, revision: 'B' };
const byUrl = { code: 'MAN-1', name: 'Manual', url: 'https://files.example.com/manual.pdf' };

/** Waits until the order has exactly these documents of the buyer. */
async function documentsAre(order: TestOrder, expected: readonly Body[]): Promise<void> {
	await order.holds({ buyerOrder: { documents: expected } });
}

const attached: readonly Rule[] = [
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
		usedBy,
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

export const documents: readonly Rule[] = [...storage, ...attached];
