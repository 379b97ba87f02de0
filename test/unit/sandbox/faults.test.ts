/** The faults that can be ordered from the sandbox. */
import type { Sandbox } from '../../sandbox';
import { basic, get, loggedIn, login, post } from '../../sandbox/client';
import { duration, startWithOrder } from './orderToFetch';

let sandbox: Sandbox;
let token: Record<string, string>;
let anOrder: string;

beforeEach(async () => ({ sandbox, token, anOrder } = await startWithOrder()));
afterEach(() => sandbox.close());

const fetchOrder = () => get(anOrder, token);

describe('a fault', () => {
	it('befalls one call and no more, unless told otherwise', async () => {
		sandbox.fault({ status: 503 });
		sandbox.fault({ status: 502, times: 2 });
		const statuses = [];
		for (let call = 0; call < 4; call += 1) statuses.push((await fetchOrder()).status);
		expect(statuses).toEqual([503, 502, 502, 200]);
	});

	it('waits for the call that it is meant for', async () => {
		sandbox.fault({ method: 'POST', path: '^/order-search/', status: 500 });
		sandbox.fault({ path: 'PO%201%2F', status: 504 });
		const search = () => post(`${sandbox.v2}/order-search/search`, {}, token);
		const reserved = encodeURIComponent(sandbox.orders.list()[2].id);
		expect((await fetchOrder()).status).toBe(200);
		expect((await search()).status).toBe(500);
		expect((await search()).status).toBe(200);
		expect((await get(`${sandbox.v2}/order/${reserved}`, token)).status).toBe(504);
	});

	it('befalls API v1 as well, by the path below its base', async () => {
		sandbox.fault({ path: '^/purchaseOrder$', status: 503 });
		const list = () => get(`${sandbox.v1}/purchaseOrder?limit=1`, basic(sandbox.users.buyer));
		expect((await list()).status).toBe(503);
		expect((await list()).status).toBe(200);
	});

	it('can carry headers, a body and a content type of its own', async () => {
		sandbox.fault({ status: 429, headers: { 'Retry-After': '7' } });
		const limited = await fetchOrder();
		expect(limited.headers['retry-after']).toBe('7');
		expect(limited.data).toEqual({ error: 'Too Many Requests' });
		sandbox.fault({ body: '<html>', contentType: 'text/html' });
		const page = await fetchOrder();
		expect(page.status).toBe(200);
		expect(page.headers['content-type']).toBe('text/html');
		expect(page.data).toBe('<html>');
	});

	it('can delay the true answer', async () => {
		sandbox.fault({ delayMs: 120, headers: { 'X-Slow': 'yes' } });
		let headers: Record<string, unknown> = {};
		const time = await duration(async () => {
			const answer = await fetchOrder();
			expect(answer.data).toEqual(sandbox.orders.list()[0]);
			headers = answer.headers;
		});
		expect(time).toBeGreaterThanOrEqual(115);
		expect(headers['x-slow']).toBe('yes');
	});

	it('can destroy the connection before the answer', async () => {
		sandbox.fault({ reset: true });
		await expect(fetchOrder()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(sandbox.calls.at(-1)).not.toHaveProperty('status');
		expect((await fetchOrder()).status).toBe(200);
	});

	it('can destroy the connection amid the answer', async () => {
		sandbox.fault({ resetMidAnswer: true });
		const answer = await fetch(anOrder, { headers: token });
		expect(answer.status).toBe(200);
		expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(1000);
		await expect(answer.text()).rejects.toThrow('terminated');
		await expect(fetchOrder()).resolves.toMatchObject({ status: 200 });
	});

	it('can expire the token of a call, and of no other', async () => {
		const other = await loggedIn(sandbox);
		sandbox.fault({ path: '^/order/', expireToken: true });
		expect((await fetchOrder()).status).toBe(401);
		expect((await fetchOrder()).status).toBe(401);
		expect((await get(anOrder, other)).status).toBe(200);
	});

	it.each([{ status: 503 }, { reset: true }, { resetMidAnswer: true }])(
		'can come after the side effect: %j',
		async (fault) => {
			const [{ id: orderId }] = sandbox.orders.list();
			const url = `${sandbox.v1}/purchaseOrder/${sandbox.orders.legacyId(orderId)}/_acknowledge`;
			sandbox.fault({ ...fault, after: true });
			const answer = post(url, { versionHash: 'seen' }, basic(sandbox.users.buyer));
			const outcome = await answer.then(({ status }) => status, String);
			expect(outcome).not.toBe(200);
			expect(sandbox.orders.isAcknowledged(orderId, 'seen')).toBe(true);
		},
	);

	it('comes before the side effect otherwise', async () => {
		const before = sandbox.logins();
		sandbox.fault({ path: '/login$', status: 503 });
		await login(sandbox);
		expect(sandbox.logins()).toBe(before);
	});

	it('with a delay after the side effect still gives the true answer', async () => {
		sandbox.fault({ after: true, delayMs: 30 });
		expect((await fetchOrder()).data).toEqual(sandbox.orders.list()[0]);
	});

	it('is forgotten by a reset, and refused if its path is no regular expression', async () => {
		sandbox.fault({ status: 503, times: 100 });
		sandbox.reset();
		expect((await fetchOrder()).status).toBe(200);
		expect(() => sandbox.fault({ path: '(' })).toThrow('Invalid regular expression');
	});
});
