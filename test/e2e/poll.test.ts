/** The polling trigger in a real n8n: it begins, goes on, and goes on after whatever befalls n8n. */
import { readFileSync } from 'node:fs';

import { pause } from '../../tools/progress';
import { startSandbox, type Sandbox } from '../sandbox';
import { changedOrders, changeOf, pollTrigger } from './harness/changedOrders';
import { install, type Installation } from './harness/installation';
import { testOfN8n2 } from './harness/n8nVersion';

let installation: Installation;
let sandbox: Sandbox;
let workflowId: string;
beforeAll(async () => {
	installation = await install();
	const { n8n, credential } = installation;
	({ sandbox } = installation);
	workflowId = await n8n.importWorkflow(changedOrders(credential, 'everything'));
	await n8n.publish(workflowId);
}, 900_000);
afterAll(async () => await installation?.close());

const orders = () => sandbox.orders.list();

/** The states of orders that the workflow got in its first executions, the earliest first. */
async function emitted(executionCount: number): Promise<string[]> {
	const { n8n } = installation;
	const executions = await n8n.session.waitForExecutions(workflowId, {
		count: executionCount,
		timeout: 150_000,
	});
	return executions
		.reverse()
		.flatMap((execution) => n8n.nodeOutput(execution, pollTrigger))
		.map(changeOf);
}

/** How many executions there are; the first one begins when the workflow is published. */
async function executionCount(): Promise<number> {
	await emitted(1);
	return (await installation.n8n.executions(workflowId)).length;
}

/** Waits until n8n has logged a text. */
async function logged(text: string): Promise<void> {
	const end = Date.now() + 150_000;
	while (!readFileSync(installation.n8n.logFile, 'utf8').includes(text)) {
		if (Date.now() > end) throw new Error(`n8n has not logged '${text}'`);
		await pause(500);
	}
}

const current = () => orders().map(changeOf);

test('publishing emits all orders, and each change comes with a later poll', async () => {
	const atFirst = current();
	expect(await emitted(1)).toEqual(atFirst);
	sandbox.orders.touch(orders()[4].id);
	const [changed] = current().filter((state) => !atFirst.includes(state));
	expect(await emitted(2)).toEqual([...atFirst, changed]);
});

test('what changes while n8n is down after a crash comes when it is up again', async () => {
	const { n8n } = installation;
	await n8n.kill();
	for (const { id: orderId } of orders().slice(0, 3)) sandbox.orders.touch(orderId);
	const changed = current().slice(0, 3);
	await n8n.start();
	const states = await emitted(3);
	expect(states).toEqual(expect.arrayContaining(changed));
});

testOfN8n2(
	'what n8n cannot store comes when it can again (skipped in n8n 1, which does not tell a trigger that it could not)',
	async () => {
		const before = await executionCount();
		await installation.n8n.query(`CREATE TRIGGER full BEFORE INSERT ON execution_entity
		BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
		sandbox.orders.touch(orders()[5].id);
		await logged('the disk is full');
		await installation.n8n.query('DROP TRIGGER full');
		expect((await emitted(before + 1)).at(-1)).toBe(current()[5]);
	},
	300_000,
);

test('what changes while n8n is down comes although it starts before Tradecloud is back', async () => {
	const { n8n } = installation;
	const before = await executionCount();
	await n8n.stop();
	const port = Number(new URL(sandbox.v2).port);
	await sandbox.close();
	await n8n.start();
	await logged('the next poll tries again');
	sandbox = await startSandbox({ port });
	sandbox.orders.touch(orders()[6].id);
	expect((await emitted(before + 1)).at(-1)).toBe(current()[6]);
	await sandbox.close();
}, 300_000);

testOfN8n2(
	"with n8n's durable cursors: what changed after 'Now' comes, also when n8n was killed before anything had",
	async () => {
		const own = await install({
			N8N_SCHEDULER_ENABLED: 'true',
			N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
			N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
			N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
		});
		const { n8n, sandbox } = own;
		const id = await n8n.importWorkflow(changedOrders(own.credential, 'now'));
		await n8n.publish(id);
		const polls = () => sandbox.calls.filter(({ path }) => path.endsWith('/poll')).length;
		for (const end = Date.now() + 150_000; polls() === 0 && Date.now() < end;) await pause(500);
		await pause(5_000);
		await n8n.kill();
		const order = sandbox.orders.list()[3];
		sandbox.orders.touch(order.id);
		await n8n.start();
		const executions = await n8n.session.waitForExecutions(id, { count: 1, timeout: 150_000 });
		const states = executions.flatMap((execution) => n8n.nodeOutput(execution, pollTrigger));
		expect(states.map(changeOf)).toEqual([
			changeOf(sandbox.orders.list().find(({ id }) => id === order.id)!),
		]);
		await own.close();
	},
	600_000,
);
