/** Attacks on the webhook, in numbers: floods, forged tokens, documents made to be slow, servers that hold it up. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import axios from 'axios';
import { sleep } from 'n8n-workflow';

import { readXml } from '../../nodes/Tradecloud/webhook/xml';
import { startEntraSetting } from '../integration/harness/entra';
import { post, startTriggerSetting, type TriggerSetting } from '../integration/harness/trigger';
import { newKey } from '../sandbox';

let setting: TriggerSetting;
beforeAll(async () => (setting = await startTriggerSetting()));
afterEach(() => {
	jest.restoreAllMocks();
	setting.sandbox.reset();
});
afterAll(() => setting.close());

const megabyte = 2 ** 20;

describe('documents made to be slow', () => {
	/** So many bytes of these, over and over. */
	const many = (text: string) => (bytes: number) => text.repeat(bytes / text.length);
	const within = (text: string) => (bytes: number) => `<e>${many(text)(bytes)}</e>`;

	const documents: Record<string, (bytes: number) => string> = {
		'an instruction, tag openings and its end': (bytes) => `<?x >${many('<')(bytes)} "?>`,
		'tag openings': many('<'),
		'tag ends': many('>'),
		'tags without an end': many('<a '),
		'tags within one another': many('<a>'),
		'tags beside one another': within('<a/>'),
		'tags of different names': (bytes) =>
			`<e>${Array.from({ length: bytes / 10 }, (_, index) => `<a${index}/>`).join('')}</e>`,
		'closing tags': many('</a>'),
		'quotation marks': (bytes) => `<a ${many('"')(bytes)}`,
		'quotation marks by turns': (bytes) => `<a ${many(`"'`)(bytes)}`,
		'quotation marks that open': many('<a "'),
		'comments without an end': many('<!--'),
		'comment ends': within('-->'),
		'CDATA without an end': many('<![CDATA['),
		'instructions without an end': many('<?'),
		declarations: many('<!a>'),
		ampersands: within('&'),
		'numbers of characters': within('&#65;'),
		'one long number of a character': (bytes) => `<e>&#${many('1')(bytes)}`,
		'colons in a name': (bytes) => `<${many(':')(bytes)}/>`,
		'blanks around a text': (bytes) => `<e>${many(' ')(bytes)}x${many(' ')(bytes)}</e>`,
		'texts and tags by turns': within('x<a/>'),
	};

	/** Milliseconds of processor time, the least of three. */
	function time(document: string): number {
		const times = [1, 2, 3].map(() => {
			const before = process.cpuUsage();
			readXml(document);
			return process.cpuUsage(before).user / 1000;
		});
		return Math.min(...times);
	}

	// Four times the length takes four times as long; a square would be sixteen times, a cube sixty-four.
	// It grows step by step, so that this test ends soon if they are that.
	test.each(Object.entries(documents))('%s', (_name, document) => {
		for (let size = 4_096, before = Infinity; size <= megabyte; size *= 4) {
			const now = time(document(size));
			expect(now).toBeLessThan(10 * before + 100);
			before = now;
		}
	});
});

describe('calls without the secret', () => {
	const wrong = [
		...[undefined, 'Basic', 'Bearer x', 'Digest username="n8n"', 'Basic Og=='],
		...['Basic bjhuOg==', `Basic ${'A'.repeat(8_000)}`, 'Basic bjhuOndyb25n'],
	];

	test('a thousand of them start nothing, read the credential a few times, and let Tradecloud through', async () => {
		const server = await setting.trigger();
		// As long as n8n needs for it.
		const { credentials } = setting.engine;
		const read = credentials.getDecrypted.bind(credentials);
		const readings = jest.spyOn(credentials, 'getDecrypted').mockImplementation(async (...own) => {
			await sleep(50);
			return await read(...own);
		});
		const statuses = new Set<number>();
		for (let round = 0; round < 20; round++) {
			const strangers = Array.from({ length: 50 }, async (_, index) => {
				const authorization = wrong[index % wrong.length];
				const headers = authorization === undefined ? {} : { authorization };
				const answer = await axios.post(server.url, {}, { headers, validateStatus: () => true });
				statuses.add(answer.status);
			});
			expect((await post(server, setting.anEvent())).status).toBe(200);
			await Promise.all(strangers);
		}
		expect(statuses).toEqual(new Set([401]));
		expect(server.items).toHaveLength(20);
		expect(readings.mock.calls.length).toBeLessThan(200);
	});

	test('of a hundred forged tokens none gets in, and the authority is asked twice', async () => {
		const entra = await startEntraSetting();
		const { tenant, call, callWithToken, fetches } = await entra.trigger();
		await callWithToken();
		const stranger = newKey();
		const calls = Array.from({ length: 100 }, (_, index) =>
			call(`Bearer ${tenant.issue({}, { ...stranger, keyId: `key-${index}` })}`),
		);
		const statuses = (await Promise.all(calls)).map(({ status }) => status);
		expect([401, 503]).toEqual(expect.arrayContaining(statuses));
		expect(fetches()).toBe(2 + 2);
		expect(await callWithToken()).toMatchObject({ status: 200, started: 2 });
		await entra.close();
	});
});

