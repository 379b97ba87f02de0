/** Listing orders and shipments: filters, limits, and pages while orders change. */
import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';

import type { Order, Shipment } from '../sandbox';
import { anOrder, storeOrder } from '../sandbox/build';
import { errorOf, jsonOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting({ orders: 1_050 })));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

const orders = () => setting.sandbox.orders.list();
const returned = (order: Order) => ({ orderId: order.id, ...order });
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
		expect(jsonOf(run)).toEqual(orders().slice(0, 3).map(returned));
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

	test('come all with eleven calls for a thousand, where none changes meanwhile', async () => {
		const thousand = await startSetting({ orders: 1_000 });
		const run = await thousand.run({ resource: 'order', operation: 'getMany', returnAll: true });
		const polls = thousand.sandbox.calls.filter(({ path }) => path.endsWith('/poll'));
		await thousand.close();
		expect(jsonOf(run).map(({ id }) => id)).toEqual(
			thousand.sandbox.orders.list().map(({ id }) => id),
		);
		expect(polls).toHaveLength(11);
	});

	test('are not taken as none where the answer is no list', async () => {
		setting.sandbox.fault({ path: '/poll$', status: 200, body: '{}', times: 2 });
		expect(errorOf(await getMany({ returnAll: true })).message).toBe(
			'The response from Tradecloud is empty or cut off',
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

describe('orders that are searched for', () => {
	let own: Setting;
	const users = () => own.sandbox.users;
	beforeAll(async () => {
		own = await startSetting({ orders: 0 });
		storeOrder(own.sandbox, {
			purchaseOrderNumber: 'A-1',
			lines: [{ isOverdue: true, logisticsStatus: 'Shipped' }],
		});
		storeOrder(own.sandbox, {
			purchaseOrderNumber: 'A-2',
			supplierAccountNumber: 'S-10020',
			buyerOrder: { contact: { userId: 'buyer-1' }, destination: { code: 'WH-7' } },
			supplierOrder: { contact: { userId: 'supplier-1' } },
		});
		storeOrder(own.sandbox, {
			purchaseOrderNumber: 'B-1',
			lines: [{ processStatus: 'Confirmed' }],
		});
	});
	afterEach(() => own.sandbox.reset());
	afterAll(() => own.close());

	type Parameters = Record<string, NodeParameterValueType>;

	async function search(filters: IDataObject, more: Parameters = {}, user = users().buyer) {
		const { username, password } = user;
		return await own.run(
			{
				resource: 'order',
				operation: 'getMany',
				...noPace,
				returnAll: true,
				filters: filters as NodeParameterValueType,
				...more,
			},
			[{}],
			{ credential: { username, password } },
		);
	}

	test.each([
		['a text', { query: 'A-' }, ['A-1', 'A-2']],
		['overdue deliveries', { deliveryOverdue: true }, ['A-1']],
		['none overdue', { deliveryOverdue: false }, ['A-2', 'B-1']],
		['a logistics status', { logisticsStatus: ['Shipped'] }, ['A-1']],
		['both statuses', { logisticsStatus: ['Open'], processStatus: ['Confirmed'] }, ['B-1']],
		['suppliers', { supplierCompanyIds: ['6e2b90d4-1f57-5c8a-b3e9-7a4d05c2f816'] }, ['A-2']],
		['suppliers by expression', { supplierCompanyIds: '={{ "nobody" }}' }, []],
		['contacts of the buyer', { buyerContactUserIds: 'buyer-1, buyer-2' }, ['A-2']],
		['contacts of the supplier', { supplierContactUserIds: 'supplier-1' }, ['A-2']],
		['destinations', { destinationCodes: 'WH-7' }, ['A-2']],
		['a time', { query: '1', lastUpdatedAfter: '2200-01-01T00:00:00.000Z' }, []],
	])('come by %s', async (_case, filters, numbers) => {
		const run = await search(filters);
		expect(
			jsonOf(run).map(({ buyerOrder }) => (buyerOrder as IDataObject).purchaseOrderNumber),
		).toEqual(numbers);
		for (const { id, orderId } of jsonOf(run)) expect(orderId).toBe(id);
		expect(own.sandbox.calls.at(-1)).toMatchObject({ path: '/v2/order-search/search' });
	});

	test('come by buyers, to a supplier', async () => {
		const { companyId } = users().buyer;
		const run = await search({ buyerCompanyIds: [companyId] }, {}, users().supplier);
		expect(jsonOf(run)).toHaveLength(2);
	});

	test('come by the documented sort and without empty filters', async () => {
		await search({ query: 'A-', destinationCodes: ' , ', supplierCompanyIds: [] });
		expect(own.sandbox.calls.at(-1)?.body).toEqual({
			query: 'A-',
			sort: [{ field: 'buyerOrder.purchaseOrderNumber', order: 'asc' }],
			offset: 0,
			limit: 100,
		});
	});

	test('come by a poll where the filters of the search are empty', async () => {
		await search({ query: '', destinationCodes: '', supplierCompanyIds: [] });
		expect(own.sandbox.calls.at(-1)).toMatchObject({ path: '/v2/order-search/poll' });
	});

	test('that are more than a search lists are refused, not cut off', async () => {
		const answer = {
			path: '^/order-search/search$',
			status: 200,
			contentType: 'application/json',
			body: JSON.stringify({ data: [anOrder()], total: 10_001 }),
		};
		own.sandbox.fault(answer);
		const run = await search({ query: 'A' });
		expect(errorOf(run)).toMatchObject({
			message: "Tradecloud's search lists at most 10,000 orders, and 10,001 match",
			description: "Narrow them down with 'Filters', or set 'Limit'.",
		});
		own.sandbox.fault(answer);
		expect(jsonOf(await search({ query: 'A' }, { returnAll: false, limit: 1 }))).toHaveLength(1);
	});

	test.each([
		['Single Delivery', { singleDelivery: true }, {}],
		['Company Name or ID', {}, { companyId: 'f56aa4ce-8ec8-5197-bc26-77716a58add7' }],
	])('cannot be chosen by %s as well, which is told', async (field, more, filters) => {
		const run = await search({ query: 'A-', ...filters }, more);
		expect(errorOf(run).message).toContain(`'Query' cannot be combined with '${field}'`);
		expect(own.sandbox.calls).toEqual([]);
	});
});

describe('shipments', () => {
	const shipments = () => setting.sandbox.shipments.list();
	const returned = (shipment: Shipment) => ({ shipmentId: shipment.id, ...shipment });

	test('come one by one', async () => {
		const run = await setting.run(
			{ resource: 'shipment', operation: 'get', shipmentId: '={{ $json.id }}' },
			shipments().map(({ id }) => ({ id })),
		);
		expect(jsonOf(run)).toEqual(shipments().map(returned));
	});

	test('that Tradecloud does not know are named', async () => {
		const run = await setting.run({ resource: 'shipment', operation: 'get', shipmentId: 'S-404' });
		expect(errorOf(run).message).toBe("Tradecloud could not find shipment 'S-404'");
	});

	async function getManyAs(user: 'buyer' | 'supplier', filters: IDataObject) {
		const { username, password } = setting.sandbox.users[user];
		return await setting.run(
			{
				resource: 'shipment',
				operation: 'getMany',
				returnAll: true,
				filters: filters as NodeParameterValueType,
			},
			[{}],
			{ credential: { username, password } },
		);
	}

	test('come all, by buyer', async () => {
		const { companyId } = setting.sandbox.users.buyer;
		const run = await getManyAs('buyer', { companyId });
		expect(jsonOf(run)).toEqual(shipments().map(returned));
		expect(setting.sandbox.calls.at(-1)).toMatchObject({ path: '/v2/shipment/poll' });
	});
});
