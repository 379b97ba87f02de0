/** Searching and polling in the sandbox. */
import { startSandbox, type Order, type Sandbox } from '../../sandbox';
import { loggedIn, post, type Answer } from '../../sandbox/client';

let sandbox: Sandbox;
let token: Record<string, string>;

beforeEach(async () => {
	sandbox = await startSandbox({ requestsPerSecond: 0, orders: 130 });
	token = await loggedIn(sandbox);
});
afterEach(() => sandbox.close());

const call = (path: string, body: object) => post(sandbox.v2 + path, body, token);
const search = (body: object) => call('/order-search/search', body);
const poll = (body: object) => call('/order-search/poll', body);
const pollAfter = (lastUpdatedAfter: unknown) => poll({ filters: { lastUpdatedAfter } });
const rows = ({ data }: Answer) => data.data as Order[];
const numbers = (answer: Answer) =>
	rows(answer).map(({ buyerOrder }) => buyerOrder.purchaseOrderNumber);

describe('polling orders', () => {
	it('brings the earliest first, at most 100, and the stamp to go on with', async () => {
		const answer = await poll({});
		const stamps = rows(answer).map(({ lastUpdatedAt }) => lastUpdatedAt);
		expect(stamps).toHaveLength(100);
		expect([...stamps].sort()).toEqual(stamps);
		expect(answer.data).toMatchObject({ total: 130, lastUpdatedAt: stamps.at(-1) });
	});

	it('brings what lies strictly after the stamp of the last answer', async () => {
		const first = await poll({ limit: 50 });
		const second = await pollAfter(first.data.lastUpdatedAt);
		expect(second.data.total).toBe(80);
		expect(numbers(second)[0]).toBe('PO-2026-0051');
	});

	it('answers nothing and no stamp when nothing has changed, until something has', async () => {
		const { lastUpdatedAt } = (await poll({ offset: 100 })).data;
		expect((await pollAfter(lastUpdatedAt)).data).toEqual({ data: [], total: 0 });
		const { orderId } = sandbox.orders.list()[7];
		const [line] = sandbox.orders.touch(orderId, ['10']);
		const answer = await pollAfter(lastUpdatedAt);
		expect(rows(answer).map((order) => order.orderId)).toEqual([orderId]);
		expect(answer.data.lastUpdatedAt).toBe(line.lastUpdatedAt);
	});

	it('shifts the pages when an order changes while they are read', async () => {
		const filters = { lastUpdatedAfter: '2026-01-01T00:00:00Z' };
		const first = numbers(await poll({ filters, limit: 65 }));
		sandbox.orders.touch(sandbox.orders.list()[0].orderId);
		const second = numbers(await poll({ filters, limit: 65, offset: 65 }));
		expect(first).not.toContain('PO-2026-0066');
		expect(second).not.toContain('PO-2026-0066');
		expect(second.at(-1)).toBe('PO-2026-0001');
	});

	it('keeps to process statuses and to a company', async () => {
		const processStatus = ['Confirmed', 'InProgress'];
		const confirmed = rows(await poll({ filters: { status: { processStatus } } }));
		expect(new Set(confirmed.map(({ status }) => status.processStatus))).toEqual(
			new Set(processStatus),
		);
		const { buyer, supplier } = sandbox.users;
		for (const { companyId } of [buyer, supplier]) {
			expect((await poll({ filters: { companyId } })).data.total).toBe(130);
		}
		expect((await poll({ filters: { companyId: 'another' } })).data.total).toBe(0);
	});

	it('tells stamps apart to the last decimal that is given', async () => {
		const { lastUpdatedAt } = sandbox.orders.list()[129];
		expect((await pollAfter(lastUpdatedAt.replace('Z', '001Z'))).data.total).toBe(0);
		const earlier = new Date(Date.parse(lastUpdatedAt) - 1).toISOString();
		expect((await pollAfter(earlier.replace('Z', '999Z'))).data.total).toBe(1);
	});

	it.each([
		['a limit above 100', { limit: 101 }],
		['a limit of nothing', { limit: 0 }],
		['a negative offset', { offset: -1 }],
		['a date in place of a time stamp', { filters: { lastUpdatedAfter: '2026-01-05' } }],
		['filters that are a list', { filters: [] }],
		['more than 100 statuses', { filters: { status: { processStatus: Array(101).fill('x') } } }],
	])('answers 400 to %s', async (_case, body) => {
		expect((await poll(body)).status).toBe(400);
	});

	it('brings the same orders in single delivery form', async () => {
		const answer = await call('/order-search/poll/single-delivery', { limit: 5 });
		expect(numbers(answer)).toEqual(numbers(await poll({ limit: 5 })));
		const [line] = rows(answer)[0].lines;
		const [{ deliverySchedule }] = sandbox.orders.list()[0].lines;
		const quantity = deliverySchedule.reduce((sum, delivery) => sum + delivery.quantity, 0);
		expect(line).toMatchObject({
			buyerLine: { position: '10' },
			statusLine: {
				scheduledDelivery: { date: deliverySchedule[0].date, quantity },
				scheduledDeliveryInclRequests: {},
				prices: {},
				pricesInclRequests: {},
			},
		});
		expect(line).not.toHaveProperty('deliverySchedule');
	});
});

