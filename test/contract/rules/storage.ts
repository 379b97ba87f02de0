/** Rules: files and their links. */
import { answered, answeredIfAllowed, has, holds, is, refused, textAt } from '../look';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { content, metadata, upload, uploaded } from '../files';

const evidence = 'documented';
const usedBy = [parts.documents];
const anybody = ['anybody'] as const;
export const storage: readonly Rule[] = [
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
		usedBy: [parts.downloads],
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
		usedBy: [parts.downloads],
		provedBy: 'test/integration/document.test.ts',
	},
	{
		page: 'SDK: object-storage/DownloadDocumentProxy',
		sentence: 'The content comes from Tradecloud itself, too, for GET with a login',
		evidence: 'sample',
		usedBy: [parts.downloads],
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
		usedBy: [parts.documents],
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
		usedBy: [parts.downloads],
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
		usedBy: [parts.downloads],
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
		usedBy: [parts.documents],
		needs: anybody,
		async check(world) {
			const path = `/object-storage/document/${await uploaded(world)}`;
			answeredIfAllowed('the deletion', await world.somebody.call('DELETE', path), 200, 202, 204);
			answered('the metadata', await world.somebody.get(`${path}/metadata`), 404);
		},
	},
];
