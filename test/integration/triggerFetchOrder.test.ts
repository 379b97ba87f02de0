/** 'Event and Order' while Tradecloud is slow, refuses the login or hangs up: bounded in time, and nothing twice. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { sleep } from 'n8n-workflow';

import { post, startTriggerSetting, type TriggerSetting } from './harness/trigger';

let setting: TriggerSetting;
beforeAll(async () => (setting = await startTriggerSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

const parameters = { output: 'eventAndOrder' };

function callsOf(path: RegExp): number {
	return setting.sandbox.calls.filter((call) => path.test(call.path)).length;
}

/** Calls, and tells the status and the seconds that it took. */
async function timed(call: () => Promise<{ status: number }>) {
	const start = Date.now();
	const { status } = await call();
	return { status, seconds: (Date.now() - start) / 1000 };
}

test.each([
	['Event and Order', parameters],
	["the option 'Fetch Order', as nodes may have it", { options: { fetchOrder: true } }],
])('%s: the item holds the whole order beside the event', async (_case, given) => {
	const server = await setting.trigger({ parameters: given });
	const { status } = await post(server, setting.anEvent());
	expect(status).toBe(200);
	const [{ id, lines }] = setting.sandbox.orders.list();
	expect(server.items).toMatchObject([{ orderEvent: {}, order: { orderId: id } }]);
	expect((server.items[0].order as { lines: unknown[] }).lines).toHaveLength(lines.length);
});

describe('Rows', () => {
	const rows = { parameters: { output: 'rows' } };

	test('one flat item for each line of the whole order', async () => {
		const server = await setting.trigger(rows);
		expect((await post(server, setting.anEvent())).status).toBe(200);
		const [{ id, lines }] = setting.sandbox.orders.list();
		expect(server.items).toMatchObject(
			lines.map(({ buyerLine: { position } }) => ({ orderId: id, position })),
		);
	});

	test('one for each line of the shipment in the event', async () => {
		const server = await setting.trigger(rows);
		const { shipments, webhooks } = setting.sandbox;
		const [{ id }] = shipments.list();
		await post(server, webhooks.shipmentEvent(id, 'ShipmentIssuedBySupplier'));
		expect(server.items[0]).toMatchObject({
			shipmentId: id,
			itemNumber: expect.any(String) as string,
		});
	});

	test('what has no lines does not start the workflow, and of what lines are not known the event does', async () => {
		const server = await setting.trigger(rows);
		const shipment = { id: 'S-1', lines: [] };
		const eventName = 'ShipmentIssuedBySupplier';
		expect((await post(server, { eventName, shipment })).status).toBe(200);
		expect(server.items).toEqual([]);
		await post(server, { eventName, shipmentId: 'S-1' });
		expect(server.items).toEqual([{ eventName, shipmentId: 'S-1' }]);
	});
});

describe('one bound for all that the call waits for', () => {
	test.each([
		['asks for patience', { path: '^/order/', status: 429, headers: { 'retry-after': '119' } }],
		['is silent at the login', { path: '^/authentication', delayMs: 9_000 }],
		['is silent when it is asked for the order', { path: '^/order/', delayMs: 9_000 }],
	])('503 after four seconds when Tradecloud %s', async (_case, fault) => {
		const server = await setting.trigger({ parameters });
		setting.sandbox.fault({ times: 5, ...fault });
		const { status, seconds } = await timed(() => post(server, setting.anEvent()));
		expect(status).toBe(503);
		expect(seconds).toBeLessThan(8);
		expect(server.items).toEqual([]);
		expect(server.log).toHaveLength(1);
	});

	test('503 after four seconds when the answer drips', async () => {
		const dripping = await drippingServer();
		const { port } = dripping.address() as AddressInfo;
		const baseUrl = `http://127.0.0.1:${port}/v2`;
		const server = await setting.trigger({
			parameters,
			credential: { baseUrl, sessionToken: 'x' },
		});
		const { status, seconds } = await timed(() => post(server, setting.anEvent()));
		dripping.closeAllConnections();
		dripping.close();
		expect(status).toBe(503);
		expect(seconds).toBeLessThan(8);
	});
});

/** Sends a space each 100 ms, and never ends. */
async function drippingServer(): Promise<Server> {
	const server = createServer((_, response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		const drip = setInterval(() => response.write(' '), 100);
		response.on('close', () => clearInterval(drip));
	});
	return await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

test('calls about one order that come at the same time share what is fetched, and none gets it from before it came', async () => {
	const server = await setting.trigger({ parameters });
	await post(server, setting.anEvent());
	const before = callsOf(/^\/v2\/order\//);
	setting.sandbox.fault({ path: '^/order/', delayMs: 300 });
	const calls = Array.from({ length: 20 }, () => post(server, setting.anEvent()));
	expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(Array(20).fill(200));
	expect(callsOf(/^\/v2\/order\//) - before).toBe(2);
	const orders = server.items.map(({ order }) => order);
	expect(orders).toHaveLength(21);
	expect(new Set(orders).size).toBe(21);
});

test('calls about different orders do not wait for one another', async () => {
	const server = await setting.trigger({ parameters });
	const [first, second] = setting.sandbox.orders.list();
	setting.sandbox.fault({ path: '^/order/.*' + first.id, delayMs: 9_000 });
	const eventOf = ({ id }: { id: string }) =>
		setting.sandbox.webhooks.orderEvent(id, 'OrderSynced');
	const [slow, quick] = await Promise.all(
		[first, second].map((order) => timed(() => post(server, eventOf(order)))),
	);
	expect([slow.status, quick.status]).toEqual([503, 200]);
	expect(quick.seconds).toBeLessThan(slow.seconds);
});

test('a caller who hung up does not start the workflow: Tradecloud calls again', async () => {
	const server = await setting.trigger({ parameters });
	setting.sandbox.fault({ path: '^/order/', delayMs: 500 });
	const call = post(server, setting.anEvent(), undefined, AbortSignal.timeout(200));
	await expect(call).rejects.toThrow('canceled');
	await sleep(1_000);
	expect(server.items).toEqual([]);
	expect(server.log).toEqual([expect.stringMatching(/The caller hung up/)]);
	expect((await post(server, setting.anEvent())).status).toBe(200);
	expect(server.items).toHaveLength(1);
});

describe('a login that Tradecloud refuses', () => {
	test('is not repeated for each call, but 503 is the answer to all', async () => {
		const server = await setting.trigger({ parameters, credential: { password: 'wrong' } });
		for (let call = 0; call < 5; call++) {
			expect((await post(server, setting.anEvent())).status).toBe(503);
		}
		expect(callsOf(/login/)).toBe(1);
		expect(server.log).toHaveLength(5);
		expect(new Set(server.log).size).toBe(1);
	});

	test('is repeated after a minute', async () => {
		const server = await setting.trigger({ parameters, credential: { password: 'wrong' } });
		await post(server, setting.anEvent());
		const now = Date.now();
		jest.spyOn(Date, 'now').mockImplementation(() => now + 61_000);
		await post(server, setting.anEvent());
		jest.restoreAllMocks();
		expect(callsOf(/login/)).toBe(2);
	});
});
