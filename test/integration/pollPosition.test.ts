/**
 * Where the polling trigger goes on: when Tradecloud is away, when n8n cannot store an execution, when an
 * order shows up late, and whatever is renamed, published or edited.
 */
import { sleep } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	WorkflowActivateMode,
} from 'n8n-workflow';

import type { Order } from '../sandbox';
import { startEngine, workflowOf } from './harness/n8n';
import { Poller, type PollerOptions } from './harness/poller';
import { startSetting, type Setting } from './harness/setting';
import { post } from './harness/trigger';
import { startWebhookServer } from './harness/webhookServer';

let setting: Setting;
beforeEach(async () => (setting = await startSetting({ orders: 12 })));
afterEach(() => setting.close());

type Parameters = Record<string, string>;

/** Of the trigger that was made last. */
let credential: string;
function poller(parameters: Parameters = {}, options?: PollerOptions): Poller {
	credential = setting.credential();
	const all = { startFrom: 'now', ...parameters };
	return new Poller(setting.engine, workflowOf('tradecloudPollTrigger', all, credential), options);
}

function editCredential(changes: ICredentialDataDecryptedObject): void {
	const { credentials } = setting.engine;
	credentials.save(credential, { ...credentials.read(credential), ...changes });
}

const orders = () => setting.sandbox.orders.list();
const touch = ({ id }: Pick<Order, 'id'>) => setting.sandbox.orders.touch(id);
const ids = (things: IDataObject[]) => things.map(({ orderId }) => orderId);

/** The package as another process of n8n loads it. */
async function anotherProcess(): Promise<Setting['engine']> {
	return await startEngine(setting.engine.credentials);
}

describe('n8n starts while Tradecloud cannot be polled', () => {
	const refusing = (status: number) => () =>
		setting.sandbox.fault({ path: '/poll$', status, times: 9 });
	const unreadable = () => {
		throw new Error('Credentials could not be decrypted');
	};
	const ways: [string, () => void][] = [
		['it is not available', refusing(503)],
		['it allows nothing', refusing(403)],
		['it refuses the login', () => editCredential({ password: 'wrong', sessionToken: '' })],
		['nothing listens', () => editCredential({ baseUrl: 'http://127.0.0.1:9/v2' })],
		['its name is not known', () => editCredential({ baseUrl: 'https://tradecloud.invalid/v2' })],
		[
			'the credential cannot be read',
			() => void jest.spyOn(setting.engine.credentials, 'read').mockImplementation(unreadable),
		],
	];

	test.each(ways)(
		'since %s: the next poll asks again, and nothing is missed',
		async (_way, misbehave) => {
			const trigger = poller();
			await trigger.poll();
			touch(orders()[3]);
			const stored = setting.engine.credentials.read(credential);
			misbehave();
			expect(await trigger.restart(await anotherProcess())).toEqual([]);
			await expect(trigger.poll()).rejects.toThrow();
			jest.restoreAllMocks();
			setting.sandbox.reset();
			editCredential(stored);
			expect(ids(await trigger.poll())).toEqual([orders()[3].id]);
		},
		60_000,
	);

	test.each<[WorkflowActivateMode, boolean]>([
		['leadershipChange', true],
		['activate', false],
		['update', false],
	])('activated by %s, it is polled later: %s', async (mode, isPolledLater) => {
		const trigger = poller();
		setting.sandbox.fault({ path: '/poll$', status: 403 });
		const activated = trigger.activate(mode);
		if (isPolledLater) expect(await activated).toEqual([]);
		else await expect(activated).rejects.toThrow('Tradecloud does not allow this');
	});
});

describe('n8n cannot store the execution', () => {
	test('the same changes start the workflow when it can again, once', async () => {
		const trigger = poller();
		await trigger.poll();
		touch(orders()[5]);
		trigger.storesExecutions = false;
		expect(await trigger.poll()).toEqual([]);
		touch(orders()[6]);
		expect(await trigger.poll()).toEqual([]);
		trigger.storesExecutions = true;
		expect(ids(await trigger.poll())).toEqual([orders()[5].id, orders()[6].id]);
		expect(await trigger.poll()).toEqual([]);
	});

	test('they come as well if n8n is started again in between', async () => {
		const trigger = poller();
		await trigger.poll();
		touch(orders()[5]);
		trigger.storesExecutions = false;
		await trigger.poll();
		trigger.storesExecutions = true;
		expect(ids(await trigger.restart(await anotherProcess()))).toEqual([orders()[5].id]);
	});

	// n8n says of an execution that was stopped by a user that it was cancelled.
	test.each(['ManualExecutionCancelledError', 'ExecutionNotFoundError'])(
		'an execution that ended with %s is not repeated',
		async (name) => {
			const trigger = poller();
			await trigger.poll();
			touch(orders()[5]);
			trigger.ending = new { [name]: class extends Error {} }[name]();
			expect(await trigger.poll()).toHaveLength(1);
			expect(await trigger.poll()).toEqual([]);
		},
	);

	test('n8n 1 tells nobody, and gets the changes all the same', async () => {
		const trigger = poller({}, { version: 1 });
		await trigger.poll();
		touch(orders()[5]);
		expect(await trigger.poll()).toHaveLength(1);
		expect(await trigger.poll()).toEqual([]);
	});
});

