/** What the Tradecloud Trigger does with calls that nobody well-meaning would make. */
import fc from 'fast-check';
import { runInThisContext } from 'node:vm';
import { gzipSync } from 'node:zlib';

import { runs } from '../runs';
import { readBasic } from '../sandbox/http/basic';
import { workflowOf } from './harness/n8n';
import { rawCall, type RawAnswer } from './harness/rawCall';
import { startSetting, webhookSecrets, type Setting } from './harness/setting';
import { startWebhookServer, type WebhookServer } from './harness/webhookServer';

const { webhookUsername, webhookPassword, webhookToken } = webhookSecrets;
const right = {
	basicAuth: basic(`${webhookUsername}:${webhookPassword}`),
	bearerAuth: `Bearer ${webhookToken}`,
};
type Authentication = keyof typeof right;

const megabyte = 2 ** 20;
const none = Buffer.alloc(0);
const event = { eventName: 'OrderIssuedByBuyer', orderEvent: { orderId: 'A-1' } };

let setting: Setting;
const servers: WebhookServer[] = [];
beforeAll(async () => (setting = await startSetting()));
afterAll(async () => {
	await Promise.all(servers.map((server) => server.close()));
	await setting.close();
});

async function trigger(parameters: Parameters<typeof workflowOf>[1] = {}): Promise<WebhookServer> {
	const workflow = workflowOf('tradecloudTrigger', parameters, setting.credential());
	const server = await startWebhookServer(setting.engine, workflow);
	servers.push(server);
	return server;
}

