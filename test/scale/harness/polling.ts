/** Orders that change one after another, and a published workflow whose polling trigger is to notice each change. */
import { type Opened, openAll } from '../../../scripts/opened';
import { pause } from '../../../scripts/progress';
import { importCredential, workflowOf } from '../../e2e/harness/installation';
import { type Order, type RecordedCall, startSandbox } from '../../sandbox';
import type { Cluster } from './cluster';
import { until } from './traffic';

/** What goes on while other tests run. */
export interface Polling {
	workflowId: string;
	/** Ends the changes and waits for the next poll; resolves with all changes, the earliest first. */
	untilAllPolled: () => Promise<string[]>;
	/** All polls that Tradecloud received, whoever made them. */
	polls: () => RecordedCall[];
}

export const pollTrigger = 'Tradecloud Poll Trigger';

/** Few enough for one call to read what has changed in a minute. */
const millisecondsBetweenChanges = 2_000;

/** Publishes the workflow, which begins to poll, and begins to change orders. */
export async function startPolling({ n8n }: Cluster): Promise<Opened<Polling>> {
	return await openAll(async (keep) => {
		// Its own, since the tests forget the calls of theirs.
		const sandbox = keep(await startSandbox({ orders: 1_000 }));
		const credential = await importCredential({ n8n, sandbox }, 'Polling', sandbox.users.buyer);
		const workflowId = await n8n.importWorkflow(
			workflowOf('Changed orders', [
				{
					name: pollTrigger,
					type: 'n8n-nodes-tradecloud.tradecloudPollTrigger',
					typeVersion: 1,
					// n8n polls once a minute at most, and when the workflow is published.
					parameters: { startFrom: 'now', pollTimes: { item: [{ mode: 'everyMinute' }] } },
					credentials: { tradecloudApi: credential },
				},
				{ name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
			]),
		);
		await n8n.publish(workflowId);
		const stopping = new AbortController();
		keep({ close: () => stopping.abort() });
		const changing = changeOrders(sandbox, stopping.signal);
		const polls = () => sandbox.calls.filter(({ path }) => path === '/v2/order-search/poll');
		return {
			workflowId,
			polls,
			async untilAllPolled() {
				stopping.abort();
				const changes = await changing;
				const before = polls().length;
				await until(() => polls().length > before);
				return changes;
			},
		};
	});
}

/** Changes each order once. */
async function changeOrders(
	{ orders }: Pick<Cluster['sandbox'], 'orders'>,
	stopping: AbortSignal,
): Promise<string[]> {
	const changes: string[] = [];
	for (const order of orders.list()) {
		if (stopping.aborted) break;
		orders.touch(order.orderId);
		changes.push(changeOf(order));
		await pause(millisecondsBetweenChanges);
	}
	return changes;
}

/** Which order, and in which state. */
export function changeOf({
	orderId,
	lastUpdatedAt,
}: Pick<Order, 'orderId' | 'lastUpdatedAt'>): string {
	return `${orderId} ${lastUpdatedAt}`;
}
