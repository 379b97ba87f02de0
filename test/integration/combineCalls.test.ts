/** 'Combine Calls': calls that come while n8n stores an execution start the next one together. */
import axios from 'axios';
import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import {
	auth,
	post,
	startTriggerSetting,
	type Given,
	type TriggerSetting,
} from './harness/trigger';
import type { WebhookServer } from './harness/webhookServer';

let setting: TriggerSetting;
beforeAll(async () => (setting = await startTriggerSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

interface SlowTrigger extends WebhookServer {
	/** How many executions n8n has stored, or was about to. */
	executions: number;
	/** How long it takes to store one. */
	milliseconds: number;
}

/** A trigger in an n8n that takes a while to store an execution. */
async function slowTrigger(options: IDataObject = {}, given: Given = {}): Promise<SlowTrigger> {
	const parameters = { options: { combineCalls: true, ...options }, ...given.parameters };
	const server = await setting.trigger({ ...given, parameters });
	return Object.assign(server, {
		executions: 0,
		milliseconds: 300,
		async store(this: SlowTrigger) {
			this.executions++;
			await sleep(this.milliseconds);
		},
	});
}

function message(messageId: string, orderId = messageId): object {
	return { eventName: 'OrderIssuedByBuyer', orderEvent: { orderId }, meta: { messageId } };
}

/** Sends one message, and the others while n8n stores its execution; tells the status of each. */
async function burst(server: WebhookServer, messages: object[]): Promise<number[]> {
	const answers: Array<Promise<{ status: number }>> = [];
	for (const one of messages) {
		answers.push(post(server, one));
		// So that they come in this order.
		await sleep(answers.length === 1 ? 100 : 10);
	}
	return (await Promise.all(answers)).map(({ status }) => status);
}

function ids({ items }: WebhookServer): unknown[] {
	return items.map(({ messageId }) => messageId);
}

const names = Array.from({ length: 21 }, (_, index) => `M-${index}`);

test('twenty-one calls start two executions, with their items in the order in which they came', async () => {
	const server = await slowTrigger();
	server.milliseconds = 2_000;
	const statuses = await burst(
		server,
		names.map((name) => message(name)),
	);
	expect(statuses).toEqual(Array(21).fill(200));
	expect(server.executions).toBe(2);
	expect(ids(server)).toEqual(names);
});

test('nobody is answered 200 before n8n has stored the execution with the item', async () => {
	const server = await slowTrigger();
	const first = post(server, message('1'));
	await sleep(100);
	const others = ['2', '3', '4'].map(async (name) => {
		await post(server, message(name));
		return ids(server).includes(name);
	});
	await first;
	expect(await Promise.all(others)).toEqual([true, true, true]);
});

test('calls that come one after another start an execution each', async () => {
	const server = await slowTrigger();
	for (const name of ['1', '2', '3']) await post(server, message(name));
	expect(server.executions).toBe(3);
});

test('an execution that n8n cannot store: all its calls are answered 503, and come again', async () => {
	const server = await slowTrigger({ ignoreDuplicates: true });
	const { store } = server;
	server.store = async () => {
		await store.call(server);
		if (server.executions === 2) throw new Error('The disk is full');
	};
	const messages = names.slice(0, 5).map((name) => message(name));
	expect(await burst(server, messages)).toEqual([200, 503, 503, 503, 503]);
	expect(ids(server)).toEqual(['M-0']);
	expect(server.log.join()).toMatch(/n8n did not store the execution for this call and others/);
	expect(await burst(server, messages)).toEqual(Array(5).fill(200));
	expect(ids(server)).toEqual(names.slice(0, 5));
});

test('GET and POST start an execution together', async () => {
	const server = await slowTrigger();
	const get = async () => {
		await sleep(110);
		const { status } = await axios.get(`${server.url}/A-1`, { auth, proxy: false });
		return status;
	};
	const messages = [message('1'), message('2')];
	expect(await Promise.all([burst(server, messages), get()])).toEqual([[200, 200], 200]);
	expect(server.executions).toBe(2);
	expect(server.items).toMatchObject([{ messageId: '1' }, { messageId: '2' }, { orderId: 'A-1' }]);
});

describe('with Fetch Order', () => {
	function fetches(orderId: string): number {
		return setting.sandbox.calls.filter(({ path }) => path === `/v2/order/${orderId}`).length;
	}

	test('an order is fetched once for all its events in an execution, and each item has its own', async () => {
		const server = await slowTrigger({ fetchOrder: true });
		const [first, second] = setting.sandbox.orders.list();
		const about = [first, second, second, first, second].map(({ id }) => id);
		const messages = about.map((id, index) => message(`${index}`, id));
		expect(await burst(server, messages)).toEqual(Array(5).fill(200));
		expect(server.executions).toBe(2);
		expect([fetches(first.id), fetches(second.id)]).toEqual([2, 1]);
		const orders = server.items.map(({ order }) => order as IDataObject);
		expect(orders.map(({ orderId }) => orderId)).toEqual(about);
		expect(new Set(orders).size).toBe(5);
	});

	test('an order that Tradecloud does not return is a matter of its own calls', async () => {
		const server = await slowTrigger({ fetchOrder: true });
		const [{ id }] = setting.sandbox.orders.list();
		const messages = [
			message('1', id),
			message('2', 'unknown'),
			message('3', id),
			message('4', 'unknown'),
		];
		expect(await burst(server, messages)).toEqual([200, 503, 200, 503]);
		expect(ids(server)).toEqual(['1', '3']);
	});
});

describe('with Ignore Duplicates', () => {
	test('a message starts the workflow once, however often it comes in a burst', async () => {
		const server = await slowTrigger({ ignoreDuplicates: true });
		const twice = names.flatMap((name) => [message(name), message(name)]);
		expect(await burst(server, twice)).toEqual(Array(42).fill(200));
		expect(ids(server).sort()).toEqual([...names].sort());
	});

	test('all that a burst brought is remembered beyond a restart', async () => {
		const server = await slowTrigger({ ignoreDuplicates: true });
		await burst(
			server,
			names.map((name) => message(name)),
		);
		const [saved] = Object.values(server.staticData()) as Array<{ messageIds: string[] }>;
		expect(new Set(saved.messageIds)).toEqual(new Set(names));
	});
});

describe('a caller who hangs up', () => {
	/** Sends three messages while n8n stores an execution; the caller of one of them hangs up after a while. */
	async function threeOf(server: WebhookServer, impatient: string, milliseconds: number) {
		const first = post(server, message('0'));
		await sleep(100);
		const answers: Array<Promise<number | undefined>> = [];
		for (const name of ['1', '2', '3']) {
			const signal = name === impatient ? AbortSignal.timeout(milliseconds) : undefined;
			const answer = post(server, message(name), undefined, signal);
			answers.push(
				answer.then(
					({ status }) => status,
					() => undefined,
				),
			);
			await sleep(10);
		}
		await first;
		return await Promise.all(answers);
	}

	test('while the call waits: it does not start the workflow, since Tradecloud calls again', async () => {
		const server = await slowTrigger();
		expect(await threeOf(server, '2', 100)).toEqual([200, undefined, 200]);
		expect(ids(server)).toEqual(['0', '1', '3']);
	});

	test('while n8n stores the execution that the call has started: what counts for the others is whether it is stored', async () => {
		const server = await slowTrigger();
		expect(await threeOf(server, '3', 350)).toEqual([200, 200, undefined]);
		expect(ids(server)).toEqual(['0', '1', '2', '3']);
		server.store = async () => {
			await sleep(300);
			throw new Error('The disk is full');
		};
		expect(await threeOf(server, '3', 350)).toEqual([503, 503, undefined]);
	});
});

test.each<[string, IDataObject, Given]>([
	['the option is off', { combineCalls: false }, {}],
	[
		'the workflow is answered for when it has ended',
		{},
		{ parameters: { responseMode: 'lastNode' } },
	],
	['calls are tests', {}, { mode: 'manual' }],
])('each call starts an execution of its own where %s', async (_case, options, given) => {
	const server = await slowTrigger(options, given);
	expect(await burst(server, [message('1'), message('2'), message('3')])).toEqual([200, 200, 200]);
	expect(server.executions).toBe(3);
});

test('two workflows start executions of their own', async () => {
	const servers = [await slowTrigger(), await slowTrigger()];
	await Promise.all(servers.map((server) => burst(server, [message('1'), message('2')])));
	expect(servers.map(({ executions }) => executions)).toEqual([2, 2]);
	expect(servers.map(ids)).toEqual([
		['1', '2'],
		['1', '2'],
	]);
});