/** The value of a header that holds these credentials, as the bytes that are sent. */
function basic(credentials: string | Buffer): string {
	return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

interface Call {
	line: string;
	headers: string[];
	body: Buffer;
}

async function send(
	{ url }: WebhookServer,
	{ line, headers, body }: Call,
	...authorization: string[]
): Promise<RawAnswer> {
	const credentials = authorization.map((value) => `Authorization: ${value}`);
	return await rawCall(url, [line, ...credentials, ...headers], body);
}

function get(rest: string): Call {
	return { line: `GET /webhook${rest} HTTP/1.1`, headers: [], body: none };
}

function post(body: string | Buffer, contentType = 'application/json', ...more: string[]): Call {
	const headers = [`Content-Type: ${contentType}`, ...more];
	return { line: 'POST /webhook HTTP/1.1', headers, body: Buffer.from(body) };
}

/** n8n lies outside of the world that jest makes for a file of tests. */
const worldOfN8n = runInThisContext('globalThis') as typeof globalThis;

/** Everything that could be poisoned for all objects at once. */
function prototypes(): unknown[] {
	return [globalThis, worldOfN8n]
		.flatMap(({ Object, Array, Function, String }) => [Object, Array, Function, String])
		.map(({ prototype }) =>
			Reflect.ownKeys(prototype).map((key) => Object.getOwnPropertyDescriptor(prototype, key)),
		);
}

const poisonous = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

describe('who does not know the secret learns nothing but 401', () => {
	/** Configurations whose answers differ from one another for those who know the secret. */
	const configurations = [
		{},
		{ events: ['OrderLinesCancelledByBuyer'] },
		{ responseMode: 'lastNode' },
		{ options: { allowedIps: '35.204.224.107' } },
		{ options: { allowedIps: 'not an address' } },
		{ options: { fetchOrder: true, ignoreDuplicates: true } },
	];

	const anyCall = fc.oneof(
		fc.constantFrom(
			get('/A-1'),
			get(''),
			get('?orderId=A-1'),
			get('?__proto__[orderId]=A-1'),
			post(JSON.stringify(event)),
			post('{"__proto__":{"eventName":"OrderIssuedByBuyer"}}'),
			post('[]'),
			post('<event><eventName>OrderIssuedByBuyer</eventName></event>', 'application/xml'),
			post('a=b', 'application/x-www-form-urlencoded'),
			post('--b--', 'multipart/form-data; boundary=b'),
			post('--b--', 'multipart/form-data; boundary=b/xml'),
		),
		fc.string().map((text) => post(text, 'text/plain')),
		fc.json().map((text) => post(text)),
	);

	/** Bytes that may stand in a header, each a character. */
	const headerText = fc
		.array(fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0x80, max: 0xff })))
		.map((codes) => String.fromCharCode(...codes));
	const credentials = `${webhookUsername}:${webhookPassword}`;
	const almostRight = fc.oneof(
		fc.nat(credentials.length - 1).map((length) => basic(credentials.slice(0, length))),
		fc.string({ minLength: 1 }).map((more) => basic(credentials + more)),
		fc.string({ minLength: 1 }).map((more) => basic(more + credentials)),
		fc.constantFrom(
			basic(credentials.normalize('NFD')),
			basic(Buffer.from(credentials, 'latin1')),
			basic(credentials.toUpperCase()),
			basic(`${webhookPassword}:${webhookUsername}`),
			right.basicAuth.replace('Basic', 'Bearer'),
			right.basicAuth.replace('Basic ', 'Basic'),
			right.basicAuth.replace('Basic ', ''),
			right.basicAuth.replace(' ', '\t'),
			`${right.basicAuth}, ${right.basicAuth}`,
			`Basic x, ${right.basicAuth}`,
			`${right.bearerAuth}x`,
			`${right.bearerAuth} x`,
			`Basic ${webhookToken}`,
			`Bearer "${webhookToken}"`,
			`Bearer ${webhookToken.toUpperCase()}`,
			`Bearer ${webhookToken.slice(0, -1)}`,
			'Bearer undefined',
			'Basic undefined',
			basic(':'),
			basic('undefined:undefined'),
		),
	);
	const wrong = fc.oneof(fc.constant(undefined), headerText, headerText.map(basic), almostRight);

	function isRight(authentication: Authentication, header: string): boolean {
		if (authentication === 'bearerAuth')
			return (
				header.trim().toLowerCase() === right.bearerAuth.toLowerCase() &&
				header.includes(webhookToken)
			);
		const given = readBasic(header);
		return given?.username === webhookUsername && given.password === webhookPassword;
	}

	test.each(
		(['basicAuth', 'bearerAuth'] as const).flatMap((authentication) =>
			configurations.map((configuration) => ({ authentication, ...configuration })),
		),
	)('%j', async (parameters) => {
		const { authentication } = parameters;
		const server = await trigger(parameters);
		const anonymous = await send(server, post(JSON.stringify(event)));
		expect(anonymous.status).toBe(401);
		await fc.assert(
			fc.asyncProperty(anyCall, wrong, async (call, header) => {
				fc.pre(header === undefined || !isRight(authentication, header));
				const answer = await send(server, call, ...(header === undefined ? [] : [header]));
				// What no server would take for JSON is answered by n8n, before it asks the trigger.
				expect(answer).toEqual(anonymous);
			}),
			runs(15),
		);
		expect(server.items).toEqual([]);
		expect(setting.sandbox.calls).toEqual([]);
		expect(new Set(server.log)).toEqual(
			new Set([
				'Tradecloud Trigger answered 401: The credentials of the webhook are missing or wrong.',
			]),
		);
	});
});

describe('of two Authorization headers the first counts, whatever the second', () => {
	test.each([
		['wrong, right', [basic('n8n:wrong'), right.basicAuth], 401, 0],
		['right, wrong', [right.basicAuth, basic('n8n:wrong')], 200, 1],
		['empty, right', ['', right.basicAuth], 401, 0],
	])('%s', async (_case, headers, status, starts) => {
		const server = await trigger();
		const answer = await send(server, post(JSON.stringify(event)), ...headers);
		expect(answer.status).toBe(status);
		expect(server.items).toHaveLength(starts);
	});

	test.each(['Authorization : ', 'Authorization\t: ', ' Authorization: '])(
		'%j is no such header, and starts nothing',
		async (name) => {
			const server = await trigger();
			const call = post(JSON.stringify(event));
			const headers = [`${name}${right.basicAuth}`, ...call.headers];
			expect((await rawCall(server.url, [call.line, ...headers], call.body)).status).toBe(400);
			expect(server.items).toEqual([]);
		},
	);
});