describe('an order that shows up late', () => {
	/** An order that is not there yet. */
	async function lateOrder(lastUpdatedAt: string): Promise<Order> {
		const other = await startSetting({ orders: 13 });
		const order = other.sandbox.orders.list()[12];
		await other.close();
		for (const line of order.lines) line.lastUpdatedAt = lastUpdatedAt;
		return { ...order, lastUpdatedAt };
	}

	test.each([
		['at the time stamp of the last one', 0],
		['a second before', 1_000],
		['most of a minute before', 59_000],
	])('with a change %s comes, and nothing else comes again', async (_when, milliseconds) => {
		const trigger = poller({ changedLinesOnly: 'true' });
		await trigger.poll();
		touch(orders()[2]);
		const { lastUpdatedAt } = orders()[2];
		expect(await trigger.poll()).toHaveLength(1);
		const earlier = new Date(Date.parse(lastUpdatedAt) - milliseconds).toISOString();
		const late = await lateOrder(earlier);
		setting.sandbox.orders.put(late);
		expect(await trigger.poll()).toMatchObject([{ orderId: late.id, lines: late.lines }]);
		expect(await trigger.poll()).toEqual([]);
	});

	test('with a change before the start date does not', async () => {
		const startDate = new Date(Date.now() - 1_000).toISOString();
		const trigger = poller({ startFrom: 'date', startDate });
		await trigger.poll();
		touch(orders()[2]);
		await trigger.poll();
		const before = new Date(Date.parse(startDate) - 1).toISOString();
		setting.sandbox.orders.put(await lateOrder(before));
		expect(await trigger.poll()).toEqual([]);
	});

	test('what shows an older state once more is left out', async () => {
		const trigger = poller();
		await trigger.poll();
		touch(orders()[2]);
		const older = structuredClone(orders()[2]);
		touch(orders()[2]);
		const newer = structuredClone(orders()[2]);
		expect(await trigger.poll()).toHaveLength(1);
		setting.sandbox.orders.put(older);
		expect(await trigger.poll()).toEqual([]);
		setting.sandbox.orders.put(newer);
		expect(await trigger.poll()).toEqual([]);
	});
});

describe('the position belongs to', () => {
	test.each(['={{ $now.toISO() }}', '={{ $now.minus({ hours: 1 }) }}'])(
		'the start date as it was written: %s emits each change once',
		async (startDate) => {
			const trigger = poller({ startFrom: 'date', startDate });
			await trigger.poll();
			touch(orders()[2]);
			expect(ids(await trigger.poll())).toEqual([orders()[2].id]);
			expect(await trigger.poll()).toEqual([]);
		},
	);

	test('Tradecloud’s environment: in another one it begins as a new trigger does', async () => {
		const trigger = poller();
		await trigger.poll();
		const other = await startSetting({ orders: 12 }, setting.engine);
		const { orders: others } = other.sandbox;
		others.touch(others.list()[1].id);
		editCredential({ baseUrl: other.sandbox.v2, sessionToken: '' });
		expect(await trigger.poll()).toEqual([]);
		// n8n has saved where it begins, although it had nothing to emit.
		const { id } = others.list()[4];
		others.touch(id);
		expect(ids(await trigger.restart(await anotherProcess()))).toEqual([id]);
		await other.close();
	});

	test('Tradecloud’s user: for another one it begins as a new trigger does', async () => {
		const trigger = poller();
		await trigger.poll();
		const own = orders().filter(
			({ supplierOrder }) => supplierOrder.companyId === setting.sandbox.users.supplier.companyId,
		);
		touch(own[0]);
		const { username, password } = setting.sandbox.users.supplier;
		editCredential({ username, password, sessionToken: '' });
		expect(await trigger.poll()).toEqual([]);
		touch(own[1]);
		expect(ids(await trigger.poll())).toEqual([own[1].id]);
	});

	test('the node, whatever its name is', async () => {
		const trigger = poller();
		await trigger.poll();
		touch(orders()[2]);
		trigger.node.name = 'Changed orders';
		expect(ids(await trigger.activate('update'))).toEqual([orders()[2].id]);
		expect(await trigger.poll()).toEqual([]);
	});
});

