/** Order lines and forecast lines, as a sheet or a report takes them. */
import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';

import type { Order } from '../sandbox';
import { storeOrder } from '../sandbox/build';
import { errorOf, jsonOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
let order: Order;
beforeAll(async () => {
	setting = await startSetting({ orders: 0 });
	order = storeOrder(setting.sandbox, {
		purchaseOrderNumber: 'A-1',
		lines: [
			{
				isOverdue: true,
				deliverySchedule: [
					{ position: '2', date: '2026-04-01', quantity: 0.2 },
					{ position: '1', date: '2026-03-02', quantity: 0.1 },
				],
			},
			{ processStatus: 'Confirmed', logisticsStatus: 'Shipped' },
		],
	});
	storeOrder(setting.sandbox, {
		purchaseOrderNumber: 'B-1',
		supplierAccountNumber: 'S-10020',
		lines: [{ item: { name: 'Gear' }, deliverySchedule: [] }],
	});
});
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

type Parameters = Record<string, NodeParameterValueType>;

async function lines(operation: 'get' | 'getMany', parameters: Parameters) {
	return await setting.run({
		resource: 'orderLine',
		operation,
		options: { retries: 0 },
		...parameters,
	});
}

describe('one order line', () => {
	test('comes by the id of its order and its position', async () => {
		const run = await lines('get', { orderLineId: `={{ '${order.id}' }}-10` });
		expect(jsonOf(run)).toMatchObject([
			{ id: `${order.id}-10`, orderId: order.id, buyerLine: { position: '10' } },
		]);
	});

	test('comes in flat fields', async () => {
		const run = await lines('get', { orderLineId: `${order.id}-10`, output: 'simplified' });
		expect(jsonOf(run)).toEqual([
			{
				orderLineId: `${order.id}-10`,
				orderId: order.id,
				purchaseOrderNumber: 'A-1',
				supplierAccountNumber: 'S-10010',
				position: '10',
				itemNumber: 'ITEM-1',
				itemName: 'Hex nut M8',
				quantity: 0.3,
				unitOfMeasure: 'PCE',
				netPrice: 12.5,
				priceUnitQuantity: 1,
				currency: 'EUR',
				firstDeliveryDate: '2026-03-02',
				lastDeliveryDate: '2026-04-01',
				processStatus: 'Issued',
				logisticsStatus: 'Open',
				deliveryOverdue: true,
			},
		]);
	});

	test('leaves out in flat fields what is not known', async () => {
		const [, other] = setting.sandbox.orders.list();
		const run = await lines('get', { orderLineId: `${other.id}-10`, output: 'simplified' });
		expect(jsonOf(run)[0]).not.toHaveProperty('quantity');
		expect(jsonOf(run)[0]).not.toHaveProperty('itemNumber');
	});

	test('that does not exist is named', async () => {
		const run = await lines('get', { orderLineId: `${order.id}-99` });
		expect(errorOf(run).message).toBe(`Tradecloud could not find order line '${order.id}-99'`);
	});
});

describe('many order lines', () => {
	test.each([
		['all', {}, ['A-1 10', 'A-1 20', 'B-1 10']],
		['overdue ones', { deliveryOverdue: true }, ['A-1 10']],
		['by status', { processStatus: ['Confirmed'] }, ['A-1 20']],
		['by logistics status', { logisticsStatus: ['Shipped'] }, ['A-1 20']],
		['by supplier', { supplierCompanyIds: ['6e2b90d4-1f57-5c8a-b3e9-7a4d05c2f816'] }, ['B-1 10']],
		['by text', { query: 'gear' }, ['B-1 10']],
		['changed since', { lastUpdatedAfter: '2200-01-01T00:00:00.000Z' }, []],
	])('come: %s', async (_case, filters, expected) => {
		const run = await lines('getMany', { filters, output: 'simplified' });
		expect(
			jsonOf(run).map((line) => `${line.purchaseOrderNumber as string} ${line.position as string}`),
		).toEqual(expected);
		for (const line of jsonOf(run)) {
			expect(`${line.orderId as string}-${line.position as string}`).toBe(line.orderLineId);
		}
	});

	test('come up to the limit, as Tradecloud sent them', async () => {
		const run = await lines('getMany', { limit: 1 });
		expect(jsonOf(run)).toMatchObject([{ orderId: order.id, supplierLine: {} }]);
		expect(setting.sandbox.calls.at(-1)?.body).toEqual({
			sort: [{ field: 'buyerOrder.purchaseOrderNumber', order: 'asc' }],
			offset: 0,
			limit: 1,
		});
	});

	test('are not allowed to everybody, which is told with who can allow it', async () => {
		setting.sandbox.fault({ path: '^/order-line-search/', status: 403, body: 'Forbidden' });
		expect(errorOf(await lines('getMany', {}))).toEqual({
			message: 'Tradecloud does not allow this: "Forbidden"',
			description: expect.stringMatching(
				/• the role 'integration'\n[^]*\n• Tradecloud's permission for this operation\nAsk Tradecloud's support \(support@tradecloud1\.com\)/,
			) as string,
		});
	});
});

describe('forecast lines', () => {
	beforeAll(() => {
		const { forecasts, users } = setting.sandbox;
		const { companyId } = users.buyer;
		const period = { startDate: '2027-01-01', endDate: '2027-01-31', quantity: 5 };
		for (const number of ['1', '2']) {
			const header = { forecastNumber: `F-${number}`, supplierAccountNumber: 'S-10010' };
			const line = { item: { buyerItemNumber: `ITEM-${number}` }, schedule: [period] };
			const receivedAt = '2027-01-01T00:00:00.000Z';
			forecasts.push({ kind: 'forecast', companyId, receivedAt, body: { header, lines: [line] } });
		}
	});

	test.each([
		['all', {}, ['F-1', 'F-2']],
		['by number', { forecastNumber: 'F-1' }, ['F-1']],
		['by item', { buyerItemNumber: 'ITEM-2' }, ['F-2']],
		['by another buyer', { buyerCompanyId: '5a0e7c31-94b6-5f2d-8c17-d3b60f4a9e15' }, []],
		['by buyer', { buyerCompanyId: 'f56aa4ce-8ec8-5197-bc26-77716a58add7' }, ['F-1', 'F-2']],
		['by supplier', { supplierCompanyId: '0c1f7a52-5b4e-5d0a-9f43-2e6d1c8b7a90' }, ['F-1', 'F-2']],
	])('are read by their supplier: %s', async (_case, filters, expected) => {
		const { username, password } = setting.sandbox.users.supplier;
		const run = await setting.run({ resource: 'forecast', operation: 'getMany', filters }, [{}], {
			credential: { username, password },
		});
		const numbers = jsonOf(run).map(
			({ buyerForecast }) => (buyerForecast as IDataObject).forecastNumber,
		);
		expect(numbers).toEqual(expected);
	});
});
