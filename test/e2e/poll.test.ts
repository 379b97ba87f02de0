/** The polling trigger in a real n8n: it begins, goes on, and goes on after a crash. */
import type { IDataObject } from 'n8n-workflow';

import { install, workflowOf, type Installation } from './harness/installation';

const trigger = 'Tradecloud Poll Trigger';

let installation: Installation;
let workflowId: string;
beforeAll(async () => {
	installation = await install();
	const { n8n, credential } = installation;
	workflowId = await n8n.importWorkflow(
		workflowOf('Changed orders', [
			{
				name: trigger,
				type: 'n8n-nodes-tradecloud.tradecloudPollTrigger',
				typeVersion: 1,
				// n8n polls once a minute at most.
				parameters: { startFrom: 'everything', pollTimes: { item: [{ mode: 'everyMinute' }] } },
				credentials: { tradecloudApi: credential },
			},
			{ name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
		]),
	);
	await n8n.publish(workflowId);
}, 900_000);
afterAll(async () => await installation?.close());

const orders = () => installation.sandbox.orders.list();
const stateOf = ({ id, lastUpdatedAt }: IDataObject) =>
	`${id as string} ${lastUpdatedAt as string}`;

/** The states of orders that the workflow got in its first executions, the earliest first. */
async function emitted(executionCount: number): Promise<string[]> {
	const { n8n } = installation;
	const executions = await n8n.session.waitForExecutions(workflowId, {
		count: executionCount,
		timeout: 150_000,
	});
	return executions
		.reverse()
		.flatMap((execution) => n8n.nodeOutput(execution, trigger))
		.map(stateOf);
}

const current = () => orders().map((order) => stateOf(order as unknown as IDataObject));

test('publishing emits all orders, and each change comes with a later poll', async () => {
	const atFirst = current();
	expect(await emitted(1)).toEqual(atFirst);
	installation.sandbox.orders.touch(orders()[4].id);
	const [changed] = current().filter((state) => !atFirst.includes(state));
	expect(await emitted(2)).toEqual([...atFirst, changed]);
});

test('what changes while n8n is down after a crash comes when it is up again', async () => {
	const { n8n, sandbox } = installation;
	await n8n.kill();
	for (const { id: orderId } of orders().slice(0, 3)) sandbox.orders.touch(orderId);
	const changed = current().slice(0, 3);
	await n8n.start();
	const states = await emitted(3);
	expect(states).toEqual(expect.arrayContaining(changed));
});
