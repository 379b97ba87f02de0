/** Attacks on what leaves for Tradecloud, and by what its answers, or those of somebody in its place, could do. */
import { join } from 'node:path';

import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import type { TradecloudCredential } from '../../nodes/Tradecloud/model/credential';
import { contextOf } from '../integration/harness/context';
import { testCredential } from '../integration/harness/credentialTest';
import { errorOf, jsonOf } from '../integration/harness/n8n';
import { startSetting, type Setting } from '../integration/harness/setting';
import { bomb, drip, json, startHostileServer, type HostileServer } from './hostileServer';

const { orderById } = jest.requireActual<typeof import('../../nodes/Tradecloud/transport/orders')>(
	join(__dirname, '../../dist/nodes/Tradecloud/transport/orders'),
);

let setting: Setting;
let hostile: HostileServer;
beforeAll(async () => {
	setting = await startSetting();
	hostile = await startHostileServer();
});
afterEach(() => setting.sandbox.reset());
afterAll(() => Promise.all([setting.close(), hostile.close()]));

const orderId = { __rl: true, mode: 'id', value: 'A-1' };
const get = { resource: 'order', operation: 'get', orderId };
const once = (timeout = 10_000) => ({ options: { retries: 0, timeout } });

/** Runs the node against the hostile server. */
async function run(
	parameters: Parameters<Setting['run']>[0],
	more: ICredentialDataDecryptedObject = {},
) {
	const credential = { baseUrl: `${hostile.url}/v2`, ...more };
	return await setting.run(parameters, [{}], { credential });
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
	const started = performance.now();
	await work();
	return (performance.now() - started) / 1_000;
}

describe('an answer that never ends', () => {
	const documentId = 'D-1';
	const download = { resource: 'document', operation: 'download', documentId };

	test.each([
		['of an order', get, {}],
		['of an order of API v1', get, { apiVersion: 'v1' }],
		['of a document', download, {}],
	])('%s is left after the time-out', async (_case, parameters, credential) => {
		hostile.behave(async (response, { path }) => {
			if (path.endsWith('/metadata')) return json(response, 200, { id: documentId });
			await drip(response);
		});
		let message = '';
		const seconds = await secondsOf(async () => {
			({ message } = errorOf(await run({ ...parameters, ...once(800) }, credential)));
		});
		expect(message).toBe('Tradecloud did not answer within 0.8 seconds');
		expect(seconds).toBeLessThan(5);
		expect(await hostile.calls.at(-1)?.end).toBe('abandoned');
	});

	test('of the file behind a link is left after the time-out', async () => {
		const downloadUrl = `${hostile.url}/file`;
		hostile.behave(async (response, { path }) => {
			if (path.endsWith('/metadata')) return json(response, 200, { id: documentId, downloadUrl });
			await drip(response);
		});
		expect(await secondsOf(() => run({ ...download, ...once(800) }))).toBeLessThan(5);
		expect(hostile.calls.at(-1)?.authorization).toBe('');
		expect(await hostile.calls.at(-1)?.end).toBe('abandoned');
	});

	test.each([
		['of the order', drip, undefined],
		['of the login', drip, drip],
		[
			'which is not available',
			(...[response]: Parameters<typeof drip>) => json(response, 503, {}),
			undefined,
		],
	] as const)('%s is left when the whole call must be over', async (_case, answer, login) => {
		hostile.behave((response) => void answer(response), login);
		const id = setting.credential({ baseUrl: `${hostile.url}/v2` });
		const context = contextOf(setting.engine, id);
		const credential = await context.getCredentials<TradecloudCredential>('tradecloudApi');
		const patience = { retries: 50, timeoutMilliseconds: 60_000, deadlineMilliseconds: 1_500 };
		const caller = { context, credential, patience };
		const seconds = await secondsOf(() =>
			expect(orderById(caller, 'A')).rejects.toThrow(/^Tradecloud/),
		);
		expect(seconds).toBeLessThan(4);
	});
});

test('a few kilobytes of gzip fill no memory: as an answer, or as a refusal', async () => {
	hostile.behave((response) => bomb(response, 200, 2_000));
	const before = process.memoryUsage().rss;
	const large = await run({ ...get, ...once(60_000) });
	expect(errorOf(large).message).toBe('The response from Tradecloud is larger than 128 MB');
	expect(process.memoryUsage().rss - before).toBeLessThan(700 * 2 ** 20);
	hostile.behave((response) => bomb(response, 400, 2_000));
	const seconds = await secondsOf(async () => {
		expect(errorOf(await run({ ...get, ...once(60_000) })).message).toMatch(/rejected/);
	});
	expect(seconds).toBeLessThan(5);
});

