/** What n8n reads of the Tradecloud Trigger for each call: what it resolves itself, and what it evaluates as an expression. */
import {
	NodeHelpers,
	resolveWebhookDescriptionField,
	webhookDescriptionIsNativelyResolvable,
	Workflow,
} from 'n8n-workflow';
import type { INodeParameters, IWebhookDescription } from 'n8n-workflow';

import { startEngine, workflowOf } from './harness/n8n';

async function webhooksOf(parameters: INodeParameters) {
	const { nodeTypes } = await startEngine();
	const workflow = new Workflow({
		...workflowOf('tradecloudTrigger', parameters, 'credential'),
		nodeTypes,
	});
	const node = workflow.getNode('Tradecloud')!;
	const webhooks = nodeTypes.getByNameAndVersion(node.type).description.webhooks!;
	const native = (webhook: IWebhookDescription, field: string): unknown => {
		const resolution = resolveWebhookDescriptionField(node, webhook, field);
		return resolution.resolved ? resolution.value : webhook[field];
	};
	const evaluated = (webhook: IWebhookDescription, field: string): unknown =>
		workflow.expression.getSimpleParameterValue(node, webhook[field], 'webhook', {});
	return { webhooks, node, native, evaluated };
}

test.each([
	['Immediately', {}, 'onReceived'],
	['When Last Node Finishes', { responseMode: 'lastNode' }, 'lastNode'],
])(
	'%s: all URLs answer alike in n8n 2 and n8n 1, without data of the workflow',
	async (_respond, parameters, value) => {
		const { webhooks, native, evaluated } = await webhooksOf(parameters);
		expect(webhooks).toHaveLength(4);
		for (const webhook of webhooks) {
			expect(webhook.responseData).toBe('noData');
			expect(native(webhook, 'responseMode')).toBe(value);
			expect(evaluated(webhook, 'responseMode')).toBe(value);
		}
	},
);

test('no call costs n8n 2 an expression', async () => {
	const { webhooks } = await webhooksOf({});
	expect(webhooks.map(webhookDescriptionIsNativelyResolvable)).not.toContain(false);
});

test('the paths are the same in n8n 2, in n8n 1, and in a node with expressions', async () => {
	const { webhooks, node, native, evaluated } = await webhooksOf({});
	const pathsBy = (read: typeof native) =>
		webhooks.map((webhook) => {
			const [path, isFullPath] = [read(webhook, 'path'), read(webhook, 'isFullPath')];
			return NodeHelpers.getNodeWebhookPath('id', node, path as string, isFullPath as boolean);
		});
	const called = ['a1b2c3', 'a1b2c3/:orderId', 'a1b2c3'];
	expect(pathsBy(native).slice(0, 3)).toEqual(called);
	expect(pathsBy(evaluated).slice(0, 3)).toEqual(called);
});

test.each([
	['POST', {}, 'a1b2c3'],
	['GET', { portalMethod: 'GET' }, 'a1b2c3?orderId={orderId}'],
])('the editor shows for %s just the URL to paste', async (method, parameters, url) => {
	const { webhooks, node, evaluated } = await webhooksOf(parameters);
	const shown = webhooks.filter((webhook) => !evaluated(webhook, 'ndvHideUrl'));
	expect(shown.map(({ httpMethod }) => httpMethod)).toEqual([method]);
	const path = evaluated(shown[0], 'path') as string;
	expect(NodeHelpers.getNodeWebhookPath('id', node, path, true)).toBe(url);
});
