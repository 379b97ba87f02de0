/** How n8n answers for the Tradecloud Trigger: what it resolves itself, and what it evaluates as an expression. */
import { resolveWebhookDescriptionField, Workflow } from 'n8n-workflow';

import { startEngine, workflowOf } from './harness/n8n';

test.each([
	['Immediately', {}, 'onReceived'],
	['When Last Node Finishes', { responseMode: 'lastNode' }, 'lastNode'],
])(
	'%s: all three URLs answer alike in n8n 2 and n8n 1, without data of the workflow',
	async (_respond, parameters, value) => {
		const { nodeTypes } = await startEngine();
		const workflow = new Workflow({
			...workflowOf('tradecloudTrigger', parameters, 'credential'),
			nodeTypes,
		});
		const node = workflow.getNode('Tradecloud')!;
		const { webhooks } = nodeTypes.getByNameAndVersion(node.type).description;
		expect(webhooks).toHaveLength(3);
		for (const webhook of webhooks!) {
			expect(webhook.responseData).toBe('noData');
			const resolved = resolveWebhookDescriptionField(node, webhook, 'responseMode');
			expect(resolved).toEqual({ resolved: true, value });
			const template = webhook.responseMode as string;
			const evaluated = workflow.expression.getSimpleParameterValue(node, template, 'webhook', {});
			expect(evaluated).toBe(value);
		}
	},
);
