/** How the Tradecloud Trigger with OAuth 2.0 gets the keys of its authority, and what it does without them. */
import { generateKeyPairSync } from 'node:crypto';

import { jwkOf, newKey, type Fault, type Tenant } from '../sandbox';
import { startReceiver } from '../sandbox/receiver';
import { startEntraSetting, type EntraSetting } from './harness/entra';

let entra: EntraSetting;
beforeAll(async () => (entra = await startEntraSetting()));
afterEach(() => {
	jest.restoreAllMocks();
	entra.sandbox.reset();
});
afterAll(() => entra.close());

/** Lets the clock show what it will show so many seconds from now. */
function letSecondsPass(seconds: number): void {
	jest.spyOn(Date, 'now').mockReturnValue(Date.now() + seconds * 1000);
}

const later = { status: 503, challenge: undefined, started: 0 };

describe('the authority', () => {
	test.each<[string, (authority: string) => string]>([
		['with white space and a slash', (authority) => ` ${authority}/ `],
		['by its whole document', (authority) => `${authority}/.well-known/openid-configuration`],
		['with a policy of B2C behind it', (authority) => `${authority}?p=B2C_1_webhook`],
		[
			'by the token URL that the portal asks for',
			(authority) => authority.replace('/v2.0', '/oauth2/v2.0/token'),
		],
	])('may be entered %s', async (_case, entered) => {
		const { tenant, callWithToken } = await entra.trigger(({ authority }) => ({
			entraAuthority: entered(authority),
		}));
		expect(await callWithToken()).toMatchObject({ status: 200, started: 1 });
		const [{ path }] = entra.sandbox.calls;
		const document = new URL(`${tenant.authority}/.well-known/openid-configuration`);
		expect(path).toBe(document.pathname + new URL(entered(tenant.authority).trim()).search);
	});

	test('may name an issuer of access tokens apart, as AD FS does', async () => {
		const { tenant, call, callWithToken, fault } = await entra.trigger();
		const access_token_issuer = 'http://adfs.contoso.example/adfs/services/trust';
		const body = JSON.stringify({ ...tenant.configuration(), access_token_issuer });
		fault('configuration', { body });
		expect(await callWithToken()).toMatchObject({ status: 401, started: 0 });
		const token = tenant.issue({ iss: access_token_issuer });
		expect(await call(`Bearer ${token}`)).toMatchObject({ status: 200, started: 1 });
	});

	test('may publish other keys beside the right one', async () => {
		const { callWithToken, fault } = await entra.trigger();
		const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
		const elliptic = { ...publicKey.export({ format: 'jwk' }), kid: 'elliptic' };
		const right = jwkOf(entra.sandbox.entra.key);
		fault('keys', { body: JSON.stringify({ keys: [null, 7, {}, elliptic, right] }) });
		expect(await callWithToken()).toMatchObject({ status: 200, started: 1 });
	});

	test.each(['http://login.example/v2.0', 'login.example', 'ftp://login.example', 'https://a:b@c'])(
		'that is entered as %p is not asked: 503 until it is put right',
		async (entraAuthority) => {
			const { callWithToken, server } = await entra.trigger(() => ({ entraAuthority }));
			expect(await callWithToken()).toMatchObject(later);
			expect(server.log).toEqual([expect.stringMatching(/'Entra Authority' .* begins with https/)]);
		},
	);
});

