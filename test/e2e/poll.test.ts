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
