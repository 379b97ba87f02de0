/** Subscriptions: which changes through the API call which webhook, and in which form. */
import axios from 'axios';
import {
	orderIdOf,
	startSandbox,
	type Sandbox,
	type Subscription,
	type Webhook,
} from '../../sandbox';
import { basic, get, post } from '../../sandbox/client';
import { exampleOrder, exampleResponse } from '../../sandbox/data/examples';
import { startReceiver, type Receiver } from '../../sandbox/receiver';

let sandbox: Sandbox;
let receiver: Receiver;
let control: string;

beforeEach(async () => {
	sandbox = await startSandbox({ requestsPerSecond: 0, webhookBackoffMs: 10 });
	receiver = await startReceiver(200);
	control = `${sandbox.url}/sandbox`;
});
afterEach(() => Promise.all([sandbox.close(), receiver.close()]));

const webhook = (settings: Partial<Webhook> = {}): Webhook => ({
	url: receiver.url,
	method: 'POST',
	authentication: { type: 'none' },
	...settings,
});
const subscribe = (subscription: Subscription, settings?: Partial<Webhook>) =>
	sandbox.webhooks.subscribe(webhook(settings), subscription);

/** An order, and its answer. */
async function converse(): Promise<void> {
	const connector = `${sandbox.v2}/api-connector`;
	await post(`${connector}/order`, exampleOrder, basic(sandbox.users.buyer));
	await post(`${connector}/order-response`, exampleResponse, basic(sandbox.users.supplier));
	await sandbox.webhooks.settled();
}

const bodies = () => receiver.received.map(({ body }) => JSON.parse(body) as { eventName: string });
const names = () =>
	bodies()
		.map(({ eventName }) => eventName)
		.sort();

const byBuyer = 'OrderIssuedByBuyer';
const bySupplier = ['OrderChangesProposedBySupplier', 'OrderLinesAcceptedBySupplier'];

it.each<[string, Subscription, string[]]>([
	['all events', { kind: 'order' }, [...bySupplier, byBuyer]],
	['the selected events', { kind: 'order', events: [byBuyer] }, [byBuyer]],
	['none of its own', { kind: 'order', company: 'buyer' }, bySupplier],
	['what the buyer did', { kind: 'order', company: 'supplier' }, [byBuyer]],
	['its own, if selected', { kind: 'order', company: 'buyer', events: [byBuyer] }, [byBuyer]],
	['no order events', { kind: 'shipment' }, []],
	['no document events', { kind: 'orderDocuments' }, []],
])('a subscription is told of %s', async (_what, subscription, expected) => {
	subscribe(subscription);
	await converse();
	expect(names()).toEqual([...expected].sort());
});

it('everyone who subscribed is told, each in the form it chose', async () => {
	subscribe({ kind: 'order', events: [byBuyer] });
	subscribe({ kind: 'order', events: [byBuyer], singleDelivery: true });
	await converse();
	const orderId = orderIdOf(exampleOrder.order.purchaseOrderNumber);
	expect(bodies()).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ orderEvent: expect.objectContaining({ orderId }) as object }),
			expect.objectContaining({
				singleDeliveryOrderEvent: expect.objectContaining({ orderId }) as object,
			}),
		]),
	);
});

it('a GET webhook is told the order id', async () => {
	const url = `${receiver.url}/{orderId}`;
	subscribe({ kind: 'order', events: [byBuyer] }, { url, method: 'GET' });
	await converse();
	const orderId = orderIdOf(exampleOrder.order.purchaseOrderNumber);
	expect(receiver.received).toMatchObject([{ method: 'GET', path: `/${orderId}` }]);
});

it('an event that is tried again still says what it said first', async () => {
	await receiver.close();
	receiver = await startReceiver(503, 200);
	subscribe({ kind: 'order', events: [byBuyer] });
	await converse();
	const statuses = bodies().map(
		(body) => (body as { orderEvent?: { version: number } }).orderEvent,
	);
	expect(statuses.map((event) => event?.version)).toEqual([1, 1]);
});

it('who has unsubscribed is told nothing more', async () => {
	subscribe({ kind: 'order' })();
	await converse();
	expect(receiver.received).toEqual([]);
});

it('what an answer refuses is told to nobody', async () => {
	subscribe({ kind: 'order' });
	const url = `${sandbox.v2}/api-connector/order`;
	expect((await post(url, { order: {} }, basic(sandbox.users.buyer))).status).toBe(400);
	await sandbox.webhooks.settled();
	expect(receiver.received).toEqual([]);
});

describe('the control API', () => {
	it('subscribes, lists and unsubscribes', async () => {
		const body = { webhook: webhook(), kind: 'order', events: [byBuyer], company: 'supplier' };
		const answer = await post(`${control}/subscriptions`, body);
		expect(answer.status).toBe(201);
		await converse();
		expect(names()).toEqual([byBuyer]);
		expect((await get(`${control}/subscriptions`)).data).toMatchObject([
			{ id: answer.data.id, url: receiver.url, kind: 'order', events: [byBuyer] },
		]);
		const url = `${control}/subscriptions/${String(answer.data.id)}`;
		const end = () => axios.delete(url, { proxy: false, validateStatus: () => true });
		expect((await end()).status).toBe(200);
		expect((await end()).status).toBe(404);
		expect((await get(`${control}/subscriptions`)).data).toEqual([]);
	});

	it.each([
		{ kind: 'order' },
		{ kind: 'forecast', webhook: { url: 'http://x', method: 'POST', authentication: {} } },
		{ kind: 'order', company: 'seller' },
	])('answers 400 to %j, which is no subscription', async (body) => {
		expect((await post(`${control}/subscriptions`, body)).status).toBe(400);
	});

	it('shows forecasts, and documents with their SHA-256', async () => {
		const { id } = sandbox.documents.put('a.txt', 'text/plain', 'abc');
		const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
		const contentType = 'text/plain';
		expect((await get(`${control}/documents`)).data).toEqual([
			{ id, filename: 'a.txt', contentType, size: 3, sha256 },
		]);
		const header = { supplierAccountNumber: 'S-10010', forecastNumber: 'F-1' };
		const url = `${sandbox.v2}/api-connector/forecast`;
		const item = { buyerItemNumber: 'A-1', buyerItemName: 'Nut', purchaseUnitOfMeasureIso: 'PCE' };
		const schedule = [{ startDate: '2026-02-01', endDate: '2026-02-28', quantity: 5 }];
		const body = { header, lines: [{ item, schedule }] };
		await post(url, body, basic(sandbox.users.buyer));
		expect((await get(`${control}/forecasts`)).data).toMatchObject([
			{ kind: 'forecast', body: { header } },
		]);
	});

	it('offers commands that send an order and its answer', async () => {
		const help = ((await get(control)).data.help as string[]).join('\n');
		expect(help).toContain(
			`-d '${JSON.stringify(exampleOrder)}' ${sandbox.v2}/api-connector/order`,
		);
		expect(help).toContain(`${sandbox.v2}/api-connector/order-response`);
		expect(help).toContain(`${control}/subscriptions`);
	});
});