test('two nodes of one id, as in a workflow that was written by hand, are polled at the same time', async () => {
	const [trigger, copy] = [
		poller({ startFrom: 'everything' }),
		poller({ startFrom: 'everything' }),
	];
	copy.workflow.id = trigger.workflow.id;
	copy.node.name = 'Copy';
	setting.sandbox.fault({ path: '/poll$', delayMs: 300, times: 2 });
	const [items, others] = await Promise.all([trigger.poll(), copy.poll()]);
	expect(others).toEqual(items);
});

test('where a published trigger begins is saved before anything has changed', async () => {
	const trigger = poller();
	await trigger.poll();
	touch(orders()[2]);
	expect(ids(await trigger.restart(await anotherProcess()))).toEqual([orders()[2].id]);
});

// n8n makes only the changed one anew; both write back all that the workflow keeps.
test('two Poll Triggers in one workflow: one is changed, the other emits, n8n is started again: nothing is missed', async () => {
	const stored = { staticData: '{}' };
	const [first, second] = [poller({}, { stored }), poller({}, { stored })];
	second.workflow.id = first.workflow.id;
	Object.assign(second.node, { id: 'second node', name: 'Second' });
	await first.poll();
	await second.poll();
	second.node.parameters.resource = 'shipment';
	await second.activate('update');
	touch(orders()[2]);
	expect(await first.poll()).toHaveLength(1);
	const [{ id: shipmentId }] = setting.sandbox.shipments.list();
	setting.sandbox.shipments.touch(shipmentId);
	const engine = await anotherProcess();
	await first.restart(engine);
	expect(await second.restart(engine)).toMatchObject([{ shipmentId }]);
});

// Each call reads the static data when it comes and writes all of them back; the Poll Trigger's are as old as its activation.
test("a Tradecloud Trigger with 'Ignore Duplicates' in the workflow: no message starts it twice, and no change is missed", async () => {
	const stored = { staticData: '{}' };
	const trigger = poller({}, { stored });
	await trigger.poll();
	const parameters = { options: { ignoreDuplicates: true } };
	const webhook = {
		...workflowOf('tradecloudTrigger', parameters, setting.credential()),
		id: trigger.workflow.id,
	};
	const server = await startWebhookServer(setting.engine, webhook, 'webhook', stored);
	const send = (messageId: string) =>
		post(server, { eventName: 'E', orderEvent: { orderId: 'A-1' }, meta: { messageId } });
	await send('1');
	touch(orders()[3]);
	expect(ids(await trigger.poll())).toEqual([orders()[3].id]);
	await send('1');
	let end!: () => void;
	const storing = new Promise<void>((resolve) => (end = resolve));
	server.store = () => storing;
	const second = send('2');
	await sleep(100);
	touch(orders()[5]);
	expect(ids(await trigger.poll())).toEqual([orders()[5].id]);
	end();
	await second;
	await send('2');
	expect(server.items.map(({ messageId }) => messageId)).toEqual(['1', '2']);
	expect(trigger.saved).toContain('"messageIds":["1","2"]');
	expect(await trigger.poll()).toEqual([]);
	touch(orders()[6]);
	const changes = await trigger.restart(await anotherProcess());
	expect(ids(changes)).toContain(orders()[6].id);
	await server.close();
});

test('when n8n starts, a position of another choice that another node has written back is gone on from', async () => {
	const trigger = poller();
	await trigger.poll();
	const before = trigger.saved;
	trigger.node.parameters.resource = 'shipment';
	await trigger.activate('update');
	const [shipment] = setting.sandbox.shipments.list();
	setting.sandbox.shipments.touch(shipment.id);
	const changes = await trigger.restart(await anotherProcess(), before);
	expect(changes).toContainEqual(expect.objectContaining({ shipmentId: shipment.id }));
});

test('what an earlier version kept under the name of the node is gone on from', async () => {
	const trigger = poller({ startFrom: 'date', startDate: '={{ $now.minus({ days: 1 }) }}' });
	const former = {
		startedWith: JSON.stringify(['order', 'date', '2026-01-01T00:00:00.000Z']),
		lastUpdatedAfter: orders()[8].lastUpdatedAt,
	};
	const staticData = JSON.stringify({ 'node:Tradecloud': former });
	const changes = await trigger.restart(setting.engine, staticData);
	expect(ids(changes)).toEqual(
		ids(
			orders()
				.slice(9)
				.map(({ id }) => ({ orderId: id })),
		),
	);
});