describe('polling shipments', () => {
	it('follows the same rules, by the stamp in meta', async () => {
		const [first, second] = sandbox.shipments.list();
		const all = await call('/shipment/poll', {});
		expect(all.data.total).toBe(5);
		sandbox.shipments.touch(first.id);
		const filters = {
			lastUpdatedAfter: all.data.lastUpdatedAt,
			buyerShipment: { companyId: sandbox.users.buyer.companyId },
		};
		const later = await call('/shipment/poll', { filters });
		expect(later.data.data).toEqual([sandbox.shipments.get(first.id)]);
		expect(later.data.lastUpdatedAt).toBe(first.meta.lastUpdatedAt);
		const other = await call('/shipment/poll', {
			filters: { lastUpdatedAfter: second.meta.lastUpdatedAt, companyId: 'another' },
		});
		expect(other.data).toEqual({ data: [], total: 0 });
	});
});

describe('searching orders', () => {
	it('finds a number, whatever the case, reserved characters included', async () => {
		expect(numbers(await search({ query: 'po-2026-0042' }))).toEqual(['PO-2026-0042']);
		expect(numbers(await search({ query: 'PO 1/Ü+%' }))).toEqual(['PO 1/ü+%']);
	});

	it('finds a supplier account number and an item name', async () => {
		const bySupplier = rows(await search({ query: 's-10020' }));
		expect(bySupplier.length).toBeGreaterThan(10);
		expect(new Set(bySupplier.map(({ buyerOrder }) => buyerOrder.supplierAccountNumber))).toEqual(
			new Set(['S-10020']),
		);
		const byItem = rows(await search({ query: 'ölfilter' }));
		expect(byItem.length).toBeGreaterThan(0);
		expect(JSON.stringify(byItem[0].lines)).toContain('Ölfilter');
		expect((await search({ query: 'nothing like it' })).data).toEqual({ data: [], total: 0 });
	});

	it('filters by both statuses at once', async () => {
		const status = { processStatus: ['Confirmed'], logisticsStatus: ['Shipped'] };
		const found = rows(await search({ filters: { status } }));
		expect(found.length).toBeGreaterThan(0);
		for (const order of found) {
			expect(order.status).toEqual({ processStatus: 'Confirmed', logisticsStatus: 'Shipped' });
		}
	});

	it('sorts by a field and pages through the result', async () => {
		const sort = [{ field: 'buyerOrder.purchaseOrderNumber', order: 'desc' }];
		const first = await search({ sort, limit: 2 });
		expect(first.data.total).toBe(130);
		expect(numbers(first)).toEqual(['PO-2026-0129', 'PO-2026-0128']);
		expect(numbers(await search({ sort, offset: 128 }))).toEqual(['PO-2026-0001', 'PO 1/ü+%']);
	});

	it.each([{ limit: 101 }, { limit: '10' }, { sort: 'lastUpdatedAt' }, { sort: ['x'] }])(
		'answers 400 to %j',
		async (body) => {
			expect((await search(body)).status).toBe(400);
		},
	);
});
