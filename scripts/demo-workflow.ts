/** The ready-made workflow of this repository, as the demo imports it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import type { CredentialReference, WorkflowToImport } from '../tools/n8n-session';

const file = join(__dirname, '..', 'workflows', 'order-to-message.json');
const triggerType = 'n8n-nodes-tradecloud.tradecloudTrigger';
const nodeType = 'n8n-nodes-tradecloud.tradecloud';

/** The workflow, and the names of the nodes that the demo looks at. */
export interface DemoWorkflow {
	workflow: WorkflowToImport;
	/** Path of the trigger's production URL for POST. */
	webhookPath: string;
	/** The node that fetches the order. */
	orderNode: string;
	/** The node that writes the message. */
	messageNode: string;
}

function onlyNode(nodes: INode[], what: string, matches: (node: INode) => boolean): INode {
	const found = nodes.filter(matches);
	if (found.length !== 1) throw new Error(`${file} holds ${found.length} times ${what}`);
	return found[0];
}

/** Reads the workflow and lets its Tradecloud nodes use a stored credential. */
export function demoWorkflow(credential: CredentialReference): DemoWorkflow {
	const workflow = JSON.parse(readFileSync(file, 'utf8')) as WorkflowToImport;
	const { nodes } = workflow;
	const trigger = onlyNode(nodes, triggerType, ({ type }) => type === triggerType);
	const order = onlyNode(nodes, nodeType, ({ type }) => type === nodeType);
	const message = onlyNode(nodes, '"Format message"', ({ name }) => name === 'Format message');
	if (trigger.webhookId === undefined) throw new Error(`${file}: the trigger has no webhookId`);
	for (const node of [trigger, order]) node.credentials = { tradecloudApi: credential };
	return {
		workflow,
		webhookPath: `/webhook/${trigger.webhookId}`,
		orderNode: order.name,
		messageNode: message.name,
	};
}
