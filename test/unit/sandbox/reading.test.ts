/** What the sandbox lets a test choose or bring about where it is read: guesses, companies, forecasts. */
import {
	startSandbox,
	type Order,
	type Sandbox,
	type SandboxOptions,
	type User,
} from '../../sandbox';
import { aShipment, storeOrder, storeShipment } from '../../sandbox/build';
import { closedAfterTest } from '../../sandbox/cleanup';
import { basic, get, loggedIn, post, type Answer } from '../../sandbox/client';
import { otherBuyerCompanyId } from '../../sandbox/data/users';

let sandbox: Sandbox;

const start = async (options?: SandboxOptions) =>
	(sandbox = closedAfterTest(await startSandbox({ requestsPerSecond: 0, ...options })));
const call = async (path: string, body: object, user?: User) =>
	await post(sandbox.v2 + path, body, await loggedIn(sandbox, user));
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

describe('who sees what', () => {
	it('depends on the companies for which a user acts', async () => {
		await start({ orders: 0 });
		const { users } = sandbox;
		storeOrder(sandbox, { purchaseOrderNumber: '4711' });
		storeOrder(sandbox, { purchaseOrderNumber: '4711', companyId: otherBuyerCompanyId });
		storeOrder(sandbox, { purchaseOrderNumber: '4712', supplierAccountNumber: 'S-10020' });
		const seen = async (user: User) =>
			(await call('/order-search/search', { query: '471' }, user)).data.total;
		expect(await seen(users.buyer)).toBe(2);
		expect(await seen(users.otherBuyer)).toBe(1);
		expect(await seen(users.group)).toBe(3);
		expect(await seen(users.supplier)).toBe(2);
	});

	it('holds for order lines and shipments by their ids too', async () => {
		await start();
		const order = storeOrder(sandbox, { supplierAccountNumber: 'S-10020' });
		const shipment = storeShipment(sandbox, { order });
		const paths = [`/order-line-search/${order.lines[0].id}`, `/shipment/${shipment.id}`];
		const statuses = async (user: User) => {
			const token = await loggedIn(sandbox, user);
			const answers = paths.map((path) => get(sandbox.v2 + path, token));
			return (await Promise.all(answers)).map(({ status }) => status);
		};
		expect(await statuses(sandbox.users.buyer)).toEqual([200, 200]);
		expect(await statuses(sandbox.users.supplier)).toEqual([403, 403]);
	});

	it('holds for connections, which show who knows whom by which number', async () => {
		await start();
		const { buyer, supplier } = sandbox.users;
		sandbox.connections[0].isAccepted = false;
		const url = `/company/${buyer.companyId}/connection/search`;
		const { data } = await call(url, { connected: true, offset: 0, limit: 100 });
		expect(data.total).toBe(3);
		expect(data.data).toContainEqual(
			expect.objectContaining({
				requestingCompanyId: buyer.companyId,
				requestingCompanyAccountCode: 'S-10030',
				acceptingCompanyName: 'Fijnmetaal De Linde B.V.',
				acceptingCompanyAccountCode: 'B-20001',
			}),
		);
		expect((await call(url, {}, supplier)).status).toBe(403);
	});
});

describe('order lines', () => {
	it('are found by the state that they are in', async () => {
		await start({ orders: 0 });
		storeOrder(sandbox, { lines: [{ isOverdue: true }, { processStatus: 'Confirmed' }] });
		const filters = {
			indicators: { deliveryOverdue: true },
			status: { processStatus: ['Issued'] },
		};
		const { data } = await call('/order-line-search/search', { filters });
		expect(data).toMatchObject({
			total: 1,
			data: [
				{ orderId: expect.stringMatching(/-PO-1$/) as string, firstDeliveryDate: '2026-03-02' },
			],
		});
	});
});

describe('shipments', () => {
	it('are found by what is in their load carriers, and sorted by one object', async () => {
		await start({ orders: 0 });
		const order = storeOrder(sandbox, { lines: [{}, {}] });
		storeShipment(sandbox, { order, shipmentNumber: 'SH-2' });
		const { locations } = aShipment({ order });
		const departure = { etdDate: '2026-02-01' };
		const changes = { locations: { ...locations, departure } };
		storeShipment(sandbox, { order, shipmentNumber: 'SH-1', inPackage: ['20'], changes });
		const filters = { lines: { purchaseOrderLinePosition: '20' } };
		const found = async (sort: unknown) =>
			await call('/shipment/search', { filters, sort, offset: 0, limit: 10 });
		const { data } = await found({ field: 'departureDate', order: 'asc' });
		expect(data.data).toMatchObject([
			{ supplierShipment: { shipmentNumber: 'SH-1' } },
			{ supplierShipment: { shipmentNumber: 'SH-2' } },
		]);
		expect((await found([{ field: 'departureDate', order: 'asc' }])).status).toBe(400);
	});
});

it('forecasts of either form are read line by line, by buyer and supplier', async () => {
	await start();
	const { buyer, otherBuyer, supplier } = sandbox.users;
	const header = { supplierAccountNumber: 'S-10010', forecastNumber: 'F-1' };
	const item = { buyerItemNumber: 'A-1', buyerItemName: 'Nut', purchaseUnitOfMeasureIso: 'PCE' };
	const schedule = [{ startDate: '2026-02-01', endDate: '2026-02-28', quantity: 5 }];
	const sent = { companyId: buyer.companyId, receivedAt: '2026-01-05T08:00:00.000Z' };
	sandbox.forecasts.push(
		{ kind: 'forecast', ...sent, body: { header, lines: [{ item, schedule }] } },
		{
			kind: 'slimstock',
			...sent,
			body: { header, lines: [{ ...item, startDate: '2026-02-17', M0: 5 }] },
		},
	);
	const body = { queries: { forecastNumber: 'F-1' }, sort: [{ field: 'buyerLine.item.number' }] };
	for (const user of [buyer, supplier]) {
		const { data } = await call('/forecast/line/search', body, user);
		expect(data).toMatchObject({
			total: 2,
			data: [
				{ buyerLine: { item: { number: 'A-1' }, schedule } },
				{ buyerLine: { item: { number: 'A-1' }, schedule } },
			],
		});
	}
	expect((await call('/forecast/line/search', body, otherBuyer)).data.total).toBe(0);
});

it('a login with a second factor is answered 200 without a token', async () => {
	await start();
	const answer = await get(`${sandbox.v2}/authentication/login`, basic(sandbox.users.twoFactor));
	expect(answer.status).toBe(200);
	expect(answer.headers).not.toHaveProperty('set-authorization');
});

it('an access token outlives its logout by ten minutes', async () => {
	await start();
	const answer = await get(`${sandbox.v2}/authentication/login`, basic(sandbox.users.buyer));
	const token = { Authorization: `Bearer ${String(answer.headers['set-authorization'])}` };
	const refreshToken = { 'Refresh-Token': String(answer.headers['set-refresh-token']) };
	await post(`${sandbox.v2}/authentication/logout`, undefined, refreshToken);
	const status = async () => (await post(`${sandbox.v2}/shipment/poll`, {}, token)).status;
	expect(await status()).toBe(200);
	const now = Date.now();
	jest.spyOn(Date, 'now').mockReturnValue(now + 601_000);
	expect(await status()).toBe(401);
	jest.restoreAllMocks();
});