describe('503, and 200 once all is right again, is the answer while the authority', () => {
	const html = { body: '<html>Sorry</html>', contentType: 'text/html' };
	const keysAt = (jwks_uri: unknown) => (tenant: Tenant) => ({
		body: JSON.stringify({ ...tenant.configuration(), jwks_uri }),
	});
	const key = (difference: object) => () => ({
		body: JSON.stringify({ keys: [{ ...jwkOf(entra.sandbox.entra.key), ...difference }] }),
	});

	test.each<[string, 'configuration' | 'keys', Fault | ((tenant: Tenant) => Fault)]>([
		['breaks the connection', 'configuration', { reset: true }],
		['breaks off within its keys', 'keys', { resetMidAnswer: true }],
		['answers 500', 'configuration', { status: 500 }],
		['answers 429', 'configuration', { status: 429 }],
		['answers 404', 'configuration', { status: 404 }],
		['answers 500 for its keys', 'keys', { status: 500 }],
		['answers HTML', 'configuration', html],
		['answers HTML for its keys', 'keys', html],
		['answers half of its JSON', 'configuration', { body: '{"issuer":' }],
		['answers null', 'configuration', { body: 'null' }],
		['answers a list', 'configuration', { body: '[]' }],
		['answers nothing', 'keys', { status: 204, body: '' }],
		[
			'redirects to the right document',
			'configuration',
			({ authority }) => ({
				status: 302,
				headers: { location: `${authority}/.well-known/openid-configuration` },
			}),
		],
		[
			'redirects to the right keys',
			'keys',
			({ authority }) => ({ status: 307, headers: { location: `${authority}/discovery/keys` } }),
		],
		['has no keys', 'keys', { body: '{"keys":[]}' }],
		['has no list of keys', 'keys', { body: '{"keys":{"0":{}}}' }],
		['has a key for encryption alone', 'keys', key({ use: 'enc' })],
		['has a key for RS512 alone', 'keys', key({ alg: 'RS512' })],
		['has a key that is no RSA key', 'keys', key({ kty: 'oct', k: 'AAAA' })],
		['has a key without a name', 'keys', key({ kid: undefined })],
		['has a key without a modulus', 'keys', key({ n: undefined })],
		['has a key of nonsense', 'keys', key({ n: '!', e: '?' })],
		['has a key of 1,024 bits', 'keys', key({ n: jwkOf(newKey(1024)).n })],
	])('%s', async (_case, document, misbehaviour) => {
		const { tenant, callWithToken, fault, server } = await entra.trigger();
		fault(document, typeof misbehaviour === 'function' ? misbehaviour(tenant) : misbehaviour);
		expect(await callWithToken()).toMatchObject(later);
		expect(server.log).toEqual([
			expect.stringMatching(/Could not get the keys of the Entra authority/),
		]);
		letSecondsPass(6);
		expect(await callWithToken()).toMatchObject({ status: 200, started: 1 });
	});

	test.each<[string, (tenant: Tenant) => Fault]>([
		['names no issuer', () => ({ body: '{"jwks_uri":"https://login.example"}' })],
		['names no address of its keys', keysAt(undefined)],
		['names a list of such addresses', keysAt([])],
		['names an http address of its keys', keysAt('http://login.example/keys')],
		['names a file as its keys', keysAt('file:///etc/passwd')],
		['names a relative address of its keys', keysAt('discovery/keys')],
	])('%s, and no such address is called', async (_case, configurationOf) => {
		const { tenant, callWithToken, fault, server } = await entra.trigger();
		fault('configuration', configurationOf(tenant));
		expect(await callWithToken()).toMatchObject(later);
		expect(server.log).toEqual([
			expect.stringMatching(/names no issuer, or no https address of its keys/),
		]);
		letSecondsPass(6);
		expect(await callWithToken()).toMatchObject({ status: 200, started: 1 });
	});

	test('is too slow, be it in two parts that are not', async () => {
		const { callWithToken, fault, server } = await entra.trigger();
		fault('configuration', { delayMs: 2_500 });
		fault('keys', { delayMs: 2_500 });
		expect(await callWithToken()).toMatchObject(later);
		expect(server.log).toEqual([expect.stringMatching(/did not answer within 4 seconds/)]);
		letSecondsPass(6);
		expect(await callWithToken()).toMatchObject({ status: 200, started: 1 });
	});
});

test('503 is the answer where nobody listens at the address of the authority', async () => {
	const gone = await startReceiver();
	await gone.close();
	const { callWithToken, server } = await entra.trigger(() => ({ entraAuthority: gone.url }));
	expect(await callWithToken()).toMatchObject(later);
	expect(server.log).toEqual([expect.stringMatching(/gave no answer \(ECONNREFUSED\)/)]);
});

