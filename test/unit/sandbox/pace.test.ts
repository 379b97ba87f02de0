/** The sandbox's limit on requests, its delays, and its record of calls. */
import { startSandbox, type Sandbox } from '../../sandbox';
import { closedAfterTest } from '../../sandbox/cleanup';
import { basic, get, loggedIn, login, post } from '../../sandbox/client';
import { duration, startWithOrder } from './orderToFetch';

let sandbox: Sandbox;
let token: Record<string, string>;
let anOrder: string;

beforeEach(async () => ({ sandbox, token, anOrder } = await startWithOrder()));
afterEach(() => sandbox.close());

const fetchOrder = () => get(anOrder, token);

describe('the pace', () => {
	it('is ten requests a second, whatever they ask; the eleventh is one too many', async () => {
		const paced = closedAfterTest(await startSandbox());
		const list = () => get(`${paced.v1}/purchaseOrder?limit=1`, basic(paced.users.buyer));
		const answers = await Promise.all(Array.from({ length: 12 }, list));
		const limited = answers.filter(({ status }) => status === 429);
		expect(limited).toHaveLength(2);
		expect(limited[0].data).toEqual({ error: 'Too many requests' });
		expect(limited[0].headers).not.toHaveProperty('retry-after');
		await new Promise((resolve) => setTimeout(resolve, 1010));
		expect((await list()).status).toBe(200);
	});

	it('can be set, and starts anew with a reset', async () => {
		const paced = closedAfterTest(await startSandbox({ requestsPerSecond: 1 }));
		const statusOfLogin = async () =>
			(await get(`${paced.v2}/authentication/login`, basic(paced.users.buyer))).status;
		expect([await statusOfLogin(), await statusOfLogin()]).toEqual([200, 429]);
		paced.reset();
		expect(await statusOfLogin()).toBe(200);
	});
});

describe('delays', () => {
	it('differ between login, Basic and token', async () => {
		const slow = closedAfterTest(
			await startSandbox({ delays: { login: 80, basic: 160, token: 0 } }),
		);
		const { v1, v2, users } = slow;
		let headers = {};
		const times = {
			login: await duration(async () => (headers = await loggedIn(slow))),
			basic: await duration(() => get(`${v1}/purchaseOrder`, basic(users.buyer))),
			basicV2: await duration(() => post(`${v2}/shipment/poll`, {}, basic(users.buyer))),
			token: await duration(() => post(`${v2}/shipment/poll`, {}, headers)),
		};
		expect(times.login).toBeGreaterThanOrEqual(78);
		expect(times.basic).toBeGreaterThanOrEqual(158);
		expect(times.basicV2).toBeGreaterThanOrEqual(158);
		expect(times.token).toBeLessThan(78);
	});

	it('do not keep a sandbox from closing', async () => {
		sandbox.fault({ delayMs: 60_000 });
		const answer = fetchOrder().catch((error: { code: string }) => error.code);
		while (sandbox.calls.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
		expect(await duration(() => sandbox.close())).toBeLessThan(1000);
		expect(await answer).toBe('ECONNRESET');
	});
});

describe('the record of calls', () => {
	it('holds what was sent and how it was answered, and never a secret', async () => {
		const { calls } = sandbox;
		sandbox.reset();
		await login(sandbox);
		await post(`${sandbox.v2}/order-search/poll?x=%C3%BC`, { limit: 1 }, token);
		await get(`${sandbox.v2}/nothing`);
		expect(sandbox.calls).toBe(calls);
		expect(calls).toMatchObject([
			{ method: 'GET', path: '/v2/authentication/login', status: 200, authorization: 'Basic' },
			{
				method: 'POST',
				path: '/v2/order-search/poll?x=%C3%BC',
				status: 200,
				authorization: 'Bearer',
				body: { limit: 1 },
			},
			{ method: 'GET', path: '/v2/nothing', status: 404, authorization: undefined },
		]);
		expect(JSON.stringify(calls)).not.toContain(token.Authorization.slice('Bearer '.length));
	});
});
