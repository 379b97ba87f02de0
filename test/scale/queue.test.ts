/** Tradecloud and an n8n of several processes: nothing lost, at Tradecloud's pace, at any worker. */
import { readFileSync } from 'node:fs';

import { machineSentence } from '../../tools/machine';
import type { Execution } from '../../tools/n8n-session';
import type { Opened } from '../../tools/opened';
import { changeOf, pollTrigger } from '../e2e/harness/changedOrders';
import { nodes, orderToMessage } from '../e2e/harness/installation';
import { measureBursts } from './harness/bursts';
import { type Cluster, startCluster } from './harness/cluster';
import { type Polling, startPolling } from './harness/polling';
import { measureThroughput } from './harness/throughput';
import {
	newEvents,
	ordersToFetch,
	publish,
	send,
	sendAll,
	until,
	untilRequested,
	type OrderEvent,
} from './harness/traffic';

let cluster: Cluster;
let polling: Opened<Polling> | undefined;
beforeAll(async () => {
	cluster = await startCluster();
	// It polls and changes while other tests run.
	polling = await startPolling(cluster);
}, 900_000);
afterEach(() => cluster.sandbox.reset());
afterAll(async () => {
	await polling?.close();
	await cluster?.close();
});

function messageIds(events: OrderEvent[]): string[] {
	return events.map(({ meta }) => meta.messageId).sort();
}

function receivedMessageIds(executions: Execution[]): unknown[] {
	const items = executions.map((execution) => cluster.n8n.nodeOutput(execution, nodes.trigger)[0]);
	return items.map(({ messageId }) => messageId).sort();
}

async function executionsOf(workflowId: string, count: number): Promise<Execution[]> {
	return await cluster.n8n.session.waitForExecutions(workflowId, { count, timeout: 150_000 });
}

test('calls of main and of the webhook process: each event starts the workflow once, on both workers', async () => {
	const { workflowId, urls } = await publish(cluster, orderToMessage(cluster.credential, 'calls'));
	const events = newEvents(cluster, 24);
	const deliveries = await sendAll(cluster, urls, events);
	expect(deliveries).toMatchObject(Array(24).fill({ outcome: 'delivered' }));
	const executions = await executionsOf(workflowId, 24);
	expect(receivedMessageIds(executions)).toEqual(messageIds(events));
	for (const execution of executions) {
		const [{ orderId }] = cluster.n8n.nodeOutput(execution, nodes.trigger);
		const order = cluster.sandbox.orders.get(orderId as string);
		expect(cluster.n8n.nodeOutput(execution, nodes.order)).toEqual([{ orderId, ...order }]);
	}
	for (const worker of cluster.workers) {
		expect(worker.lastOutput(1_000)).toContain('Worker started execution');
	}
});

test('calls combined: fewer executions than events, and each event in one of them, whatever process it came to', async () => {
	const { n8n, credential } = cluster;
	const combining = orderToMessage(credential, 'combined', { options: { combineCalls: true } });
	const { workflowId, urls } = await publish(cluster, combining);
	const events = newEvents(cluster, 60);
	const deliveries = await sendAll(cluster, urls, events);
	expect(deliveries).toMatchObject(Array(60).fill({ outcome: 'delivered' }));
	const received = async () => {
		const executions = (await n8n.executions(workflowId)).filter(
			({ status }) => status === 'success',
		);
		return executions.map((execution) =>
			n8n.nodeOutput(execution, nodes.trigger).map(({ messageId }) => messageId),
		);
	};
	await until(async () => (await received()).flat().length >= 60);
	const groups = await received();
	expect(groups.length).toBeLessThan(60);
	expect(groups.flat().sort()).toEqual(messageIds(events));
});

test('expired tokens: each process logs in once at most, however many executions notice', async () => {
	const { sandbox, credential } = cluster;
	const fetching = orderToMessage(credential, 'expiry', { options: { fetchOrder: true } });
	const { workflowId, urls } = await publish(cluster, fetching);
	for (const round of [1, 2, 3]) {
		sandbox.expireTokens();
		const before = sandbox.logins();
		await sendAll(cluster, urls, newEvents(cluster, 12));
		await executionsOf(workflowId, round * 12);
		const logins = sandbox.logins() - before;
		expect(logins).toBeGreaterThan(0);
		expect(logins).toBeLessThanOrEqual([cluster.n8n, cluster.receiver, ...cluster.workers].length);
	}
});

test('a message that comes again after it was answered is ignored, wherever it comes', async () => {
	const { credential } = cluster;
	const once = orderToMessage(credential, 'once', { options: { ignoreDuplicates: true } });
	const { workflowId, urls } = await publish(cluster, once);
	const events = newEvents(cluster, 6);
	for (const [index, event] of events.entries()) await send(cluster, urls[index % 2], event);
	for (const event of events) {
		for (const url of urls) {
			expect(await send(cluster, url, event)).toMatchObject({ outcome: 'delivered' });
		}
	}
	expect(receivedMessageIds(await executionsOf(workflowId, 6))).toEqual(messageIds(events));
});

