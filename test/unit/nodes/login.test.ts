/** When a login is made, and when one that was made already serves. */
import type { TradecloudCredential } from '../../../nodes/Tradecloud/model/credential';
import { newToken } from '../../../nodes/Tradecloud/transport/login';
import { startSandbox, type Sandbox } from '../../sandbox';
import axios from 'axios';

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(() => sandbox.close());

/** n8n's helper, as far as the login uses it. */
const helper = {
	helpers: {
		httpRequest: async ({ url, headers }: { url: string; headers: Record<string, string> }) => {
			const { status, data, headers: answered } = await axios.get<unknown>(url, { headers });
			return { statusCode: status, body: data, headers: answered };
		},
	},
};

let count = 0;

function credentialOf(sessionToken = ''): TradecloudCredential {
	const { username, password } = sandbox.users.buyer;
	return {
		apiVersion: 'v2',
		environment: 'custom',
		baseUrl: sandbox.v2,
		username: username.replace('@', `+login${count}@`),
		password,
		sessionToken,
	} as TradecloudCredential;
}

beforeEach(() => {
	count += 1;
});

test('executions that find the same token expired share one login, also when one comes late', async () => {
	const before = sandbox.logins();
	const parallel = Array.from({ length: 5 }, () => newToken(helper, credentialOf('expired')));
	const [token, ...others] = await Promise.all(parallel);
	expect(others).toEqual(Array(4).fill(token));
	expect(await newToken(helper, credentialOf('expired'))).toBe(token);
	expect(sandbox.logins() - before).toBe(1);
});

test('a token that was refused is never handed out again', async () => {
	const first = await newToken(helper, credentialOf());
	const second = await newToken(helper, credentialOf(first));
	expect(second).not.toBe(first);
	expect(await newToken(helper, credentialOf(second))).not.toBe(second);
});

test('another password shares nothing', async () => {
	await newToken(helper, credentialOf());
	const wrong = { ...credentialOf(), password: 'wrong' };
	await expect(newToken(helper, wrong)).rejects.toThrow(/username or the password/);
});

test('a login that did not succeed is tried anew', async () => {
	sandbox.fault({ path: '/authentication/login', status: 503 });
	await expect(newToken(helper, credentialOf('expired'))).rejects.toThrow(/not available/);
	expect(await newToken(helper, credentialOf('expired'))).toBeTruthy();
});
