/** Listing orders and shipments: filters, limits, and pages while orders change. */
import type { IDataObject } from 'n8n-workflow';

import type { Order } from '../sandbox';
import { errorOf, jsonOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting({ orders: 1_050 })));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

const orders = () => setting.sandbox.orders.list();
/** What comes out for an order of the API, which has its id in `id`. */
const emitted = (order: Order) => ({ orderId: order.id, ...order });
const noPace = { options: { retries: 1 } };

async function getMany(parameters: IDataObject = {}, more: Parameters<Setting['run']>[2] = {}) {
	return await setting.run(
		{ resource: 'order', operation: 'getMany', ...noPace, ...parameters },
		[{}],
		more,
	);
}

describe('orders', () => {
	test('come up to the limit, the longest unchanged first', async () => {
		const run = await getMany({ limit: 3 });
		expect(jsonOf(run)).toEqual(orders().slice(0, 3).map(emitted));
		expect(setting.sandbox.calls.at(-1)).toMatchObject({ body: { limit: 3, offset: 0 } });
	});

	test('come all, each once and in its latest state, although some change while pages are read', async () => {
		let changed = 0;
		const timer = setInterval(() => {
			const list = orders();
			if (changed < 40) setting.sandbox.orders.touch(list[(changed++ * 97) % list.length].id);
		}, 15);
		const run = await getMany({ returnAll: true });
		clearInterval(timer);
		const ids = jsonOf(run).map(({ orderId }) => orderId);
		expect(changed).toBeGreaterThan(10);
		expect(ids).toHaveLength(1_050);
		expect(new Set(ids)).toEqual(new Set(orders().map(({ id }) => id)));
	});

	test('come all with ten calls for a thousand, where none changes meanwhile', async () => {
		const thousand = await startSetting({ orders: 1_000 });
		const run = await thousand.run({ resource: 'order', operation: 'getMany', returnAll: true });
		const polls = thousand.sandbox.calls.filter(({ path }) => path.endsWith('/poll'));
		await thousand.close();
		expect(jsonOf(run).map(({ orderId }) => orderId)).toEqual(
			thousand.sandbox.orders.list().map(({ id }) => id),
		);
		expect(polls).toHaveLength(10);
	});

	test('are not taken as none where the answer is no list', async () => {
		setting.sandbox.fault({ path: '/poll$', status: 200, body: '{}', times: 2 });
		expect(errorOf(await getMany({ returnAll: true })).message).toBe(
			'The answer of Tradecloud is empty or cut off',
		);
	});

	test('come all although hundreds have the same time stamp', async () => {
		const same = await startSetting({ orders: 250 });
		for (const order of same.sandbox.orders.list())
			order.lastUpdatedAt = '2026-03-01T00:00:00.000Z';
		const run = await same.run({ resource: 'order', operation: 'getMany', returnAll: true });
		await same.close();
		expect(new Set(jsonOf(run).map(({ orderId }) => orderId)).size).toBe(250);
	});

	test('come by status, company and time of their last change', async () => {
		const [order] = orders().filter(({ status }) => status.processStatus === 'Confirmed');
		const filters = {
			processStatus: ['Confirmed'],
			companyId: order.buyerOrder.companyId,
			lastUpdatedAfter: '2026-01-05T00:00:00.000Z',
		};
		const run = await getMany({ limit: 100, filters });
		expect(jsonOf(run).length).toBeGreaterThan(0);
		for (const { status } of jsonOf(run))
			expect(status).toMatchObject({ processStatus: 'Confirmed' });
		expect(setting.sandbox.calls.at(-1)?.body).toMatchObject({
			filters: {
				status: { processStatus: ['Confirmed'] },
				companyId: filters.companyId,
				lastUpdatedAfter: '2026-01-05T00:00:00.000Z',
			},
		});
	});

	test('take a time without a zone as one of the workflow', async () => {
		await getMany({ filters: { lastUpdatedAfter: '2026-07-01T08:00:00' } });
		const { body } = setting.sandbox.calls.at(-1)! as { body: { filters: IDataObject } };
		expect(body.filters.lastUpdatedAfter).toBe('2026-07-01T12:00:00.000Z');
	});

	test('name a time that is none', async () => {
		const run = await getMany({ filters: { lastUpdatedAfter: 'yesterday' } });
		expect(errorOf(run).message).toMatch(/'Changed Since' holds 'yesterday', which is not a time/);
	});

	test('come in their single delivery form', async () => {
		const run = await getMany({ limit: 1, singleDelivery: true });
		const [{ lines }] = jsonOf(run) as [{ lines: IDataObject[] }];
		expect(lines[0]).toHaveProperty('statusLine.scheduledDelivery');
	});

	test('come as lines', async () => {
		const run = await getMany({ limit: 2, output: 'lines' });
		const ids = [...new Set(jsonOf(run).map(({ orderId }) => orderId as string))];
		const lines = ids.map((id) => setting.sandbox.orders.get(id)!.lines);
		expect(ids).toHaveLength(2);
		expect(jsonOf(run).map(({ id }) => id)).toEqual(lines.flat().map(({ id }) => id));
	});

	test('come from API v1 page by page, by its status', async () => {
		const credential = { apiVersion: 'v1' };
		const all = await getMany({ returnAll: true }, { credential });
		expect(new Set(jsonOf(all).map(({ id }) => id)).size).toBe(1_050);
		const [first] = jsonOf(all);
		const some = await getMany({ filters: { status: first.status }, limit: 10 }, { credential });
		expect(jsonOf(some).map(({ status }) => status)).toEqual(Array(10).fill(first.status));
	});

	test.each([
		[
			'v1',
			'processStatus',
			['Issued'],
			"API v1 has no filter 'Process Status'. Remove it from 'Filters'.",
		],
		[
			'v2',
			'acknowledged',
			true,
			"API v2 has no filter 'Acknowledged (Legacy)'. Remove it from 'Filters'.",
		],
	])('name a filter that API %s lacks', async (apiVersion, filter, value, message) => {
		const run = await getMany({ filters: { [filter]: value } }, { credential: { apiVersion } });
		expect(errorOf(run).message).toBe(message);
	});
});

