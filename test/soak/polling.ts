/** The polling trigger of the soak: it begins again and again, at times before Tradecloud answers. */
import { pause } from '../../tools/progress';
import { changedOrders, changeOf, pollTrigger } from '../e2e/harness/changedOrders';
import type { Installation } from '../e2e/harness/installation';
import { buyer } from '../scale/harness/buyer';

/** n8n polls once a minute at most, and a poll that failed is followed by the next one. */
const patienceSeconds = 200;

/** Returns the id of its workflow. */
export async function publishPolling({ n8n, sandbox }: Installation): Promise<string> {
	const credential = await buyer(n8n, sandbox, 'polling');
	const id = await n8n.importWorkflow(changedOrders(credential, 'everything'));
	await n8n.publish(id);
	return id;
}

/** The orders whose last change the trigger has not emitted, when it has had time for it. */
export async function changesMissed(
	{ n8n, sandbox }: Installation,
	workflowId: string,
): Promise<string[]> {
	const end = Date.now() + patienceSeconds * 1_000;
	for (;;) {
		const executions = await n8n.session.executions(workflowId, 100);
		const emitted = new Set(
			executions.flatMap((execution) => n8n.nodeOutput(execution, pollTrigger)).map(changeOf),
		);
		const missed = sandbox.orders
			.list()
			.filter((order) => !emitted.has(changeOf(order)))
			.map(({ id }) => id);
		if (missed.length === 0 || Date.now() > end) return missed;
		await pause(5_000);
	}
}
