/** The sandbox's documents: uploaded, described, downloaded by a link, deleted. */
import axios from 'axios';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { startSandbox, type Sandbox } from '../../sandbox';
import { closedAfterTest } from '../../sandbox/cleanup';
import { basic, get, loggedIn, post, type Answer } from '../../sandbox/client';

let sandbox: Sandbox;
let token: Record<string, string>;
let documents: string;

beforeAll(async () => {
	sandbox = await startSandbox({ requestsPerSecond: 0 });
	token = await loggedIn(sandbox);
	documents = `${sandbox.v2}/object-storage/document`;
});
afterEach(() => {
	jest.restoreAllMocks();
	sandbox.reset();
});
afterAll(() => sandbox.close());

async function upload(filename: string, content: string, field = 'file'): Promise<Answer> {
	const form = new FormData();
	form.append(field, new Blob([content], { type: 'application/pdf' }), filename);
	return await post(documents, form, token);
}

const metadata = async (id: unknown) =>
	(await get(`${documents}/${String(id)}/metadata`, token)).data;
const remove = (id: unknown) =>
	axios.delete(`${documents}/${String(id)}`, {
		headers: token,
		proxy: false,
		validateStatus: () => true,
	});

/** The SHA-256 of what a URL gives, as a stream. */
async function hashOf(url: string, headers = {}): Promise<string> {
	const answer = await axios.get<Readable>(url, { headers, proxy: false, responseType: 'stream' });
	const hash = createHash('sha256');
	for await (const chunk of answer.data) hash.update(chunk as Uint8Array);
	return hash.digest('hex');
}

describe('equal contents', () => {
	it('share one id, which a deletion takes from all who have it', async () => {
		const first = await upload('a.pdf', 'the same');
		const second = await upload('b.pdf', 'the same');
		expect(second.data.id).toBe(first.data.id);
		expect(await metadata(second.data.id)).toMatchObject({ filename: 'a.pdf' });
		await remove(first.data.id);
		expect((await get(`${documents}/${String(second.data.id)}`, token)).status).toBe(404);
		expect((await upload('b.pdf', 'the same')).data.id).not.toBe(first.data.id);
	});

	it('have ids of their own where the sandbox is told so', async () => {
		const other = closedAfterTest(await startSandbox({ equalUploads: 'separate' }));
		const form = () => {
			const body = new FormData();
			body.append('file', new Blob(['the same']), 'a.txt');
			return body;
		};
		const url = `${other.v2}/object-storage/document`;
		const ids = [
			(await post(url, form(), basic(other.users.buyer))).data.id,
			(await post(url, form(), basic(other.users.buyer))).data.id,
		];
		expect(new Set(ids).size).toBe(2);
		expect(other.documents.uploads).toBe(2);
	});
});

describe('many documents as one ZIP file', () => {
	const zip = (objectIds: unknown[], filename = 'documents') =>
		post(`${sandbox.v2}/object-storage/documents/zip`, { objectIds, filename }, token);

	it('lie behind a link, those of one name told apart', async () => {
		const [a, b] = ['eins', 'zwei'].map((text) =>
			sandbox.documents.put('ü.txt', 'text/plain', text),
		);
		const { data } = await zip([a.id, b.id, a.id]);
		const answer = await axios.get<Buffer>(String(data.downloadUrl), {
			proxy: false,
			responseType: 'arraybuffer',
		});
		expect(answer.headers['content-disposition']).toContain('documents.zip');
		const content = answer.data.toString('latin1');
		expect(content.startsWith('PK')).toBe(true);
		for (const text of ['eins', 'zwei', '-1.txt', '-2.txt']) expect(content).toContain(text);
	});

	it('are made five at a time for a user', async () => {
		const { id } = sandbox.documents.put('a.txt', 'text/plain', 'content');
		sandbox.fault({ path: '/documents/zip$', after: true, delayMs: 150, times: 6 });
		const statuses = (await Promise.all(Array.from({ length: 6 }, () => zip([id])))).map(
			({ status }) => status,
		);
		expect(statuses.sort()).toEqual([200, 200, 200, 200, 200, 429]);
		expect((await zip([id])).status).toBe(200);
	});

	it('are at most 500, and all of them known', async () => {
		const { id } = sandbox.documents.put('a.txt', 'text/plain', 'content');
		const statuses = [await zip(Array(501).fill(id)), await zip([]), await zip([id, 'unknown'])];
		expect(statuses.map(({ status }) => status)).toEqual([400, 400, 404]);
	});
});

