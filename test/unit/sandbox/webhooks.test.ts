/** How the sandbox sends webhooks, and what it makes of the answers: as Tradecloud does. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import axios from 'axios';
import { parseStringPromise } from 'xml2js';
import { reservedNumber, startSandbox, type Sandbox, type Webhook } from '../../sandbox';
import { storeOrder } from '../../sandbox/build';
import { closedAfterTest } from '../../sandbox/cleanup';
import { eventCommand } from '../../sandbox/help';
import { startReceiver, type Receiver } from '../../sandbox/receiver';

let sandbox: Sandbox;
let receiver: Receiver;

beforeAll(async () => {
	sandbox = await startSandbox({ requestsPerSecond: 0, webhookBackoffMs: 10 });
});
afterAll(() => sandbox.close());

const orderId = () => sandbox.orders.list()[1].id;

/** A webhook of the receiver, in the form that suits the test. */
function webhook(settings: Partial<Webhook> = {}): Webhook {
	return { url: receiver.url, method: 'POST', authentication: { type: 'none' }, ...settings };
}

it('sends an event by the command that the demo prints', async () => {
	receiver = closedAfterTest(await startReceiver(200));
	const command = eventCommand(sandbox, receiver.url, orderId());
	// What the shell hands to curl, which need not be on this machine.
	const printing = `curl() { printf '%s\\n' "$@"; }\n${command}`;
	const { stdout } = await promisify(execFile)('bash', ['-c', printing]);
	const [url, body] = stdout.trim().split('\n').reverse();
	await axios.post(url, JSON.parse(body), { proxy: false });
	const [{ headers, body: event }] = receiver.received;
	expect(headers.authorization).toMatch(/^Basic /);
	expect(JSON.parse(event)).toMatchObject({
		eventName: 'OrderIssuedByBuyer',
		orderEvent: { orderId: orderId() },
	});
});

