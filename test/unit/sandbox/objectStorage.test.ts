/** The sandbox's documents: uploaded, described, downloaded by a link, deleted. */
import axios from 'axios';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { startSandbox, type Sandbox } from '../../sandbox';
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

it('a document comes back as it was uploaded, with its name and type', async () => {
	const answer = await upload('Größe "5%".pdf', 'Inhalt ü');
	expect(answer.status).toBe(201);
	const { id } = answer.data;
	expect(await metadata(id)).toEqual({
		id,
		filename: 'Größe "5%".pdf',
		contentType: 'application/pdf',
		downloadUrl: expect.stringContaining(`${sandbox.url}/download/`) as string,
	});
	const content = await get(`${documents}/${String(id)}`, token);
	expect(content.data).toBe('Inhalt ü');
	expect(content.headers).toMatchObject({
		'content-type': 'application/pdf',
		'content-length': '9',
	});
});

it('the same document again is another document', async () => {
	const ids = [(await upload('a.pdf', 'a')).data.id, (await upload('a.pdf', 'a')).data.id];
	expect(new Set(ids).size).toBe(2);
	expect(sandbox.documents.list().map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
});

it.each(['macro.EXE', 'a.tar.jar', 'x.ex_', '.dll.dll'])('%s is blocked', async (filename) => {
	const before = sandbox.documents.list().length;
	const answer = await upload(filename, 'x'.repeat(1_000_000));
	expect([answer.status, answer.data.error]).toEqual([400, expect.stringContaining('blocked')]);
	expect(sandbox.documents.list()).toHaveLength(before);
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

it('a deleted document is unknown from then on, also to its link', async () => {
	const { id } = (await upload('a.pdf', 'a')).data;
	const { downloadUrl } = await metadata(id);
	expect((await remove(id)).status).toBe(200);
	const answers = [
		await get(`${documents}/${String(id)}`, token),
		await get(`${documents}/${String(id)}/metadata`, token),
		await get(String(downloadUrl)),
		await remove(id),
	];
	expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
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

it('wants credentials of a user with the role integration', async () => {
	const { id } = sandbox.documents.put('a.txt', 'text/plain', 'content');
	const url = `${documents}/${id}`;
	const answers = [await get(url), await get(url, basic(sandbox.users.noRole))];
	expect(answers.map(({ status }) => status)).toEqual([401, 403]);
});
