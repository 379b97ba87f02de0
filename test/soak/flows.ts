/** The workflows of the soak: each way in which Tradecloud calls, and each in which n8n answers. */
import { randomUUID } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';

import { workflowOf, type Installation } from '../e2e/harness/installation';
import { buyer } from '../scale/harness/buyer';
import { orderIdOf, type Message, type Sandbox, type Webhook } from '../sandbox';

/** A workflow, and how Tradecloud calls it. */
export interface Flow {
	/** Unique; the webhook id is made of it. */
	name: string;
	method: Webhook['method'];
	format?: Webhook['format'];
	responseMode: 'onReceived' | 'lastNode';
	options?: INodeParameters;
	/** Whether the Tradecloud node fetches the order after the trigger. */
	getsOrder?: boolean;
	/** Whether a filter lets nothing through. */
	endsWithoutItem?: boolean;
	/** How many events come at once; default: one. */
	burst?: number;
}

export const flows: Flow[] = [
	{ name: 'immediately', method: 'POST', responseMode: 'onReceived', getsOrder: true },
	{
		name: 'immediately, Fetch Order, Ignore Duplicates',
		method: 'POST',
		responseMode: 'onReceived',
		options: { fetchOrder: true, ignoreDuplicates: true },
		burst: 5,
	},
	{
		name: 'immediately, Combine Calls',
		method: 'POST',
		responseMode: 'onReceived',
		options: { combineCalls: true },
		getsOrder: true,
		burst: 5,
	},
	{ name: 'immediately', method: 'GET', responseMode: 'onReceived' },
	{ name: 'last node', method: 'POST', responseMode: 'lastNode', getsOrder: true },
	{
		name: 'last node, Fetch Order',
		method: 'POST',
		format: 'xml',
		responseMode: 'lastNode',
		options: { fetchOrder: true },
	},
	{ name: 'last node', method: 'GET', responseMode: 'lastNode' },
	{
		name: 'last node, no item left',
		method: 'POST',
		responseMode: 'lastNode',
		endsWithoutItem: true,
	},
];

/** The nodes that an execution is judged by. */
export const nodeNames = { trigger: 'Tradecloud Trigger', last: 'Received' };

/** What a report calls a flow. */
export function titleOf({ name, method, format }: Flow): string {
	return `${format === 'xml' ? `${method} as tXML` : method}, ${name}`;
}

function webhookIdOf(flow: Flow): string {
	return `soak-${titleOf(flow)
		.toLowerCase()
		.replace(/[^a-z]+/g, '-')}`;
}

/** The URL that stands in Tradecloud's portal. */
export function urlOf(base: string, flow: Flow): string {
	const webhookId = webhookIdOf(flow);
	const path = flow.method === 'GET' ? `${webhookId}/${webhookId}/{orderId}` : webhookId;
	return `${base}/webhook/${path}`;
}

/** Imports and publishes a flow; returns the id of its workflow. */
export async function publish({ n8n, sandbox }: Installation, flow: Flow): Promise<string> {
	const credentials = { tradecloudApi: await buyer(n8n, sandbox, webhookIdOf(flow)) };
	const { trigger } = nodeNames;
	const { responseMode, options = {} } = flow;
	const getOrder = {
		name: 'Get order',
		type: 'n8n-nodes-tradecloud.tradecloud',
		typeVersion: 1,
		parameters: { orderId: { __rl: true, mode: 'id', value: '={{ $json.orderId }}' } },
		credentials,
	};
	const id = await n8n.importWorkflow(
		workflowOf(titleOf(flow), [
			{
				name: trigger,
				type: 'n8n-nodes-tradecloud.tradecloudTrigger',
				typeVersion: 2,
				webhookId: webhookIdOf(flow),
				parameters: { responseMode, options },
				credentials,
			},
			...(flow.getsOrder ? [getOrder] : []),
			...(flow.endsWithoutItem ? [nothingPasses] : []),
			receivedNode,
		]),
	);
	await n8n.publish(id);
	return id;
}

const nothingPasses = {
	name: 'Nothing passes',
	type: 'n8n-nodes-base.limit',
	typeVersion: 1,
	parameters: { maxItems: 0 },
};

/** The end of each workflow: puts out which event it was about. */
const receivedNode = {
	name: nodeNames.last,
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		assignments: {
			assignments: [
				{
					id: 'event',
					name: 'event',
					type: 'string',
					value: `={{ $('${nodeNames.trigger}').item.json.messageId ?? $('${nodeNames.trigger}').item.json.orderId }}`,
				},
			],
		},
		options: {},
	},
};

/** A new event for a flow, and what it can be recognised by: its message id, or else its order id. */
export function newEvent(
	{ webhooks, orders }: Sandbox,
	{ method }: Flow,
): { message: Message; key: string } {
	if (method === 'GET') {
		const orderId = orderIdOf(`SOAK-${randomUUID()}`);
		return { message: { orderId }, key: orderId };
	}
	const known = orders.list();
	const { id: orderId, lines } = known[webhooks.deliveries.length % known.length];
	const touched = { positions: [lines[0].buyerLine.position] };
	const event = webhooks.orderEvent(orderId, 'OrderIssuedByBuyer', touched);
	const message = event as { meta: { messageId: string } };
	return { message, key: message.meta.messageId };
}
