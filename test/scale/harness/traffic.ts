/** Calls of Tradecloud to an n8n of several processes, and what became of them. */
import { pause } from '../../../scripts/progress';
import type { WorkflowToImport } from '../../../scripts/n8n-session';
import { basic } from '../../e2e/harness/installation';
import type { Delivery } from '../../sandbox';
import type { Cluster } from './cluster';

/** An order event as Tradecloud sends it; the sandbox makes its other fields. */
export interface OrderEvent {
	orderEvent: { orderId: string };
	meta: { messageId: string };
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

/** New events, each of another order as long as there are any. */
export function newEvents({ sandbox }: Cluster, count: number): OrderEvent[] {
	const orders = sandbox.orders.list();
	return Array.from({ length: count }, (_, index) => {
		const { orderId } = orders[index % orders.length];
		return sandbox.webhooks.orderEvent(orderId, 'OrderIssuedByBuyer') as OrderEvent;
	});
}

/**
 * Sends an event as Tradecloud does: until it is delivered. Default time-out: long, as an answer of
 * a busy machine that comes too late for Tradecloud is followed by a second call.
 */
export async function send(
	{ sandbox }: Cluster,
	url: string,
	event: OrderEvent,
	timeoutMs = 60_000,
): Promise<Delivery> {
	const webhook = { url, method: 'POST', authentication: basic } as const;
	return await sandbox.webhooks.send(webhook, event, { maxAttempts: 100, timeoutMs });
}

/** Sends events all at once, to the URLs in turn. */
export async function sendAll(
	cluster: Cluster,
	urls: string[],
	events: OrderEvent[],
	timeoutMs?: number,
): Promise<Delivery[]> {
	return await Promise.all(
		events.map(
			async (event, index) => await send(cluster, urls[index % urls.length], event, timeoutMs),
		),
	);
}

/** Waits until so many requests for an order have reached the sandbox, answered or not. */
export async function untilRequested({ sandbox }: Cluster, count: number): Promise<void> {
	await until(() => ordersIn(sandbox.calls).length >= count);
}

/** Waits until so many orders have been fetched. */
export async function untilFetched({ sandbox }: Cluster, count: number): Promise<void> {
	await until(() => ordersIn(sandbox.calls).filter(({ status }) => status === 200).length >= count);
}

function ordersIn(calls: Cluster['sandbox']['calls']): Cluster['sandbox']['calls'] {
	return calls.filter(({ path }) => path.startsWith('/v2/order/'));
}

const patience = 60_000;

async function until(condition: () => boolean): Promise<void> {
	const end = Date.now() + patience;
	while (!condition()) {
		if (Date.now() > end) throw new Error(`It did not come to that within ${patience / 1000} s`);
		await pause(20);
	}
}
