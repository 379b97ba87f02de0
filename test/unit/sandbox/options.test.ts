/** Whether a sandbox is as unkind as a test asks it to be: else that test would show nothing. */
import { startSandbox, type Order, type Sandbox, type SandboxOptions } from '../../sandbox';
import { closedAfterTest } from '../../sandbox/cleanup';
import { basic, post } from '../../sandbox/client';

let sandbox: Sandbox;

const start = async (options?: SandboxOptions) =>
	(sandbox = closedAfterTest(await startSandbox({ requestsPerSecond: 0, ...options })));
const call = (path: string, body: object) =>
	post(sandbox.v2 + path, body, basic(sandbox.users.buyer));

async function poll(offset: number, limit: number): Promise<Order[]> {
	return (await call('/order-search/poll', { offset, limit })).data.data as Order[];
}

test('polls come in no order, but with each order once', async () => {
	await start({ pollOrder: 'unsorted' });
	const orders = [...(await poll(0, 20)), ...(await poll(20, 20))];
	const stamps = orders.map(({ lastUpdatedAt }) => lastUpdatedAt);
	expect([...stamps].sort()).not.toEqual(stamps);
	expect(new Set(orders.map(({ id }) => id)).size).toBe(25);
});

test('pages shift when an order changes while they are read', async () => {
	await start();
	const first = await poll(0, 10);
	sandbox.orders.touch(sandbox.orders.list()[0].id);
	const read = [...first, ...(await poll(10, 10)), ...(await poll(20, 10))].map(
		({ buyerOrder }) => buyerOrder.purchaseOrderNumber,
	);
	expect(read).not.toContain('PO-2026-0011');
	expect(read.at(-1)).toBe('PO-2026-0001');
});

test('a request too many in a second is answered 429, until the next second', async () => {
	await start({ requestsPerSecond: 10 });
	const status = async () => (await call('/order-search/poll', { limit: 1 })).status;
	const statuses = await Promise.all(Array.from({ length: 12 }, status));
	expect(statuses.filter((status) => status === 429)).toHaveLength(2);
	await new Promise((resolve) => setTimeout(resolve, 1010));
	expect(await status()).toBe(200);
});
