/** Documents: up and down as streams, their metadata, their end. */
import type { IBinaryKeyData, NodeParameterValueType } from 'n8n-workflow';

import { errorOf, itemsOf, jsonOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

const content = Buffer.from('Zeichnung Ä-4711\n'.repeat(1_000));

function file(fileName: string, bytes: Buffer): IBinaryKeyData {
	return {
		data: { data: bytes.toString('base64'), mimeType: 'application/pdf', fileName },
	};
}

async function upload(fileName = 'Drawing Ä-4711 "B".pdf', parameters = {}, bytes = content) {
	return await setting.run(
		{ resource: 'document', operation: 'upload', options: { retries: 1 }, ...parameters },
		[{}],
		{ binary: file(fileName, bytes) },
	);
}

function about(operation: string, documentId: unknown) {
	return { resource: 'document', operation, documentId: documentId as string };
}

test('a file goes up and comes down again, byte by byte, with its name and type', async () => {
	const [{ id }] = jsonOf(await upload('Drawing A-4711.pdf'));
	const run = await setting.run(about('download', id));
	const [{ json, binary }] = itemsOf(run);
	expect(json).toEqual({ id, filename: 'Drawing A-4711.pdf', contentType: 'application/pdf' });
	expect(binary?.data).toMatchObject({
		fileName: 'Drawing A-4711.pdf',
		mimeType: 'application/pdf',
	});
	expect(Buffer.from(binary!.data.data, 'base64').equals(content)).toBe(true);
});

test('a file comes down also when Tradecloud gives no link', async () => {
	const [{ id }] = jsonOf(await upload('Drawing A-4711.pdf'));
	setting.sandbox.fault({
		path: '/metadata$',
		status: 200,
		contentType: 'application/json',
		body: JSON.stringify({ id, filename: 'Drawing A-4711.pdf', contentType: 'application/pdf' }),
	});
	const [{ binary }] = itemsOf(await setting.run(about('download', id)));
	expect(Buffer.from(binary!.data.data, 'base64').equals(content)).toBe(true);
	expect(setting.sandbox.calls.at(-1)?.path).toBe(`/v2/object-storage/document/${id as string}`);
});

describe('a download link that may reach into a private network is not followed, and not tried again', () => {
	async function download(downloadUrl: string) {
		setting.sandbox.fault({
			path: '/metadata$',
			status: 200,
			contentType: 'application/json',
			body: JSON.stringify({ id: 'D-1', downloadUrl }),
		});
		const run = await setting.run(about('download', 'D-1'));
		expect(setting.sandbox.calls.filter(({ path }) => path.endsWith('/metadata'))).toHaveLength(1);
		expect(setting.sandbox.calls.filter(({ path }) => path.includes('/download/'))).toEqual([]);
		return errorOf(run);
	}

	test.each([
		['http://files.example.com/D-1?signature=4711', 'http://files.example.com'],
		['https://10.0.0.1:8443/D-1', 'https://10.0.0.1:8443'],
		['https://[::ffff:a9fe:a9fe]/latest/meta-data', 'https://[::ffff:a9fe:a9fe]'],
		['https://2886729729/D-1', 'https://172.16.0.1'],
		['https://metadata.google.internal/', 'https://metadata.google.internal'],
		['https://someone:4711@files.example.com/D-1', 'https://files.example.com'],
	])('%s', async (link, address) => {
		const { message, description } = await download(link);
		expect(message).toBe(
			`The download link of document 'D-1' leads to ${address}, which is not a safe address of Tradecloud on the internet`,
		);
		expect(description).toMatch(/^The file was not fetched/);
		expect(message + description).not.toContain('4711');
	});

	test('nor to this machine, with a login in it', async () => {
		const { host } = new URL(setting.sandbox.url);
		const { message } = await download(`http://someone:4711@${host}/download/D-1`);
		expect(message).toContain(`leads to http://${host}, which is not a safe address`);
	});

	test('nor one that is no web address', async () => {
		const { message } = await download('https://someone:4711@[files');
		expect(message).toBe("The download link of document 'D-1' is not a web address");
	});
});

test('a file may get another name', async () => {
	const scan = Buffer.from('a file that Tradecloud does not have yet');
	const [{ id }] = jsonOf(await upload('scan.pdf', { fileName: 'Drawing "B".pdf' }, scan));
	const [{ filename }] = jsonOf(await setting.run(about('getMetadata', id)));
	expect(filename).toMatch(/^Drawing .*B.*\.pdf$/);
});

test.each(['macro.exe', 'MACRO.EXE', 'archive.tar.jar', 'x.ex_'])(
	'%s is refused before the upload',
	async (fileName) => {
		const run = await upload(fileName);
		expect(errorOf(run).message).toMatch(/^Tradecloud takes no files that end with '\.\w+'/);
		expect(setting.sandbox.calls).toEqual([]);
	},
);

test('an upload of which no answer comes is not repeated', async () => {
	setting.sandbox.fault({ path: '^/object-storage/document$', reset: true, after: true });
	const run = await upload();
	expect(errorOf(run).description).toMatch(/It may have been processed all the same/);
	expect(
		setting.sandbox.calls.filter(
			({ method, path }) => method === 'POST' && path.includes('document'),
		),
	).toHaveLength(1);
});

test('an upload that met an expired session is sent again, whole', async () => {
	setting.sandbox.fault({ path: '^/object-storage/document$', expireToken: true });
	const [{ id }] = jsonOf(await upload());
	const [{ binary }] = itemsOf(await setting.run(about('download', id)));
	expect(Buffer.from(binary!.data.data, 'base64').equals(content)).toBe(true);
});

test('a document is deleted, and is then not known', async () => {
	const [{ id }] = jsonOf(await upload());
	expect(jsonOf(await setting.run(about('delete', id)))).toEqual([{ deleted: true }]);
	for (const operation of ['getMetadata', 'download', 'delete']) {
		const run = await setting.run(about(operation, id));
		expect(errorOf(run).message).toBe(`Tradecloud could not find document '${id as string}'`);
	}
});

test('an item without a file is named', async () => {
	const run = await setting.run({ resource: 'document', operation: 'upload' });
	expect(errorOf(run).message).toMatch(/binary/i);
});

describe('several documents', () => {
	function zipped(documentIds: unknown, more: Record<string, NodeParameterValueType> = {}) {
		return setting.run({
			resource: 'document',
			operation: 'downloadMany',
			documentIds: documentIds as string,
			options: { retries: 1 },
			...more,
		});
	}

	/** As many documents as wanted, each with a content of its own. */
	function stored(count: number): string[] {
		return Array.from({ length: count }, (_, index) => {
			const { id } = setting.sandbox.documents.put(
				`${index}.txt`,
				'text/plain',
				`content ${index}`,
			);
			return id;
		});
	}

	test('come down as one zip file, each once', async () => {
		const ids = stored(2);
		const list = `={{ ${JSON.stringify([...ids, ids[0]])} }}`;
		const run = await zipped(list, { fileName: 'PO-1' });
		const [{ json, binary }] = itemsOf(run);
		expect(json).toEqual({
			filename: 'PO-1.zip',
			contentType: 'application/zip',
			documentIds: ids,
		});
		expect(binary?.data).toMatchObject({ fileName: 'PO-1.zip', mimeType: 'application/zip' });
		const zip = Buffer.from(binary!.data.data, 'base64').toString('latin1');
		expect(zip.startsWith('PK')).toBe(true);
		expect(zip).toContain('content 0');
		expect(zip).toContain('content 1');
		expect(setting.sandbox.calls.at(-2)).toMatchObject({
			path: '/v2/object-storage/documents/zip',
			body: { objectIds: ids, filename: 'PO-1.zip' },
		});
		expect(setting.sandbox.calls.at(-1)?.authorization).toBeUndefined();
	});

	test('are asked for again where the link or Tradecloud is not there just now', async () => {
		const ids = stored(1);
		setting.sandbox.fault({ path: '^/download/', status: 403 });
		expect(itemsOf(await zipped(ids.join()))).toHaveLength(1);
		setting.sandbox.fault({ path: '/zip$', status: 429, headers: { 'Retry-After': '0' } });
		expect(itemsOf(await zipped(` ${ids.join()} , `))).toHaveLength(1);
	});

	test('are asked for no more often than wanted, whatever it is that does not succeed', async () => {
		setting.sandbox.fault({ path: '/zip$', status: 503 });
		setting.sandbox.fault({ path: '^/download/', status: 503, times: Infinity });
		const { message, description } = errorOf(await zipped(stored(1).join()));
		expect(message).toMatch(/^Tradecloud is not available/);
		expect(description).toMatch(/^Tried 2 times/);
		expect(setting.sandbox.calls.filter(({ path }) => path.endsWith('/zip'))).toHaveLength(2);
	});

	test('that are more than Tradecloud takes are refused before the call', async () => {
		const ids = Array.from({ length: 501 }, (_, index) => `D-${index}`);
		const { message } = errorOf(await zipped(ids.join(',')));
		expect(message).toBe(
			"Tradecloud puts at most 500 documents into a zip file, and 'Document IDs' holds 501",
		);
		expect(setting.sandbox.calls).toEqual([]);
	});

	test('of which one does not exist, or none is named, are told', async () => {
		expect(errorOf(await zipped('D-404')).message).toBe(
			'Tradecloud could not find one of the documents',
		);
		expect(errorOf(await zipped(' , ')).message).toBe("'Document IDs' is empty");
	});

	test('are not fetched from an address in a private network', async () => {
		setting.sandbox.fault({
			path: '/zip$',
			status: 200,
			contentType: 'application/json',
			body: JSON.stringify({ downloadUrl: 'https://10.0.0.1/zip?signature=4711' }),
		});
		const { message } = errorOf(await zipped(stored(1).join()));
		expect(message).toMatch(
			/^The download link of a zip file of 1 documents leads to https:\/\/10/,
		);
	});
});
