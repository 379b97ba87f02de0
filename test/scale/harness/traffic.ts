/** Calls of Tradecloud to an n8n of several processes, and what became of them. */
import { pause } from '../../../tools/progress';
import type { CredentialReference, WorkflowToImport } from '../../../tools/n8n-session';
import { basic, nodes, workflowOf } from '../../e2e/harness/installation';
import type { Delivery, RecordedCall } from '../../sandbox';
import type { Cluster } from './cluster';

type OfSandbox = Pick<Cluster, 'sandbox'>;

const patience = 120_000;

/** An order event as Tradecloud sends it; the sandbox makes its other fields. */
export interface OrderEvent {
	orderEvent: { orderId: string };
	meta: { messageId: string };
	/** For the workflow `ordersToFetch`. */
	orderIds?: string[];
}

/** A published workflow. */
export interface Published {
	workflowId: string;
	/** The trigger's URL at main and at the webhook process. */
	urls: [string, string];
}

/** Publishes a workflow; resolves when its trigger answers at both processes. */
export async function publish(
	{ n8n, receiver }: Cluster,
	workflow: WorkflowToImport,
): Promise<Published> {
	const trigger = workflow.nodes.find(({ webhookId }) => webhookId !== undefined);
	const workflowId = await n8n.importWorkflow(workflow);
	await n8n.publish(workflowId);
	const path = `/webhook/${trigger?.webhookId}`;
	const urls: Published['urls'] = [n8n.url + path, receiver.url + path];
	for (const url of urls) await n8n.waitForWebhook(url);
	return { workflowId, urls };
}

/** A workflow that fetches the orders that an event names in `orderIds`, one after another. */
export function ordersToFetch(
	credential: CredentialReference,
	webhookId: string,
): WorkflowToImport {
	const credentials = { tradecloudApi: credential };
	return workflowOf(`Many orders for each event (${webhookId})`, [
		{
			name: nodes.trigger,
			type: 'n8n-nodes-tradecloud.tradecloudTrigger',
			typeVersion: 2,
			webhookId,
			parameters: {},
			credentials,
		},
		{
			name: 'Each order',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'orderIds' },
		},
		{
			name: nodes.order,
			type: 'n8n-nodes-tradecloud.tradecloud',
			typeVersion: 1,
			parameters: {
				resource: 'order',
				operation: 'get',
				orderId: { __rl: true, mode: 'id', value: '={{ $json.orderIds }}' },
				options: { retries: 8 },
			},
			credentials,
		},
	]);
}

/** New events, each of another order as long as there are any. */
export function newEvents({ sandbox }: OfSandbox, count: number): OrderEvent[] {
	const orders = sandbox.orders.list();
	return Array.from({ length: count }, (_, index) => {
		const { id: orderId } = orders[index % orders.length];
		return sandbox.webhooks.orderEvent(orderId, 'OrderIssuedByBuyer') as OrderEvent;
	});
}

/**
 * Sends an event as Tradecloud does: until it is delivered. Default time-out: long, as an answer of
 * a busy machine that comes too late for Tradecloud is followed by a second call.
 */
export async function send(
	{ sandbox }: OfSandbox,
	url: string,
	event: OrderEvent,
	timeoutMs = 60_000,
): Promise<Delivery> {
	const webhook = { url, method: 'POST', authentication: basic } as const;
	return await sandbox.webhooks.send(webhook, event, { maxAttempts: 100, timeoutMs });
}

/** Sends events all at once, to the URLs in turn. */
export async function sendAll(
	tradecloud: OfSandbox,
	urls: string[],
	events: OrderEvent[],
	timeoutMs?: number,
): Promise<Delivery[]> {
	return await Promise.all(
		events.map(
			async (event, index) => await send(tradecloud, urls[index % urls.length], event, timeoutMs),
		),
	);
}

/** Waits until so many requests for an order have reached the sandbox, answered or not. */
export async function untilRequested({ sandbox }: OfSandbox, count: number): Promise<void> {
	await until(() => ordersIn(sandbox.calls).length >= count);
}

/** Waits until so many orders have been fetched. */
export async function untilFetched({ sandbox }: OfSandbox, count: number): Promise<void> {
	await until(() => ordersIn(sandbox.calls).filter(({ status }) => status === 200).length >= count);
}

/** The requests for an order among calls. */
export function ordersIn(calls: RecordedCall[]): RecordedCall[] {
	return calls.filter(({ path }) => path.startsWith('/v2/order/'));
}

/** Waits until it has come to something, for two minutes at most. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
	const end = Date.now() + patience;
	while (!(await condition())) {
		if (Date.now() > end) throw new Error(`It did not come to that within ${patience / 1000} s`);
		await pause(20);
	}
}