describe('the keys', () => {
	const rotate = () => entra.sandbox.entra.rotate();

	test('are fetched once for many calls, those at the same time too', async () => {
		const { callWithToken, fetches } = await entra.trigger();
		const answers = await Promise.all(Array.from({ length: 10 }, callWithToken));
		letSecondsPass(3_500);
		expect(await callWithToken()).toMatchObject({ status: 200, started: 11 });
		expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
		expect(fetches()).toBe(2);
	});

	test('are fetched anew after an hour, and no longer in force if that cannot be done', async () => {
		const { callWithToken, fault, fetches } = await entra.trigger();
		await callWithToken();
		letSecondsPass(3_600);
		fault('configuration', { status: 503 });
		expect(await callWithToken()).toMatchObject({ status: 503, started: 1 });
		letSecondsPass(6);
		expect(await callWithToken()).toMatchObject({ status: 200, started: 2 });
		expect(fetches()).toBe(2 + 1 + 2);
	});

	test('of a time that lies ahead, since a clock was set back, are fetched anew', async () => {
		const { callWithToken, fetches } = await entra.trigger();
		await callWithToken();
		letSecondsPass(-7_200);
		expect(await callWithToken()).toMatchObject({ status: 200, started: 2 });
		expect(fetches()).toBe(2 + 2);
	});

	test('may change: a token of the new key is accepted at once, one of the old key no more', async () => {
		const { tenant, call, callWithToken } = await entra.trigger();
		const old = tenant.issue();
		await call(`Bearer ${old}`);
		rotate();
		expect(await callWithToken()).toMatchObject({ status: 200, started: 2 });
		expect(await call(`Bearer ${old}`)).toMatchObject({ status: 503, started: 2 });
		letSecondsPass(60);
		expect(await call(`Bearer ${old}`)).toMatchObject({ status: 401, started: 2 });
	});

	// Whatever was answered 401 would never come again.
	test('may change shortly after a stranger named an unknown one: 503, and 200 within a minute', async () => {
		const { tenant, call, callWithToken, server } = await entra.trigger();
		await callWithToken();
		const stranger = `Bearer ${tenant.issue({}, newKey())}`;
		expect(await call(stranger)).toMatchObject({ status: 401, started: 1 });
		rotate();
		expect(await callWithToken()).toMatchObject({ status: 503, started: 1 });
		expect(await call(stranger)).toMatchObject({ status: 503, started: 1 });
		expect(server.log.at(-1)).toMatch(/did not have a moment ago/);
		letSecondsPass(60);
		expect(await call(stranger)).toMatchObject({ status: 401, started: 1 });
		expect(await callWithToken()).toMatchObject({ status: 200, started: 2 });
	});

	test('are fetched for unknown ones once a minute, however many strangers call', async () => {
		const { tenant, callWithToken, call, fetches } = await entra.trigger();
		const stranger = newKey();
		let strangers = 0;
		const callOfStranger = () =>
			call(`Bearer ${tenant.issue({}, { ...stranger, keyId: `unknown-${++strangers}` })}`);
		await callWithToken();
		const answers = await Promise.all(Array.from({ length: 20 }, callOfStranger));
		const statuses = answers.map(({ status }) => status);
		expect(statuses).toContain(401);
		expect([401, 503]).toEqual(expect.arrayContaining(statuses));
		expect(await callOfStranger()).toMatchObject({ status: 503, started: 1 });
		expect(fetches()).toBe(2 + 2);
		letSecondsPass(60);
		await Promise.all(Array.from({ length: 20 }, callOfStranger));
		expect(fetches()).toBe(2 + 2 + 2);
		expect(await callWithToken()).toMatchObject({ status: 200, started: 2 });
	});

	test('that are known stay in force while unknown ones cannot be fetched', async () => {
		const { tenant, call, callWithToken, fault, fetches } = await entra.trigger();
		const old = tenant.issue();
		await call(`Bearer ${old}`);
		rotate();
		fault('configuration', { status: 500 });
		expect(await callWithToken()).toMatchObject({ status: 503, started: 1 });
		expect(await callWithToken()).toMatchObject({ status: 503, started: 1 });
		expect(await call(`Bearer ${old}`)).toMatchObject({ status: 200, started: 2 });
		expect(fetches()).toBe(2 + 1);
		letSecondsPass(60);
		expect(await callWithToken()).toMatchObject({ status: 200, started: 3 });
	});

	test('are asked for every five seconds at most while they cannot be had', async () => {
		const { callWithToken, fault, fetches } = await entra.trigger();
		fault('configuration', { status: 500, times: 50 });
		await Promise.all(Array.from({ length: 20 }, callWithToken));
		expect(await callWithToken()).toMatchObject(later);
		expect(fetches()).toBe(1);
		letSecondsPass(5);
		expect(await callWithToken()).toMatchObject(later);
		expect(fetches()).toBe(2);
	});

	test('of a hundred authorities are kept, and those of the first are fetched anew after that', async () => {
		const { tenant, callWithToken, fetches } = await entra.trigger();
		await callWithToken();
		for (let policy = 1; policy <= 100; policy++) {
			const entraAuthority = `${tenant.authority}?p=${policy}`;
			await (await entra.trigger(() => ({ entraAuthority }))).callWithToken();
		}
		expect(fetches()).toBe(2 * 101);
		expect(await callWithToken()).toMatchObject({ status: 200, started: 2 });
		expect(fetches()).toBe(2 * 102);
	});
});
