/** The authority that the sandbox plays: what it publishes, and the tokens that it issues. */
import { createPublicKey, type JsonWebKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { startSandbox, type Sandbox, type Tenant } from '../../sandbox';
import { closedAfterTest } from '../../sandbox/cleanup';
import { get } from '../../sandbox/client';
import { startReceiver } from '../../sandbox/receiver';

let sandbox: Sandbox;
let tenant: Tenant;

beforeAll(async () => {
	sandbox = await startSandbox({ requestsPerSecond: 0, orders: 1 });
	tenant = sandbox.entra.tenant('contoso');
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const configurationOf = (authority: string) => get(`${authority}/.well-known/openid-configuration`);

/** What a receiver makes of a token, with nothing but the address of the authority. */
async function verified(token: string): Promise<jwt.JwtPayload> {
	const { data } = await configurationOf(tenant.authority);
	const keys = (await get(String(data.jwks_uri))).data.keys as (JsonWebKey & { kid: string })[];
	const { kid } = jwt.decode(token, { complete: true })!.header;
	const key = keys.find((candidate) => candidate.kid === kid);
	if (!key) throw new Error('The key is not published');
	const options = { algorithms: ['RS256' as const], issuer: String(data.issuer) };
	return jwt.verify(token, createPublicKey({ key, format: 'jwk' }), options) as jwt.JwtPayload;
}

it('issues tokens that its published issuer and keys prove', async () => {
	expect(await verified(tenant.issue())).toMatchObject({ aud: tenant.audience });
	expect(await verified(tenant.issue({ aud: 'other', nbf: undefined }))).toEqual(
		expect.not.objectContaining({ nbf: expect.anything() as unknown }),
	);
});

it('names an issuer that is not the address of the authority', async () => {
	const { data } = await configurationOf(tenant.authority);
	expect(data.issuer).toBe(tenant.issuer);
	expect(tenant.issuer).not.toBe(tenant.authority);
});

it('withdraws the old key when it rotates', async () => {
	const old = tenant.issue();
	sandbox.entra.rotate();
	await expect(verified(old)).rejects.toThrow('not published');
	expect(await verified(tenant.issue())).toMatchObject({ iss: tenant.issuer });
});

it('is recorded and befallen by faults like all else', async () => {
	sandbox.fault({ path: '^/contoso/.*openid-configuration$', status: 503 });
	expect((await configurationOf(tenant.authority)).status).toBe(503);
	expect((await configurationOf(tenant.authority)).status).toBe(200);
	expect(sandbox.calls.map(({ status }) => status)).toEqual([503, 200]);
});

it('knows no tenant that nobody has asked for', async () => {
	const { status } = await configurationOf(`${sandbox.url}/entra/unheard/v2.0`);
	expect(status).toBe(404);
});

it('gives the webhook sender a token for each message', async () => {
	const receiver = closedAfterTest(await startReceiver(200));
	const authentication = {
		type: 'oauth2',
		token: () => tenant.issue({ jti: `${++issued}` }),
	} as const;
	let issued = 0;
	for (let message = 1; message <= 2; message++) {
		await sandbox.webhooks.send({ url: receiver.url, method: 'POST', authentication }, {});
	}
	const tokens = receiver.received.map(({ headers }) => headers.authorization?.slice(7) ?? '');
	const ids = await Promise.all(tokens.map(async (token) => (await verified(token)).jti));
	expect(ids).toEqual(['1', '2']);
});
