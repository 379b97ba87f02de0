/** The control API, by which curl and other processes steer a sandbox. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import axios from 'axios';
import { startSandbox, type Sandbox } from '../../sandbox';
import { closedAfterTest } from '../../sandbox/cleanup';
import { basic, get, loggedIn, login, post } from '../../sandbox/client';
import { exampleOrder, exampleResponse } from '../../sandbox/data/examples';
import { eventCommand } from '../../sandbox/help';
import { startReceiver, type Receiver } from '../../sandbox/receiver';

let sandbox: Sandbox;
let receiver: Receiver;
let orderId: string;
let control: string;

beforeAll(async () => {
	sandbox = await startSandbox({ requestsPerSecond: 0, orders: 4, webhookBackoffMs: 10 });
	receiver = await startReceiver(200);
	orderId = sandbox.orders.list()[3].id;
	control = `${sandbox.url}/sandbox`;
});
beforeEach(() => {
	sandbox.reset();
	receiver.received.length = 0;
});
afterAll(() => Promise.all([sandbox.close(), receiver.close()]));

const fetchOrder = async (headers: Record<string, string>) =>
	(await get(`${sandbox.v2}/order/${encodeURIComponent(orderId)}`, headers)).status;

it('says where the sandbox is, who its users are, and which commands to paste', async () => {
	const { data } = await get(control);
	const { url, v1, v2, users } = sandbox;
	expect(data).toMatchObject({ url, v1, v2, users });
	expect(v1).toBe(`${url}/api/v1`);
	expect(data.help).toContain(`curl -s -X POST ${control}/expire-tokens`);
});

it('takes a fault, and takes all of them back', async () => {
	const token = await loggedIn(sandbox);
	await post(`${control}/faults`, { path: '^/order/', status: 503, times: 2 });
	expect(await fetchOrder(token)).toBe(503);
	await axios.delete(`${control}/faults`, { proxy: false });
	expect(await fetchOrder(token)).toBe(200);
});

it.each([{ stauts: 503 }, { status: '503' }, { path: '(' }])(
	'answers 400 to %j, which is no fault',
	async (fault) => {
		const answer = await post(`${control}/faults`, fault);
		expect(answer.status).toBe(400);
		expect(await fetchOrder(await loggedIn(sandbox))).toBe(200);
	},
);

it('expires tokens and counts logins', async () => {
	const token = await loggedIn(sandbox);
	await post(`${control}/expire-tokens`);
	expect(await fetchOrder(token)).toBe(401);
	const before = (await get(`${control}/logins`)).data;
	await login(sandbox);
	expect((await get(`${control}/logins`)).data.logins).toBe(Number(before.logins) + 1);
});

it('shows the calls of the APIs, and none of its own, until a reset', async () => {
	await get(`${sandbox.v1}/purchaseOrder`, basic(sandbox.users.supplier));
	expect((await get(`${control}/calls`)).data).toMatchObject([
		{ path: '/api/v1/purchaseOrder', status: 200 },
	]);
	await post(`${control}/reset`);
	expect((await get(`${control}/calls`)).data).toEqual([]);
});

it('lists the orders, shows one, and touches its lines', async () => {
	const url = `${control}/orders/${encodeURIComponent(orderId)}`;
	const before = sandbox.orders.get(orderId)?.version ?? 0;
	expect((await get(`${control}/orders`)).data).toHaveLength(4);
	expect((await get(`${url}/v1`)).data).toMatchObject({ code: 'PO 1/ü+%' });
	const touched = await post(`${url}/touch`, { positions: ['10'] });
	expect(touched.data).toMatchObject([{ buyerLine: { position: '10' } }]);
	expect((await get(url)).data).toMatchObject({ id: orderId, version: before + 1 });
	expect((await get(`${control}/orders/unknown`)).status).toBe(404);
	expect((await post(`${url}/touch`, { positions: ['99'] })).status).toBe(404);
});

describe('sending a webhook', () => {
	const none = { type: 'none' };

	it('tells a GET webhook the order id', async () => {
		const webhook = { url: `${receiver.url}/{orderId}`, method: 'GET', authentication: none };
		const { data } = await post(`${control}/webhooks`, { webhook, orderId });
		expect(data).toMatchObject({ outcome: 'delivered', attempts: [{ status: 200 }] });
		expect(receiver.received[0].path).toBe(`/${encodeURIComponent(orderId)}`);
	});

	it.each([
		['OrderIssuedByBuyer', {}, 'orderEvent'],
		['OrderIssuedByBuyer', { singleDelivery: true }, 'singleDeliveryOrderEvent'],
		['OrderDocumentsAttachedByBuyer', {}, 'orderDocumentsEvent'],
	])('builds the event %s %j for a POST webhook', async (eventName, options, field) => {
		const webhook = { url: receiver.url, method: 'POST', authentication: none };
		await post(`${control}/webhooks`, { webhook, orderId, eventName, ...options });
		const body: unknown = JSON.parse(receiver.received[0].body);
		expect(body).toMatchObject({ eventName, [field]: { orderId } });
	});

	it('builds shipment events, and sends any other message as it is', async () => {
		const webhook = { url: receiver.url, method: 'POST', authentication: none };
		const [{ id: shipmentId }] = sandbox.shipments.list();
		await post(`${control}/webhooks`, { webhook, shipmentId });
		await post(`${control}/webhooks`, { webhook, message: { eventName: 'Unheard' } });
		const bodies = receiver.received.map(({ body }): unknown => JSON.parse(body));
		expect(bodies).toMatchObject([{ shipment: { id: shipmentId } }, { eventName: 'Unheard' }]);
	});

	it('answers that the delivery is pending when it takes longer than it shall wait', async () => {
		const unwilling = closedAfterTest(await startReceiver(503));
		const webhook = { url: unwilling.url, method: 'POST', authentication: none };
		const body = { webhook, orderId, waitMs: 50 };
		expect((await post(`${control}/webhooks`, body)).data.outcome).toBe('pending');
		const given = await post(`${control}/webhooks`, { ...body, waitMs: 5000, maxAttempts: 2 });
		expect(given.data).toMatchObject({ outcome: 'pending', attempts: [{}, {}] });
	});

	it.each([
		['no webhook', {}],
		['a URL that is none', { webhook: { url: 'x', method: 'GET', authentication: none } }],
		['an unknown method', { webhook: { url: 'http://x', method: 'PUT', authentication: none } }],
		['no message', { webhook: { url: 'http://x', method: 'GET', authentication: none } }],
	])('answers 400 to %s', async (_case, body) => {
		expect((await post(`${control}/webhooks`, body)).status).toBe(400);
	});

	it('answers 404 to an event of an unknown order', async () => {
		const webhook = { url: receiver.url, method: 'POST', authentication: none };
		expect((await post(`${control}/webhooks`, { webhook, orderId: 'x' })).status).toBe(404);
	});
});

describe('subscribing', () => {
	it('is told of what happens, is listed, and ends', async () => {
		const webhook = { url: receiver.url, method: 'POST', authentication: { type: 'none' } };
		const subscription = { kind: 'order', events: ['OrderIssuedByBuyer'] };
		const { status, data } = await post(`${control}/subscriptions`, { webhook, ...subscription });
		expect(status).toBe(201);
		const connector = `${sandbox.v2}/api-connector`;
		await post(`${connector}/order`, exampleOrder, basic(sandbox.users.buyer));
		await post(`${connector}/order-response`, exampleResponse, basic(sandbox.users.supplier));
		await sandbox.webhooks.deliveries.at(-1)!.done;
		expect(receiver.received.map(({ body }): unknown => JSON.parse(body))).toMatchObject([
			{ eventName: 'OrderIssuedByBuyer' },
		]);
		expect((await get(`${control}/subscriptions`)).data).toMatchObject([
			{ id: data.id, url: receiver.url, ...subscription },
		]);
		const url = `${control}/subscriptions/${String(data.id)}`;
		const end = () => axios.delete(url, { proxy: false, validateStatus: () => true });
		expect([(await end()).status, (await end()).status]).toEqual([200, 404]);
		expect((await get(`${control}/subscriptions`)).data).toEqual([]);
	});

	const nowhere = { url: 'http://x', method: 'POST', authentication: { type: 'none' } };
	it.each([
		{ kind: 'order' },
		{ kind: 'order', webhook: { ...nowhere, authentication: {} } },
		{ kind: 'forecast', webhook: nowhere },
		{ kind: 'order', webhook: nowhere, company: 'seller' },
	])('answers 400 to %j', async (body) => {
		expect((await post(`${control}/subscriptions`, body)).status).toBe(400);
	});
});

test('the command that the demo prints sends an event', async () => {
	const command = eventCommand(sandbox, receiver.url, orderId);
	// What the shell hands to curl, which need not be on this machine.
	const printing = `curl() { printf '%s\\n' "$@"; }\n${command}`;
	const { stdout } = await promisify(execFile)('bash', ['-c', printing]);
	const [url, body] = stdout.trim().split('\n').reverse();
	await post(url, JSON.parse(body) as object);
	const [{ headers, body: event }] = receiver.received;
	expect(headers.authorization).toMatch(/^Basic /);
	expect(JSON.parse(event)).toMatchObject({
		eventName: 'OrderIssuedByBuyer',
		orderEvent: { orderId },
	});
});