describe('a list without end', () => {
	test.each([
		['that repeats itself', 'v2', () => ({ data: [{ id: 'A' }], total: 9_000 })],
		[
			'that ends before its total',
			'v2',
			(offset: number) => ({ data: offset === 0 ? [{ id: 'A' }] : [], total: 9_000 }),
		],
		['that repeats itself in API v1', 'v1', () => ({ data: [{ id: 'A' }], totalPages: 1e9 })],
	])('%s is left', async (_case, apiVersion, page) => {
		hostile.behave((response, { body }) => {
			const { offset = 0 } = body ? (JSON.parse(body) as { offset: number }) : {};
			json(response, 200, page(offset));
		});
		const filters = apiVersion === 'v2' ? { query: 'A' } : {};
		const many = { resource: 'order', operation: 'getMany', returnAll: true, filters, ...once() };
		expect(errorOf(await run(many, { apiVersion })).message).toBe(
			'Tradecloud listed 1, and then nothing new although there are more',
		);
		expect(hostile.calls).toHaveLength(2);
	});
});

test.each([
	['document', 'delete', { documentId: "={{ ['..'] }}" }],
	['order', 'approveRequests', { orderId: "={{ ['..'] }}", linePositions: '10' }],
	['order', 'resend', { orderId: "={{ ['..'] }}" }],
	['shipment', 'resend', { shipmentId: "={{ ['..'] }}" }],
])('%s: %s with a list in place of an id calls nobody', async (resource, operation, parameters) => {
	hostile.behave((response) => json(response, 200, {}));
	const result = await run({ resource, operation, ...parameters, ...once() });
	expect(result.data.resultData.error).toBeDefined();
	expect(hostile.calls).toEqual([]);
});

test.each(['a.exe', 'a.exe.', 'a.EXE. . ', 'a.exe\u0000.txt', 'a.pdf\u0000b.exe'])(
	'a file called %j is not uploaded',
	async (fileName) => {
		hostile.behave((response) => json(response, 200, { id: 'D-1' }));
		const credential = { baseUrl: `${hostile.url}/v2` };
		const binary = { data: { data: 'QQ==', mimeType: 'text/plain', fileName: 'a' } };
		const parameters = { resource: 'document', operation: 'upload', fileName };
		const result = await setting.run(parameters, [{}], { credential, binary });
		expect(errorOf(result).message).toMatch(/^Tradecloud takes no files that end with '.exe'/);
		expect(hostile.calls).toEqual([]);
	},
);