describe("'Fetch Order' while Tradecloud holds it up", () => {
	const parameters = { options: { fetchOrder: true, ignoreDuplicates: true } };
	const patienceMilliseconds = 5_000;

	/** How often each of these events starts the workflow, sent by a caller who waits five seconds and repeats. */
	async function startsOf(events: object[], credential = {}): Promise<number[]> {
		const server = await setting.trigger({ parameters, credential });
		const deliver = async (event: object) => {
			for (let attempt = 0; attempt < 20; attempt++) {
				const signal = AbortSignal.timeout(patienceMilliseconds);
				const answer = await post(server, event, undefined, signal).catch(() => undefined);
				if (answer?.status === 200) return;
			}
		};
		await Promise.all(events.map(deliver));
		const ids = server.items.map(({ messageId }) => messageId);
		return events.map((event) => {
			const { messageId } = (event as { meta: { messageId: string } }).meta;
			return ids.filter((id) => id === messageId).length;
		});
	}

	test('sixty events, and answers that take longer than the caller waits: each starts it once', async () => {
		const events = Array.from({ length: 60 }, () => setting.anEvent());
		setting.sandbox.fault({ path: '^/order/', delayMs: 6_000, times: 2 });
		setting.sandbox.fault({ path: '^/order/', status: 429, headers: { 'retry-after': '119' } });
		expect(await startsOf(events)).toEqual(Array(60).fill(1));
	});

	test('an answer that drips for ever is given up within the time that a caller waits', async () => {
		const dripping = createServer((_, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			const drip = setInterval(() => response.write(' '), 50);
			response.on('close', () => clearInterval(drip));
		});
		await new Promise<void>((resolve) => dripping.listen(0, '127.0.0.1', resolve));
		const baseUrl = `http://127.0.0.1:${(dripping.address() as AddressInfo).port}/v2`;
		const credential = { baseUrl, sessionToken: 'a session' };
		const server = await setting.trigger({ parameters, credential });
		const calls = Array.from({ length: 20 }, () => {
			const signal = AbortSignal.timeout(2 * patienceMilliseconds);
			return post(server, setting.anEvent(), undefined, signal);
		});
		const statuses = (await Promise.all(calls)).map(({ status }) => status);
		dripping.closeAllConnections();
		dripping.close();
		expect(statuses).toEqual(Array(20).fill(503));
		expect(server.items).toEqual([]);
	});

	test('fifty calls with a wrong API password log in once', async () => {
		const server = await setting.trigger({ parameters, credential: { password: 'wrong' } });
		const statuses = new Set<number>();
		for (let round = 0; round < 5; round++) {
			const calls = Array.from({ length: 10 }, () => post(server, setting.anEvent()));
			for (const { status } of await Promise.all(calls)) statuses.add(status);
		}
		expect(statuses).toEqual(new Set([503]));
		expect(setting.sandbox.calls.filter(({ path }) => path.includes('login'))).toHaveLength(1);
	});
});

test('an id of a megabyte is not remembered', async () => {
	const server = await setting.trigger({ parameters: { options: { ignoreDuplicates: true } } });
	const meta = { messageId: 'x'.repeat(megabyte) };
	for (let call = 0; call < 5; call++) await post(server, { ...setting.anEvent(), meta });
	expect(JSON.stringify(server.staticData()).length).toBeLessThan(1_000);
});