describe('an order of API v1', () => {
	test('is acknowledged, and then no longer among those that are not', async () => {
		const credential = { apiVersion: 'v1' };
		const filters = { acknowledged: false };
		const [order] = jsonOf(await getMany({ filters, limit: 1 }, { credential }));
		const run = await setting.run(
			{
				resource: 'order',
				operation: 'acknowledge',
				orderId: '={{ $json.id }}',
				versionHash: '={{ $json.versionHash }}',
			},
			[order],
			{ credential },
		);
		expect(jsonOf(run)).toEqual([{ orderId: order.id, ok: true }]);
		const [next] = jsonOf(await getMany({ filters, limit: 1 }, { credential }));
		expect(next.id).not.toBe(order.id);
	});

	test('is what API v2 has no acknowledgement for', async () => {
		const run = await setting.run({
			resource: 'order',
			operation: 'acknowledge',
			orderId: 'a',
			versionHash: 'b',
		});
		expect(errorOf(run).message).toMatch(
			/^'Acknowledge' exists only in Tradecloud Legacy \(API v1\)/,
		);
	});
});

describe('shipments', () => {
	const shipments = () => setting.sandbox.shipments.list();

	test('come one by one', async () => {
		const run = await setting.run(
			{ resource: 'shipment', operation: 'get', shipmentId: '={{ $json.id }}' },
			shipments().map(({ id }) => ({ id })),
		);
		expect(jsonOf(run)).toEqual(shipments());
	});

	test('that Tradecloud does not know are named', async () => {
		const run = await setting.run({ resource: 'shipment', operation: 'get', shipmentId: 'S-404' });
		expect(errorOf(run).message).toBe("Tradecloud does not know shipment 'S-404'");
	});

	// SDK: PollShipments knows a filter for the buyer only.
	test.each(['buyer', 'supplier'] as const)('come by a company that is their %s', async (side) => {
		const { username, password, companyId } = setting.sandbox.users[side];
		const own = shipments().filter(
			(shipment) => shipment[`${side}Shipment`].companyId === companyId,
		);
		const parameters = { resource: 'shipment', operation: 'getMany' };
		const credential = { username, password };
		const all = { ...parameters, returnAll: true, filters: { companyId } };
		const run = await setting.run(all, [{}], { credential });
		expect(jsonOf(run)).toEqual(own.map((shipment) => ({ shipmentId: shipment.id, ...shipment })));
		const one = await setting.run({ ...all, returnAll: false, limit: 1 }, [{}], { credential });
		expect(jsonOf(one)).toEqual(jsonOf(run).slice(0, 1));
		const others = { ...all, filters: { companyId: '00000000-0000-4000-8000-000000000000' } };
		expect(jsonOf(await setting.run(others, [{}], { credential }))).toEqual([]);
	});
});
