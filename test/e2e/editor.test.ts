/** What a user sees and does in n8n's editor; the pictures of the documentation are taken on the way. */
import { join } from 'node:path';

import type { Locator } from 'playwright-core';

import { Editor } from './harness/editor';
import {
	basic,
	install,
	nodes,
	orderToMessage,
	workflowOf,
	type Installation,
} from './harness/installation';

const webhookId = 'e2e-editor';
/** What stands in the pictures in place of the address of this machine. */
const baseUrl = 'https://n8n.example.com';
const images = join(__dirname, '../../docs/images');

let installation: Installation;
let editor: Editor;
let workflowId: string;

beforeAll(async () => {
	installation = await install({ WEBHOOK_URL: `${baseUrl}/` });
	const { n8n, credential } = installation;
	workflowId = await n8n.importWorkflow(orderToMessage(credential, webhookId));
	editor = await Editor.open(n8n);
}, 900_000);
afterAll(async () => {
	await editor?.close();
	await installation?.close();
});

async function picture(name: string, subject: Locator, margin?: number): Promise<void> {
	await editor.screenshot(subject, join(images, `${name}.png`), margin);
}

function order() {
	return installation.sandbox.orders.list()[0];
}

test('the credential is tested when it is saved, and its form names every field', async () => {
	await editor.openCredential(installation.credential.id);
	const form = editor.credentialForm;
	for (const label of [
		'API Version',
		'Environment',
		'Base URL',
		'Username',
		'Password',
		'Webhook Username',
		'Webhook Password',
		'Webhook Token',
	]) {
		await form.getByText(label, { exact: true }).first().waitFor();
	}
	await form.getByText('Connection tested successfully').waitFor();
	await picture('credential', form);
});

test("the trigger's panel shows its three URLs for test and for production", async () => {
	await editor.openWorkflow(workflowId);
	const panel = await editor.openNode(nodes.trigger);
	const urls = (kind: string) =>
		['', `/${webhookId}/:orderId`, ''].map((rest) => `${baseUrl}/${kind}/${webhookId}${rest}`);
	expect(await editor.showWebhookUrls('Production URL')).toEqual(urls('webhook'));
	expect(await editor.showWebhookUrls('Test URL')).toEqual(urls('webhook-test'));
	for (const step of ['1. In the credential', '2. In the Tradecloud portal', '3. Open', '4. In']) {
		await panel.getByText(step).waitFor();
	}
	await picture('trigger', panel);
	await editor.closeNode();
});

test.each([
	['POST', ''],
	['GET', `/${webhookId}/{orderId}`],
	['GET', '?orderId={orderId}'],
] as const)('"Execute step" takes a call of the test URL: %s %s', async (method, rest) => {
	await editor.openWorkflow(workflowId);
	await editor.openNode(nodes.trigger);
	await editor.executeStep();
	const url = `${installation.n8n.url}/webhook-test/${webhookId}`;
	// n8n registers the three URLs one after another.
	await installation.n8n.waitForWebhook(url + rest, { method });
	const { webhooks } = installation.sandbox;
	const { orderId } = order();
	const delivery = await webhooks.send(
		{ url: url + rest, method, authentication: basic },
		method === 'GET' ? { orderId } : webhooks.orderEvent(orderId, 'OrderIssuedByBuyer'),
		{ maxAttempts: 1 },
	);
	expect(delivery).toMatchObject({ outcome: 'delivered', attempts: [{ status: 200 }] });
	await editor.output.getByText(orderId).first().waitFor();
	await editor.closeNode();
});

test("the Tradecloud node's panel shows its fields, and after an execution the fetched order", async () => {
	const { n8n, sandbox } = installation;
	await editor.openWorkflow(workflowId);
	const panel = await editor.openNode(nodes.order);
	for (const label of ['Resource', 'Operation', 'Order', 'Output', 'Options']) {
		await panel.getByText(label, { exact: true }).first().waitFor();
	}
	await editor.closeNode();

	await n8n.publish(workflowId);
	const url = `${n8n.url}/webhook/${webhookId}`;
	await n8n.waitForWebhook(url);
	// n8n keeps the test calls as executions as well.
	const before = (await n8n.executions(workflowId)).length;
	await sandbox.webhooks.send(
		{ url, method: 'POST', authentication: basic },
		sandbox.webhooks.orderEvent(order().orderId, 'OrderIssuedByBuyer'),
	);
	const [execution] = await n8n.session.waitForExecutions(workflowId, { count: before + 1 });
	await editor.openExecution(workflowId, execution.id);
	await editor.openNode(nodes.order);
	await editor.output.getByText(order().buyerOrder.purchaseOrderNumber).first().waitFor();
	await picture('order', editor.panel);
	await editor.closeNode();
	await picture('workflow', editor.page.getByTestId('canvas-node'), 40);
});

test("the polling trigger's panel shows its fields, and 'Fetch Test Event' one order", async () => {
	const { n8n, credential, sandbox } = installation;
	const name = 'Tradecloud Poll Trigger';
	const polling = await n8n.importWorkflow(
		workflowOf('Changed orders', [
			{
				name,
				type: 'n8n-nodes-tradecloud.tradecloudPollTrigger',
				typeVersion: 1,
				parameters: { processStatus: ['Confirmed', 'InProgress'], skipOwnRequests: 'buyer' },
				credentials: { tradecloudApi: credential },
			},
		]),
	);
	sandbox.orders.list().forEach(({ orderId }) => sandbox.orders.touch(orderId));
	await editor.openWorkflow(polling);
	const panel = await editor.openNode(name);
	for (const label of [
		'Poll Times',
		'Trigger On',
		'Process Status',
		'Company',
		'Start From',
		'Skip Own Requests',
	]) {
		await panel.getByText(label, { exact: true }).first().waitFor();
	}
	await editor.executeStep();
	await editor.output.getByText('1 item').first().waitFor();
	await picture('poll-trigger', panel);
	await editor.closeNode();
});
