/** The polling trigger of the soak: it begins again and again, at times before Tradecloud answers. */
import { pause } from '../../tools/progress';
import { importCredential, workflowOf, type Installation } from '../e2e/harness/installation';

const trigger = 'Tradecloud Poll Trigger';
const workflowName = 'Changed orders';

/** n8n polls once a minute at most, and a poll that failed is followed by the next one. */
const patienceSeconds = 200;

/** Returns the id of its workflow. */
export async function publishPolling(installation: Installation): Promise<string> {
	const { n8n, sandbox } = installation;
	const [name, host] = sandbox.users.buyer.username.split('@');
	const user = { ...sandbox.users.buyer, username: `${name}+polling@${host}` };
	const tradecloudApi = await importCredential(installation, workflowName, user);
	const id = await n8n.importWorkflow(
		workflowOf(workflowName, [
			{
				name: trigger,
				type: 'n8n-nodes-tradecloud.tradecloudPollTrigger',
				typeVersion: 1,
				parameters: { startFrom: 'everything', pollTimes: { item: [{ mode: 'everyMinute' }] } },
				credentials: { tradecloudApi },
			},
			{ name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
		]),
	);
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
			executions
				.flatMap((execution) => n8n.nodeOutput(execution, trigger))
				.map(({ id, lastUpdatedAt }) => `${id as string} ${lastUpdatedAt as string}`),
		);
		const missed = sandbox.orders
			.list()
			.filter(({ id, lastUpdatedAt }) => !emitted.has(`${id} ${lastUpdatedAt}`))
			.map(({ id }) => id);
		if (missed.length === 0 || Date.now() > end) return missed;
		await pause(5_000);
	}
}