describe('who knows the secret', () => {
	const key = fc.oneof(fc.constantFrom(...poisonous), fc.string());
	const { value } = fc.letrec<{ value: unknown }>((tie) => ({
		value: fc.oneof(
			{ maxDepth: 4 },
			fc.constantFrom(1e308, -1e-308, 2 ** 53 + 2, 0.1),
			fc.string({ unit: 'binary' }),
			fc.boolean(),
			fc.constant(null),
			fc.array(tie('value')),
			fc.array(fc.tuple(key, tie('value'))).map(Object.fromEntries),
		),
	}));
	const anyEvent = fc
		.array(fc.tuple(key, value))
		.map((fields) => Object.fromEntries([...fields, ...Object.entries(event)]) as object);

	test('gets every field of an event put out as it came, and no object is poisoned', async () => {
		const server = await trigger();
		const before = prototypes();
		await fc.assert(
			fc.asyncProperty(anyEvent, async (sent) => {
				const answer = await send(server, post(JSON.stringify(sent)), right.basicAuth);
				expect(answer.status).toBe(200);
				const came = new Map(Object.entries(server.items.at(-1)!));
				for (const [name, field] of Object.entries(JSON.parse(JSON.stringify(sent)) as object)) {
					expect(JSON.stringify(came.get(name))).toBe(JSON.stringify(field));
				}
				expect(Object.getPrototypeOf(server.items.at(-1))).toBe(worldOfN8n.Object.prototype);
			}),
			runs(50),
		);
		expect(prototypes()).toEqual(before);
	});

	test('poisons no object by XML or by the query either', async () => {
		const server = await trigger();
		const before = prototypes();
		for (const name of poisonous) {
			const xml = `<${name}><eventName>E</eventName><${name}><orderId>A</orderId></${name}></${name}>`;
			await send(server, post(xml, 'application/xml'), right.basicAuth);
			expect(server.items.at(-1)).toEqual({ eventName: 'E', orderId: 'A', xml });
			await send(server, get(`/${name}`), right.basicAuth);
			expect(server.items.at(-1)).toEqual({ orderId: name });
			for (const query of [`${name}[orderId]=A`, `constructor[${name}][orderId]=A`]) {
				expect((await send(server, get(`?${query}`), right.basicAuth)).status).toBe(400);
			}
			expect((await send(server, get(`?orderId[${name}]=A`), right.basicAuth)).status).toBe(400);
		}
		expect(prototypes()).toEqual(before);
	});

	test('gets an answer to any body of any type, and none that has Tradecloud call again', async () => {
		const server = await trigger();
		const type = fc.constantFrom(
			...['application/json', 'application/json; charset=utf-16le', 'application/json; charset=x'],
			...['application/json; a=/xml', 'application/xml-dtd', 'text/plain', 'é', ';', ''],
			...['multipart/form-data; boundary=b', 'multipart/mixed; boundary=b/xml'],
			...['application/x-www-form-urlencoded', 'application/octet-stream'],
		);
		const text = fc.oneof(
			fc.json(),
			fc.string({ unit: 'binary' }),
			anyEvent.map((sent) => JSON.stringify(sent)),
			fc.constantFrom('<a/>', '\uFEFF{}', 'null', '1', '{"eventName":'),
		);
		const bytes = fc.oneof(
			text.map((content) => Buffer.from(content)),
			fc.uint8Array().map((content) => Buffer.from(content)),
		);
		const encoding = fc.constantFrom('', 'gzip', 'deflate', 'br', 'identity', 'klingon');
		await fc.assert(
			fc.asyncProperty(bytes, type, encoding, fc.boolean(), async (body, name, coding, valid) => {
				const content = coding === 'gzip' && valid ? gzipSync(body) : body;
				const more = coding ? [`Content-Encoding: ${coding}`] : [];
				const { status } = await send(server, post(content, name, ...more), right.basicAuth);
				expect([200, 400, 413, 415, 422]).toContain(status);
			}),
			runs(100),
		);
	});

	test.each([
		['<a/>', 400],
		['<a>1</a>', 400],
		[' ', 400],
		['<eventName>E</eventName>', 400],
		['<?xml version="1.0"?>', 400],
		['<a', 422],
		['<a></b>', 422],
		['<a>&unknown;</a>', 422],
		['\0', 422],
		['{"eventName":"E","orderId":"A"}', 422],
	])('gets an answer to %j sent as XML', async (body, status) => {
		for (const contentType of ['application/xml', 'TEXT/XML; charset=utf-8', 'a/soap+xml']) {
			const server = await trigger();
			const answer = await send(server, post(body, contentType), right.basicAuth);
			expect(answer.status).toBe(status);
			expect(server.items).toEqual([]);
		}
	});

	test.each(['E\r\nSet-Cookie: a=b\r\n\r\n<script>\u001b[2J\u2028', 'E'.repeat(megabyte)])(
		'can put nothing into the head of an answer nor into the log',
		async (eventName) => {
			const server = await trigger({ events: ['OrderIssuedByBuyer'] });
			const answer = await send(server, post(JSON.stringify({ eventName })), right.basicAuth);
			expect(answer.status).toBe(200);
			expect(answer.headers).not.toHaveProperty('set-cookie');
			expect(answer.headers['content-type']).toMatch(/^application\/json/);
			expect(server.log).toEqual([]);
		},
	);
});

