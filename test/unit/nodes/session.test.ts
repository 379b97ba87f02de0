/** When a login is made, and when one that was made already serves. */
import axios from 'axios';

import { userKey, type TradecloudCredential } from '../../../nodes/Tradecloud/model/credential';
import { bound, knownToken, newSession } from '../../../nodes/Tradecloud/transport/session';
import { startSandbox, type Sandbox } from '../../sandbox';

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterEach(() => jest.useRealTimers());
afterAll(() => sandbox.close());

/** n8n's helper, as far as the login uses it. */
const helper = {
	helpers: {
		httpRequest: async ({ url, headers }: { url: string; headers: Record<string, string> }) => {
			const options = { headers, responseType: 'stream', validateStatus: () => true } as const;
			const { status, data, headers: answered } = await axios.get<unknown>(url, options);
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

async function tokenAfter(refused?: string, fields: Partial<TradecloudCredential> = {}) {
	const outcome = await newSession(helper, { ...credentialOf(), ...fields }, refused);
	return 'failure' in outcome ? outcome.failure : outcome.result;
}

beforeEach(() => {
	count += 1;
	sandbox.reset();
});

test('executions that find the same token expired share one login, also when one comes late', async () => {
	const parallel = Array.from({ length: 5 }, () => tokenAfter('expired'));
	const [token, ...others] = await Promise.all(parallel);
	expect(others).toEqual(Array(4).fill(token));
	expect(await tokenAfter('expired')).toBe(token);
	expect(sandbox.logins()).toBe(1);
});

test('a token that was refused is never handed out again', async () => {
	const first = (await tokenAfter()) as string;
	const second = (await tokenAfter(first)) as string;
	expect(second).not.toBe(first);
	expect(await tokenAfter(second)).not.toBe(second);
});

test.each([
	['user', { username: 'somebody@else.example' }],
	['password', { password: 'another one' }],
	['base URL', { baseUrl: 'https://elsewhere.example/v2' }],
])('the token of one %s is not known to another', async (_case, fields) => {
	const token = (await tokenAfter()) as string;
	const stored = credentialOf(bound(userKey(credentialOf()), token));
	expect(knownToken(stored)).toBe(token);
	expect(knownToken({ ...stored, ...fields })).toBeUndefined();
});

test('a token that n8n keeps from before it had an owner, or that is over, is not used', () => {
	const endsIn = (seconds: number) =>
		`e.${Buffer.from(JSON.stringify({ exp: Date.now() / 1_000 + seconds })).toString('base64url')}.s`;
	const known = (stored: string) => knownToken(credentialOf(stored));
	const key = userKey(credentialOf());
	expect(known(endsIn(3_600))).toBeUndefined();
	expect(known(bound(key, endsIn(-1)))).toBeUndefined();
	const good = endsIn(3_600);
	expect(known(bound(key, good))).toBe(good);
});

test('a login that did not succeed is tried anew', async () => {
	sandbox.fault({ path: '/authentication/login', status: 503 });
	expect(await tokenAfter()).toMatchObject({ kind: 'status', status: 503, during: 'login' });
	expect(await tokenAfter()).toMatch(/^ey/);
});

test('a password that was refused is not sent again within five seconds', async () => {
	const before = sandbox.calls.length;
	for (let call = 0; call < 20; call++) {
		expect(await tokenAfter(undefined, { password: 'wrong' })).toMatchObject({ status: 401 });
	}
	expect(sandbox.calls.length - before).toBe(1);
	jest.useFakeTimers({
		now: Date.now() + 5_001,
		doNotFake: ['setTimeout', 'nextTick', 'setImmediate'],
	});
	expect(await tokenAfter(undefined, { password: 'wrong' })).toMatchObject({ status: 401 });
	expect(sandbox.calls.length - before).toBe(2);
});
