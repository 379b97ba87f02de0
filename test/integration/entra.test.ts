/** Which access tokens let a call into the Tradecloud Trigger with OAuth 2.0, and which do not. */
import jwt from 'jsonwebtoken';

import { jwkOf, newKey, type Tenant } from '../sandbox';
import { event, startEntraSetting, type EntraSetting, type EntraTrigger } from './harness/entra';

let entra: EntraSetting;
/** Of which n8n has fetched the keys. */
let known: EntraTrigger;
beforeAll(async () => {
	entra = await startEntraSetting();
	known = await entra.trigger();
	await known.callWithToken();
	known.server.items.length = 0;
});
afterAll(() => entra.close());

/** The time so many seconds from now, as tokens tell it. */
function seconds(fromNow: number): number {
	return Math.floor(Date.now() / 1000) + fromNow;
}

/** A token with any header, signed by Entra unless another key is given. */
function signed(tenant: Tenant, header: object, { privateKey } = entra.sandbox.entra.key): string {
	return jwt.sign(tenant.claims(), privateKey, { header: header as jwt.JwtHeader });
}

function keyId(): string {
	return entra.sandbox.entra.key.keyId;
}

const refused = {
	status: 401,
	challenge: 'Bearer realm="Tradecloud webhook", error="invalid_token"',
	message: 'The credentials of the webhook are missing or wrong.',
	started: 0,
};

test('a call of Tradecloud, which gets a token for each message, starts the workflow', async () => {
	const { server, tenant } = await entra.trigger();
	const authentication = { type: 'oauth2', token: () => tenant.issue() } as const;
	const webhook = { url: server.url, method: 'POST', authentication } as const;
	const delivery = await entra.sandbox.webhooks.send(webhook, event, { maxAttempts: 1 });
	expect(delivery).toMatchObject({ outcome: 'delivered', attempts: [{ status: 200 }] });
	expect(server.items).toEqual([{ orderId: 'A-1', ...event }]);
});

test.each<[string, (tenant: Tenant) => string]>([
	['whatever the case of its scheme', (tenant) => `bEARER   ${tenant.issue()}`],
	[
		'for several audiences, the right one among them',
		(tenant) => `Bearer ${tenant.issue({ aud: ['api://other', tenant.audience] })}`,
	],
	['without a beginning', (tenant) => `Bearer ${tenant.issue({ nbf: undefined })}`],
	['that expired a moment ago', (tenant) => `Bearer ${tenant.issue({ exp: seconds(-50) })}`],
	['that begins in a moment', (tenant) => `Bearer ${tenant.issue({ nbf: seconds(50) })}`],
])('a token %s is accepted', async (_case, authorization) => {
	const { tenant, call } = await entra.trigger();
	expect(await call(authorization(tenant))).toMatchObject({ status: 200, started: 1 });
});

describe('without asking the authority, 401 answers', () => {
	let unasked: EntraTrigger;
	beforeAll(async () => (unasked = await entra.trigger()));

	test.each<[string, (token: string) => string | undefined]>([
		['no header', () => undefined],
		['an empty header', () => ''],
		['the scheme alone', () => 'Bearer'],
		['an empty token', () => 'Bearer '],
		['garbage', () => 'Bearer garbage'],
		['two dots', () => 'Bearer ..'],
		['a token as Basic', (token) => `Basic ${token}`],
		['a token without a scheme', (token) => token],
		['two tokens', (token) => `Bearer ${token} ${token}`],
		['two tokens with a comma', (token) => `Bearer ${token},${token}`],
		['two headers in one', (token) => `Bearer ${token}, Bearer ${token}`],
		['a token without its signature', (token) => `Bearer ${token.replace(/[^.]*$/, '')}`],
		['a token with padding', (token) => `Bearer ${token}==`],
		['the webhook token', () => 'Bearer webhook-token-4711'],
	])('%s', async (_case, authorization) => {
		const { tenant, call, fetches } = unasked;
		expect(await call(authorization(tenant.issue()))).toEqual(refused);
		expect(fetches()).toBe(0);
	});
});