describe('large and deep bodies', () => {
	const withFiller = (bytes: number) => JSON.stringify({ ...event, filler: 'x'.repeat(bytes) });

	test('up to the 16 MB of n8n come through whole', async () => {
		const server = await trigger();
		const filler = 16 * megabyte - 200;
		const answer = await send(server, post(withFiller(filler)), right.basicAuth);
		expect(answer.status).toBe(200);
		expect((server.items[0].filler as string).length).toBe(filler);
	});

	test('beyond them are refused, packed or not, and start nothing', async () => {
		const server = await trigger();
		const body = withFiller(17 * megabyte);
		expect((await send(server, post(body), right.basicAuth)).status).toBe(413);
		const packed = post(gzipSync(body), 'application/json', 'Content-Encoding: gzip');
		expect((await send(server, packed, right.basicAuth)).status).toBe(413);
		expect(server.items).toEqual([]);
	});

	test('with a wrong secret are answered like any other', async () => {
		const server = await trigger();
		const answer = await send(server, post(withFiller(15 * megabyte)), basic('n8n:wrong'));
		expect(answer).toEqual(await send(server, get('/A-1')));
	});

	test.each([
		[
			'JSON arrays',
			`{"eventName":"E","orderId":"A","deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
			'application/json',
		],
		[
			'JSON objects',
			`{"eventName":"E","orderId":"A","orderEvent":${'{"orderEvent":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
			'application/json',
		],
		[
			'XML elements',
			`<e><eventName>E</eventName><orderId>A</orderId>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}</e>`,
			'application/xml',
		],
	])('with %s within one another start the workflow', async (_case, body, contentType) => {
		const server = await trigger();
		expect((await send(server, post(body, contentType), right.basicAuth)).status).toBe(200);
		expect(server.items).toMatchObject([{ eventName: 'E', orderId: 'A' }]);
	});

	test('with numbers beyond all bounds start the workflow', async () => {
		const server = await trigger();
		const body = `{"eventName":"E","orderId":"A","a":1e999,"b":${'9'.repeat(400)},"c":-0}`;
		expect((await send(server, post(body), right.basicAuth)).status).toBe(200);
		expect(server.items).toMatchObject([{ orderId: 'A' }]);
	});

	test('that expand XML entities are not expanded', async () => {
		const server = await trigger();
		const entities = [...Array(10).keys()].map(
			(level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
		);
		const xml = `<!DOCTYPE e [<!ENTITY e0 "x">${entities.join('')}]><e><eventName>&e10;</eventName><orderId>A</orderId></e>`;
		expect((await send(server, post(xml, 'application/xml'), right.basicAuth)).status).toBe(422);
		expect(server.items).toEqual([]);
	});
});