test('both workers call at their full pace: Tradecloud refuses what is too much, and every order is fetched', async () => {
	const { sandbox, n8n, credential } = cluster;
	const orderIds = sandbox.orders.list().map(({ id: orderId }) => orderId);
	const { workflowId, urls } = await publish(cluster, ordersToFetch(credential, 'pace'));
	const events = newEvents(cluster, 10).map((event) => ({ ...event, orderIds }));
	await sendAll(cluster, urls, events);
	const executions = await executionsOf(workflowId, 10);
	for (const execution of executions) {
		const fetched = n8n.nodeOutput(execution, nodes.order).map(({ orderId }) => orderId);
		expect(fetched).toEqual(orderIds);
	}
	const refused = sandbox.calls.filter(({ status }) => status === 429).length;
	expect(refused).toBeGreaterThan(0);
	process.stdout.write(`${10 * orderIds.length} orders fetched, ${refused} requests refused\n`);
});

test('polling: main alone asks Tradecloud, and each change starts a workflow once, on a worker', async () => {
	const { n8n, workers } = cluster;
	const { workflowId, polls, untilAllPolled } = polling!;
	await executionsOf(workflowId, 2);
	const changes = await untilAllPolled();
	// The first poll, at the publication, finds no change; each later one finds some.
	const executions = await executionsOf(workflowId, polls().length - 1);
	expect(executions).toHaveLength(polls().length - 1);
	const emitted = executions.reverse().flatMap((one) => n8n.nodeOutput(one, pollTrigger));
	expect(emitted.map(changeOf)).toEqual(changes);
	const logs = (logFiles: string[]) => logFiles.map((file) => readFileSync(file, 'utf8')).join('');
	for (const { id } of executions) {
		expect(logs([n8n.logFile])).toContain(`Enqueued execution ${id} `);
		expect(logs(workers.map(({ logFile }) => logFile))).toContain(
			`Worker started execution ${id} `,
		);
	}
}, 300_000);

test('how many events a second one worker and two workers process', async () => {
	const table = await measureThroughput(cluster);
	process.stdout.write(`${await machineSentence()}\n\n${table}\n`);
}, 600_000);

test('how many events a second a webhook process takes', async () => {
	process.stdout.write(`${await measureBursts(cluster)}\n`);
}, 600_000);

test('a worker that ends in good order finishes its work; the other one does the rest', async () => {
	const { sandbox, credential, workers } = cluster;
	const { workflowId, urls } = await publish(cluster, orderToMessage(credential, 'ends'));
	const events = newEvents(cluster, 12);
	sandbox.fault({ path: '^/order/', delayMs: 3_000, times: 12 });
	await sendAll(cluster, urls, events);
	await untilRequested(cluster, 8);
	await workers[0].stop();
	const executions = await executionsOf(workflowId, 12);
	await workers[0].start();
	expect(executions.map(({ status }) => status)).toEqual(Array(12).fill('success'));
	expect(receivedMessageIds(executions)).toEqual(messageIds(events));
});

describe('a worker is killed in the middle of its work', () => {
	afterEach(async () => await cluster.workers[0].start());

	/** Sends eight events whose orders are long in coming, and kills a worker that waits for some. */
	async function killAmidst(
		responseMode: string,
		timeoutMs?: number,
	): Promise<{ workflowId: string; events: OrderEvent[] }> {
		const { sandbox, credential, workers } = cluster;
		const workflow = orderToMessage(credential, `killed-${responseMode}`, { responseMode });
		const { workflowId, urls } = await publish(cluster, workflow);
		const events = newEvents(cluster, 8);
		sandbox.reset();
		sandbox.fault({ path: '^/order/', delayMs: 20_000, times: 8 });
		const sent = sendAll(cluster, urls, events, timeoutMs);
		await untilRequested(cluster, 8);
		await workers[0].kill();
		await sent;
		return { workflowId, events };
	}

	test('answered when the last node finishes: Tradecloud calls again, and every event is processed', async () => {
		const { workflowId, events } = await killAmidst('lastNode', 30_000);
		const executions = await executionsOf(workflowId, 8);
		const succeeded = executions.filter(({ status }) => status === 'success');
		expect([...new Set(receivedMessageIds(succeeded))]).toEqual(messageIds(events));
	});

	test('answered at once: n8n does not run it again, and shows it among the executions as failed', async () => {
		const { workflowId } = await killAmidst('onReceived');
		const statuses = (await executionsOf(workflowId, 8)).map(({ status }) => status);
		expect(statuses).toHaveLength(8);
		expect(statuses).toContain('error');
		expect(statuses).toContain('success');
	});
});