it('a form without the field file, and what is no form, are refused', async () => {
	const errors = [{ path: 'file', message: 'is required' }];
	expect((await post(documents, {}, token)).data).toEqual({ error: 'Validation', errors });
	expect((await upload('a.pdf', 'a', 'document')).status).toBe(400);
	const headers = { ...token, 'Content-Type': 'multipart/form-data; boundary=x' };
	const broken = await axios.post(documents, '--x\r\nbroken', {
		headers,
		proxy: false,
		validateStatus: () => true,
	});
	expect(broken.status).toBe(400);
});

describe('a download link', () => {
	it('needs no credentials, takes none, and lives a minute', async () => {
		const { id } = sandbox.documents.put('a.txt', 'text/plain', 'content');
		const { downloadUrl } = await metadata(id);
		const url = String(downloadUrl);
		expect((await get(url)).data).toBe('content');
		expect((await get(url, token)).status).toBe(400);
		const now = Date.now();
		jest.spyOn(Date, 'now').mockReturnValue(now + 59_000);
		expect((await get(url)).status).toBe(200);
		jest.spyOn(Date, 'now').mockReturnValue(now + 61_000);
		expect((await get(url)).status).toBe(403);
		expect((await get(`${sandbox.url}/download/invented`)).status).toBe(403);
	});

	it('is recorded, and has faults like the APIs', async () => {
		const { id } = sandbox.documents.put('a.txt', 'text/plain', 'content');
		const { downloadUrl } = await metadata(id);
		sandbox.fault({ path: '^/download/', status: 503 });
		expect((await get(String(downloadUrl))).status).toBe(503);
		expect(sandbox.calls.at(-1)).toMatchObject({ status: 503, authorization: undefined });
		sandbox.fault({ path: '^/download/', resetMidAnswer: true });
		await expect(get(String(downloadUrl))).rejects.toThrow('aborted');
	});
});

describe('big documents', () => {
	const size = 60 * 1024 * 1024 + 7;

	it('are made while they are read, the same bytes each time', async () => {
		const document = sandbox.documents.put('big.bin', 'application/octet-stream', { size });
		const expected = await document.sha256();
		const { downloadUrl } = await metadata(document.id);
		expect(await hashOf(String(downloadUrl))).toBe(expected);
		expect(await hashOf(`${documents}/${document.id}`, token)).toBe(expected);
	});

	it('go up as a stream to disk and are gone when the sandbox is', async () => {
		const other = await startSandbox();
		const folder = other.documents.uploadFolder();
		try {
			const source = other.documents.put('big.bin', 'application/octet-stream', { size });
			const head =
				'--x\r\nContent-Disposition: form-data; name="file"; filename="big.bin"\r\n' +
				'Content-Type: application/octet-stream\r\n\r\n';
			const form = Readable.from(
				(async function* () {
					yield Buffer.from(head);
					yield* source.stream();
					yield Buffer.from('\r\n--x--\r\n');
				})(),
			);
			const { data } = await axios.post<{ id: string }>(
				`${other.v2}/object-storage/document`,
				form,
				{
					headers: {
						...basic(other.users.supplier),
						'Content-Type': 'multipart/form-data; boundary=x',
					},
					maxRedirects: 0,
					proxy: false,
				},
			);
			const stored = other.documents.get(data.id);
			expect(stored?.size).toBe(size);
			expect(await stored?.sha256()).toBe(await source.sha256());
		} finally {
			await other.close();
		}
		expect(existsSync(folder)).toBe(false);
	});
});

it('the documents that generated orders name can be downloaded, and are not listed', async () => {
	const fresh = await startSandbox({ orders: 1 });
	const [{ buyerOrder }] = fresh.orders.list();
	const url = `${fresh.v2}/object-storage/document/${buyerOrder.documents[0].objectId}`;
	const answer = await get(url, basic(fresh.users.buyer));
	await fresh.close();
	expect(answer.data).toMatch(/^%PDF-.*Terms of purchase/s);
	expect(fresh.documents.list()).toEqual([]);
});