describe('secrets that come back in an answer', () => {
	test.each(['v1', 'v2'])('of API %s are not repeated', async (apiVersion) => {
		const [username, password] = ['somebody@buyer.example', 'sécret/+ word 4711'];
		hostile.behave((response, { authorization }) => {
			const [, token] = authorization.split(' ');
			const echoes = [authorization, token, encodeURIComponent(authorization), password];
			const login = `${username}:${password}`;
			echoes.push(login, Buffer.from(login).toString('base64'), encodeURIComponent(password));
			json(response, 400, { message: echoes.join(' | ') });
		});
		const result = await run({ ...get, ...once() }, { apiVersion, username, password });
		const { message, description } = errorOf(result);
		const told = `${message} ${description}`;
		expect(told).toMatch(/Tradecloud rejected .*"/);
		expect(told).not.toMatch(/eyJ|s.cret|s%C3|word|4711/);
		const [, token] = hostile.calls[0].authorization.split(' ');
		expect(told).not.toContain(token.slice(0, 20));
	});
});

describe('in an HTTP Request node', () => {
	let id = '';
	beforeEach(() => (id = setting.credential({ baseUrl: `${hostile.url}/v2` })));

	/** n8n's HTTP Request node calls this helper, with these names of its options. */
	async function request(options: object): Promise<unknown> {
		const context = contextOf(setting.engine, id);
		return await context.helpers.requestWithAuthentication.call(context, 'tradecloudApi', {
			json: true,
			method: 'GET',
			...options,
		});
	}

	test('the credential logs in and works', async () => {
		hostile.behave((response) => json(response, 200, { id: 'A' }));
		expect(await request({ uri: `${hostile.url}/v2/order/A` })).toEqual({ id: 'A' });
		expect(await request({ uri: `${hostile.url}/v2/order/A` })).toEqual({ id: 'A' });
		expect(hostile.logins).toHaveLength(1);
	});

	test.each([401, 403, 500, 503])('a POST that is answered %d is sent once', async (status) => {
		hostile.behave((response) => json(response, status, {}));
		const order = { method: 'POST', uri: `${hostile.url}/v2/api-connector/order`, body: { a: 1 } };
		await expect(request(order)).rejects.toThrow();
		expect(hostile.calls).toHaveLength(1);
		hostile.behave((response) => json(response, 200, {}));
		await request(order);
		expect(hostile.calls).toHaveLength(1);
	});

	test('a session that is over is renewed before anything is sent', async () => {
		const over = { exp: Date.now() / 1_000 - 1 };
		const token = `eyJ.${Buffer.from(JSON.stringify(over)).toString('base64url')}.s`;
		id = setting.credential({ baseUrl: `${hostile.url}/v2`, sessionToken: token });
		hostile.behave((response) => json(response, 200, {}));
		await request({ method: 'POST', uri: `${hostile.url}/v2/api-connector/order`, body: { a: 1 } });
		expect([hostile.logins.length, hostile.calls.length]).toEqual([1, 1]);
		expect(hostile.calls[0].authorization).not.toContain(token);
	});

	test.each(['/admin', '/v2/elsewhere', 'https://elsewhere.example/'])(
		'a redirect to %s is not followed',
		async (location) => {
			hostile.behave((response) => void response.writeHead(302, { location }).end());
			const options = { followRedirect: true, followAllRedirects: true, maxRedirects: 5 };
			await expect(request({ uri: `${hostile.url}/v2/order/A`, ...options })).rejects.toThrow();
			expect(hostile.calls).toHaveLength(1);
		},
	);

	test.each([
		['the option Proxy', { proxy: 'http://127.0.0.1:1' }, /'Proxy'/],
		['a base URL', { baseURL: 'https://elsewhere.example' }, /goes elsewhere/],
		['another address', { uri: 'https://elsewhere.example/v2/' }, /goes elsewhere/],
	])('%s does not get the login', async (_case, options, message) => {
		hostile.behave((response) => json(response, 200, {}));
		await expect(request({ uri: `${hostile.url}/v2/order/A`, ...options })).rejects.toThrow(
			message,
		);
		expect(hostile.calls).toEqual([]);
	});
});

describe('a credential that was edited', () => {
	const other = { username: 'other@buyer.example', password: 'other password' };

	test.each([
		['user', { username: other.username }],
		['password', { password: other.password }],
	])('another %s does not go on in the session of the first', async (_case, fields) => {
		hostile.behave((response) => json(response, 200, { id: 'A' }));
		const id = setting.credential({ baseUrl: `${hostile.url}/v2` });
		const { helpers } = contextOf(setting.engine, id);
		const order: IHttpRequestOptions = { url: `${hostile.url}/v2/order/A` };
		const context = contextOf(setting.engine, id);
		await helpers.httpRequestWithAuthentication.call(context, 'tradecloudApi', order);
		const [first] = hostile.calls;
		const { credentials } = setting.engine;
		credentials.save(id, { ...credentials.read(id), ...fields });
		await helpers.httpRequestWithAuthentication.call(context, 'tradecloudApi', order);
		expect(hostile.logins).toHaveLength(2);
		expect(hostile.calls.at(-1)?.authorization).not.toBe(first.authorization);
	});

	test('a new host gets no token of the old one', async () => {
		const id = setting.credential();
		expect(await testCredential(setting.engine, id)).toBeUndefined();
		const { credentials } = setting.engine;
		const { sessionToken } = credentials.read(id);
		expect(sessionToken).toBeTruthy();
		credentials.save(id, { ...credentials.read(id), baseUrl: `${hostile.url}/v2` });
		hostile.behave((response) => json(response, 200, { data: [], total: 0 }));
		expect(await testCredential(setting.engine, id)).toBeUndefined();
		const [, token] = (sessionToken as string).split(' ');
		expect(hostile.logins).toHaveLength(1);
		expect(JSON.stringify([hostile.logins, hostile.calls])).not.toContain(token);
	});
});

describe('more than ten requests do not leave in a second', () => {
	/** On their way here they may come closer, on a machine that is busy. */
	const window = 800;
	const most = (times: number[]) =>
		Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + window).length));

	test('of 15 downloads for which there is no link', async () => {
		hostile.behave((response, { path }) => {
			if (path.endsWith('/metadata')) json(response, 200, { id: 'D', filename: 'a.pdf' });
			else response.end('A');
		});
		const items = Array.from({ length: 15 }, (_, item) => ({ id: `D-${item}` }));
		const parameters = {
			resource: 'document',
			operation: 'download',
			documentId: '={{ $json.id }}',
		};
		const credential = { baseUrl: `${hostile.url}/v2` };
		expect(jsonOf(await setting.run(parameters, items, { credential }))).toHaveLength(15);
		const times = [...hostile.logins, ...hostile.calls].map(({ at }) => at);
		expect(times).toHaveLength(31);
		expect(most(times)).toBeLessThanOrEqual(10);
	});

	test('of which each meets a session that is over', async () => {
		const refused = new Set<string>();
		hostile.behave((response, { authorization, path }) => {
			const isNew = !refused.has(path);
			refused.add(path);
			json(response, isNew ? 401 : 200, { id: authorization.length.toString() });
		});
		const items = Array.from({ length: 8 }, (_, item) => ({ id: `A-${item}` }));
		const byItem = { ...orderId, value: '={{ $json.id }}' };
		const credential = { baseUrl: `${hostile.url}/v2` };
		await setting.run({ ...get, orderId: byItem }, items, { credential });
		const times = [...hostile.logins, ...hostile.calls].map(({ at }) => at);
		expect(times.length).toBeGreaterThan(20);
		expect(most(times)).toBeLessThanOrEqual(10);
	});
});