test.each<[string, RegExp, (tenant: Tenant) => string]>([
	[
		"with the algorithm 'none'",
		/not a JSON Web Token/,
		(tenant) => jwt.sign(tenant.claims(), '', { algorithm: 'none', keyid: keyId() }),
	],
	[
		'that HS256 signs with the public key',
		/not .* signed with RS256/,
		(tenant) => {
			const pem = entra.sandbox.entra.key.publicKey.export({ type: 'spki', format: 'pem' });
			return jwt.sign(tenant.claims(), pem, { algorithm: 'HS256', keyid: keyId() });
		},
	],
	[
		'that PS256 signs',
		/not .* signed with RS256/,
		(tenant) => signed(tenant, { alg: 'PS256', kid: keyId() }),
	],
	[
		'that asks for an extension',
		/not a JSON Web Token/,
		(tenant) => signed(tenant, { alg: 'RS256', kid: keyId(), crit: ['exp'] }),
	],
	['without a key name', /with a key name/, (tenant) => signed(tenant, { alg: 'RS256' })],
	[
		'that brings its own key',
		/names a key that the Entra authority does not have/,
		(tenant) => {
			const own = newKey();
			const header = { alg: 'RS256', kid: own.keyId, jwk: jwkOf(own) };
			return signed(tenant, header, own);
		},
	],
	[
		'of another key under the right name',
		/The Entra authority has not signed/,
		(tenant) => tenant.issue({}, { ...newKey(), keyId: keyId() }),
	],
	['that has expired', /it has expired/, (tenant) => tenant.issue({ exp: seconds(-70) })],
	['without an expiry', /no time .* expires/, (tenant) => tenant.issue({ exp: undefined })],
	['that begins later', /not valid yet/, (tenant) => tenant.issue({ nbf: seconds(70) })],
	[
		'of another tenant, for which the same key signs',
		/its issuer is/,
		({ audience }) => entra.sandbox.entra.tenant('stranger').issue({ aud: audience }),
	],
	[
		'with the name of the authority as its issuer',
		/its issuer is/,
		(tenant) => tenant.issue({ iss: tenant.authority }),
	],
	['without an issuer', /issuer is undefined/, (tenant) => tenant.issue({ iss: undefined })],
	['for another audience', /"api:\/\/other"/, (tenant) => tenant.issue({ aud: 'api://other' })],
	['for other audiences', /\["a","b"\]/, (tenant) => tenant.issue({ aud: ['a', 'b'] })],
	['without an audience', /audience is undefined/, (tenant) => tenant.issue({ aud: undefined })],
])('a token %s is refused, and the log alone tells why', async (_case, reason, tokenOf) => {
	const { tenant, call, server } = known;
	const logged = server.log.length;
	const token = tokenOf(tenant);
	expect(await call(`Bearer ${token}`)).toEqual(refused);
	expect(server.log.slice(logged)).toEqual([expect.stringMatching(reason)]);
	expect(server.log.join()).not.toContain(token.split('.')[1]);
});

test.each(['entraAudience', 'entraAuthority'])(
	'nobody is let in while the field %s of the credential is empty',
	async (field) => {
		const { tenant, call } = await entra.trigger(() => ({ [field]: '' }));
		const later = { status: 503, started: 0 };
		expect(await call(`Bearer ${tenant.issue({ aud: '' })}`)).toMatchObject(later);
		expect(await call(`Bearer ${tenant.issue()}`)).toMatchObject(later);
	},
);

describe('tokens of one application only', () => {
	const options = { oauthClientId: 'tradecloud', oauthRole: 'Webhook.Call' };
	const right = { azp: 'tradecloud', roles: ['Other', 'Webhook.Call'] };

	test.each([
		['tells its application in azp', right],
		['tells its application in appid', { ...right, azp: undefined, appid: 'tradecloud' }],
		['tells one role', { ...right, roles: 'Webhook.Call' }],
	])('one that %s is accepted', async (_case, claims) => {
		const { tenant, call } = await entra.trigger(undefined, options);
		expect(await call(`Bearer ${tenant.issue(claims)}`)).toMatchObject({ status: 200 });
	});

	test.each([
		['is of another', { ...right, azp: 'other' }, /its application is "other"/],
		[
			'is of another, and also says',
			{ ...right, azp: 'other', appid: 'tradecloud' },
			/its application is "other"/,
		],
		['tells none', { roles: right.roles }, /its application is undefined/],
		['has another role', { ...right, roles: ['Webhook'] }, /its roles are \["Webhook"\]/],
		['has no role', { azp: 'tradecloud' }, /its roles are undefined/],
	])('one that %s is refused', async (_case, claims, reason) => {
		const { tenant, call, server } = await entra.trigger(undefined, options);
		expect(await call(`Bearer ${tenant.issue(claims)}`)).toEqual(refused);
		expect(server.log).toEqual([expect.stringMatching(reason)]);
	});
});
