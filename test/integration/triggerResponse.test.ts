/** How n8n answers for the Tradecloud Trigger: what it resolves itself, and what it evaluates as an expression. */
import { resolveWebhookDescriptionField, Workflow } from 'n8n-workflow';

import { startEngine, workflowOf } from './harness/n8n';

test.each([
	['Immediately', {}, { responseMode: 'onReceived', responseData: 'noData' }],
	[
		'When Last Node Finishes',
		{ responseMode: 'lastNode' },
		{ responseMode: 'lastNode', responseData: 'firstEntryJson' },
	],
])('%s: all three URLs answer alike in n8n 2 and n8n 1', async (_respond, parameters, answers) => {
	const { nodeTypes } = await startEngine();
	const workflow = new Workflow({
		...workflowOf('tradecloudTrigger', parameters, 'credential'),
		nodeTypes,
	});
	const node = workflow.getNode('Tradecloud')!;
	const { webhooks } = nodeTypes.getByNameAndVersion(node.type).description;
	expect(webhooks).toHaveLength(3);
	for (const webhook of webhooks!) {
		for (const [field, value] of Object.entries(answers)) {
			const resolved = resolveWebhookDescriptionField(node, webhook, field);
			expect(resolved).toEqual({ resolved: true, value });
			const template = webhook[field] as string;
			expect(workflow.expression.getSimpleParameterValue(node, template, 'webhook', {})).toBe(
				value,
			);
		}
	}
});
