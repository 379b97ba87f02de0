/** Orders that change one after another, and a published workflow whose polling trigger is to notice each change. */
import { type Opened, openAll } from '../../../tools/opened';
import { changedOrders, changeOf } from '../../e2e/harness/changedOrders';
import { importCredential } from '../../e2e/harness/installation';
import { type RecordedCall, startSandbox } from '../../sandbox';
import type { Cluster } from './cluster';
import { until } from './traffic';

/** What goes on while other tests run. */
export interface Polling {
	workflowId: string;
	/** Ends the changes and waits for one more poll; resolves with all changes, the earliest first. */
	untilAllPolled: () => Promise<string[]>;
	/** All polls that Tradecloud answered, whoever made them. */
	polls: () => RecordedCall[];
}

/** Few enough for one call to read what has changed in a minute. */
const millisecondsBetweenChanges = 2_000;

/** Publishes the workflow, which begins to poll, and begins to change orders. */
export async function startPolling({ n8n }: Cluster): Promise<Opened<Polling>> {
	return await openAll(async (keep) => {
		// Its own, since the tests forget the calls of theirs.
		const sandbox = keep(await startSandbox({ orders: 1_000 }));
		const credential = await importCredential({ n8n, sandbox }, 'Polling', sandbox.users.buyer);
		const workflowId = await n8n.importWorkflow(changedOrders(credential, 'now'));
		await n8n.publish(workflowId);
		const answered = () =>
			sandbox.calls.filter(
				({ path, status }) => path === '/v2/order-search/poll' && status !== undefined,
			);
		const polls = () => answered().slice(looksBack);
		await until(() => polls().length > 0);
		const orders = sandbox.orders.list();
		const changes: string[] = [];
		const changeNext = () => {
			const order = orders[changes.length];
			sandbox.orders.touch(order.id);
			changes.push(changeOf(order));
		};
		const changing = setInterval(changeNext, millisecondsBetweenChanges);
		keep({ close: () => clearInterval(changing) });
		return {
			workflowId,
			polls,
			async untilAllPolled() {
				clearInterval(changing);
				const before = polls().length;
				// So that the last poll too has something to find.
				changeNext();
				await until(() => polls().length > before);
				return changes;
			},
		};
	});
}

/** The last change is looked for in the last hour, day and month; the orders here are older. */
const looksBack = 3;
