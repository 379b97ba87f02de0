/** What a test can bring about while the sandbox is polled. */
import { startSandbox, type Order, type Sandbox, type SandboxOptions } from '../../sandbox';
import { closedAfterTest } from '../../sandbox/cleanup';
import { loggedIn, post, type Answer } from '../../sandbox/client';

let sandbox: Sandbox;

const start = async (options?: SandboxOptions) =>
	(sandbox = closedAfterTest(await startSandbox({ requestsPerSecond: 0, ...options })));
const call = async (path: string, body: object) =>
	await post(sandbox.v2 + path, body, await loggedIn(sandbox));
const rows = ({ data }: Answer) => data.data as Order[];
const numbers = (answer: Answer) =>
	rows(answer).map(({ buyerOrder }) => buyerOrder.purchaseOrderNumber);

describe('a poll', () => {
	it('brings the earliest first, or, if told so, in no order at all, but each order once', async () => {
		const poll = async (offset: number) => await call('/order-search/poll', { offset, limit: 20 });
		await start();
		const stamps = rows(await poll(0)).map(({ lastUpdatedAt }) => lastUpdatedAt);
		expect([...stamps].sort()).toEqual(stamps);
		await start({ pollOrder: 'unsorted' });
		const pages = [await poll(0), await poll(20)];
		const unsorted = pages.flatMap(rows);
		const unsortedStamps = unsorted.map(({ lastUpdatedAt }) => lastUpdatedAt);
		expect([...unsortedStamps].sort()).not.toEqual(unsortedStamps);
		expect(new Set(unsorted.map(({ id }) => id)).size).toBe(25);
	});

	it('tells stamps apart to the last decimal that is given', async () => {
		await start();
		const { lastUpdatedAt } = sandbox.orders.list()[24];
		const totalAfter = async (lastUpdatedAfter: string) =>
			(await call('/order-search/poll', { filters: { lastUpdatedAfter } })).data.total;
		expect(await totalAfter(lastUpdatedAt.replace('Z', '001Z'))).toBe(0);
		const earlier = new Date(Date.parse(lastUpdatedAt) - 1).toISOString();
		expect(await totalAfter(earlier.replace('Z', '999Z'))).toBe(1);
	});

	it('shifts the pages when an order changes while they are read', async () => {
		await start();
		const poll = (offset: number) => call('/order-search/poll', { offset, limit: 10 });
		const first = numbers(await poll(0));
		sandbox.orders.touch(sandbox.orders.list()[0].id);
		const read = [...first, ...numbers(await poll(10)), ...numbers(await poll(20))];
		expect(read).not.toContain('PO-2026-0011');
		expect(read.at(-1)).toBe('PO-2026-0001');
	});
});