describe('the answer to a webhook', () => {
	it.each([
		[200, 'delivered'],
		[202, 'delivered'],
		[400, 'refused'],
		[401, 'refused'],
		[404, 'refused'],
		[429, 'refused'],
		[500, 'refused'],
		[302, 'refused'],
	])('%i means %s, at the first attempt and for good', async (status, outcome) => {
		receiver = closedAfterTest(await startReceiver(status));
		const delivery = await sandbox.webhooks.send(webhook(), { eventName: 'OrderSynced' });
		expect(delivery.outcome).toBe(outcome);
		expect(delivery.attempts).toMatchObject([{ status, body: { answered: status } }]);
		expect(receiver.received).toHaveLength(1);
	});

	it('above 500 means that the very same event comes again, later and later', async () => {
		receiver = closedAfterTest(await startReceiver(503, 502, 504, 200));
		const event = sandbox.webhooks.orderEvent(orderId(), 'OrderIssuedByBuyer');
		const delivery = await sandbox.webhooks.send(webhook(), event);
		expect(delivery.outcome).toBe('delivered');
		expect(delivery.attempts.map(({ status }) => status)).toEqual([503, 502, 504, 200]);
		expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
		const times = delivery.attempts.map(({ at }) => Date.parse(at));
		expect(times[3] - times[2]).toBeGreaterThanOrEqual(38);
	});

	it('503 then 500 is refused', async () => {
		receiver = closedAfterTest(await startReceiver(503, 500, 200));
		const delivery = await sandbox.webhooks.send(webhook(), {});
		expect(delivery.outcome).toBe('refused');
		expect(receiver.received).toHaveLength(2);
	});

	it('that does not come counts as 503', async () => {
		receiver = closedAfterTest(await startReceiver('hang', 200));
		const delivery = await sandbox.webhooks.send(webhook(), {}, { timeoutMs: 60 });
		expect(delivery.attempts).toMatchObject([{ error: 'ECONNABORTED' }, { status: 200 }]);
	});

	it('of nobody, where nobody listens, counts as 503', async () => {
		receiver = closedAfterTest(await startReceiver());
		await receiver.close();
		const delivery = await sandbox.webhooks.send(webhook(), {}, { maxAttempts: 3 });
		expect(delivery.outcome).toBe('pending');
		expect(delivery.attempts.map(({ error }) => error)).toEqual(Array(3).fill('ECONNREFUSED'));
	});

	it('stays pending when the sandbox closes', async () => {
		const closing = closedAfterTest(await startSandbox({ webhookBackoffMs: 60_000 }));
		receiver = closedAfterTest(await startReceiver(503));
		const sent = closing.webhooks.send(webhook(), {});
		while (closing.webhooks.deliveries[0].attempts.length === 0) {
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		await closing.close();
		expect((await sent).outcome).toBe('pending');
		expect(await closing.webhooks.deliveries[0].done).toBe(await sent);
	});
});

describe('a GET webhook', () => {
	const reserved = () => String(sandbox.orders.byNumber(reservedNumber)?.id);

	it('tells the order id in the path and in the query, encoded, and says who it is', async () => {
		receiver = closedAfterTest(await startReceiver(200));
		const url = `${receiver.url}/hook/{orderId}?orderId={orderId}`;
		const authentication = { type: 'basic', username: 'n8n', password: 'webhook:secret' } as const;
		await sandbox.webhooks.send(webhook({ url, method: 'GET', authentication }), {
			orderId: reserved(),
		});
		const [{ method, path, headers, body }] = receiver.received;
		const encoded = 'f56aa4ce-8ec8-5197-bc26-77716a58add7-PO%201%2F%C3%BC%2B%25';
		expect({ method, path, body }).toEqual({
			method: 'GET',
			path: `/hook/${encoded}?orderId=${encoded}`,
			body: '',
		});
		expect(headers.authorization).toBe(`Basic ${btoa('n8n:webhook:secret')}`);
	});

	it('tells a shipment id, and can send a body along', async () => {
		receiver = closedAfterTest(await startReceiver(200));
		const url = `${receiver.url}/{shipmentId}`;
		const message = { shipmentId: 'sh 1', body: { any: 'shape' } };
		await sandbox.webhooks.send(webhook({ url, method: 'GET' }), message);
		expect(receiver.received).toMatchObject([{ path: '/sh%201', body: '{"any":"shape"}' }]);
	});

	it('takes an id to the letter, even one with replacement patterns', async () => {
		receiver = closedAfterTest(await startReceiver(200));
		const url = `${receiver.url}/?id={orderId}`;
		await sandbox.webhooks.send(webhook({ url, method: 'GET' }), { orderId: "$& $' ü" });
		expect(decodeURIComponent(receiver.received[0].path)).toBe("/?id=$& $' ü");
	});
});

describe('a POST webhook', () => {
	it('sends an order event as JSON, with a Bearer token where one was chosen', async () => {
		receiver = closedAfterTest(await startReceiver(200));
		const event = sandbox.webhooks.orderEvent(orderId(), 'OrderLinesUpdatedByBuyer');
		const authentication = { type: 'bearer', token: 'static-token' } as const;
		await sandbox.webhooks.send(webhook({ authentication }), event);
		const [{ headers, body }] = receiver.received;
		expect(headers).toMatchObject({
			'content-type': 'application/json',
			authorization: 'Bearer static-token',
		});
		expect(JSON.parse(body)).toEqual(event);
	});

	const sentAsXml = async (settings: Partial<Webhook>, message: object) => {
		receiver = closedAfterTest(await startReceiver(200));
		await sandbox.webhooks.send(webhook({ format: 'xml', ...settings }), message);
		const [{ headers, body }] = receiver.received;
		expect(headers['content-type']).toMatch(/^application\/xml/);
		return (await parseStringPromise(body, { explicitArray: false })) as Record<string, unknown>;
	};

	it('sends tXML that maps the JSON one to one, lists as repeated elements in the singular', async () => {
		const order = storeOrder(sandbox, { lines: [{}, {}, {}] });
		const event = sandbox.webhooks.orderEvent(order.id, 'OrderIssuedByBuyer');
		const { destination } = order.buyerOrder;
		expect(await sentAsXml({}, event)).toMatchObject({
			WebhookPost: {
				eventName: 'OrderIssuedByBuyer',
				orderEvent: {
					orderId: order.id,
					buyerOrder: { destination: { name: destination?.names } },
					line: order.lines.map(({ buyerLine: { position, item } }) => ({
						buyerLine: { position, item: { name: item.name } },
						deliveryScheduleLine: { position: '1', quantity: '100' },
					})),
				},
			},
		});
	});

	it('sends tXML with any root, as nobody knows the true one', async () => {
		const xml = await sentAsXml({ xmlRoot: 'OrderEvent' }, { eventName: 'OrderSynced' });
		expect(xml).toMatchObject({ OrderEvent: { eventName: 'OrderSynced' } });
	});

	it('sends shipments as JSON only, and to no webhook with OAuth', () => {
		const [{ id }] = sandbox.shipments.list();
		const event = sandbox.webhooks.shipmentEvent(id, 'ShipmentIssuedBySupplier');
		const authentication = { type: 'oauth2', token: () => 'token' } as const;
		expect(() => sandbox.webhooks.send(webhook({ format: 'xml' }), event)).toThrow('JSON only');
		expect(() => sandbox.webhooks.send(webhook({ authentication }), event)).toThrow('no OAuth');
	});
});
