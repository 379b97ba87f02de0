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

const webhookId = 'b7c9d3e8-51f4-4a26-9d0b-3e6f8a1c2d75';
/** What stands in the pictures in place of the address of this machine. */
const baseUrl = 'https://n8n.example.com';
/** Narrow, so that text can be read in a picture that is as wide as a page. */
const windowSize = { width: 1280, height: 900 };
const images = join(__dirname, '../../docs/images');

let installation: Installation;
let editor: Editor;
let workflowId: string;

beforeAll(async () => {
	installation = await install({ WEBHOOK_URL: `${baseUrl}/` });
	const { n8n, credential } = installation;
	const workflow = orderToMessage(credential, webhookId);
	const steps = workflow.nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');
	workflowId = await n8n.importWorkflow({ ...workflow, nodes: steps });
	editor = await Editor.open(n8n, windowSize);
}, 900_000);
afterAll(async () => {
	await editor?.close();
	await installation?.close();
});

/** Takes a picture in a window of this height, which a panel fills, with a margin around the subject. */
async function picture(
	name: string,
	subject: Locator,
	{ height = windowSize.height, margin = 0 } = {},
): Promise<void> {
	await editor.setHeight(height);
	await editor.screenshot(subject, join(images, `${name}.png`), margin);
	await editor.setHeight(windowSize.height);
}

function order() {
	return installation.sandbox.orders.list()[0];
}

/** The event of the order, the same in each run as far as a picture shows it. */
function orderIssued(): object {
	const { id: orderId } = order();
	const event = installation.sandbox.webhooks.orderEvent(orderId, 'OrderIssuedByBuyer');
	const { meta } = event as { meta: object };
	return { ...event, meta: { ...meta, messageId: '0c4d8a6e-2f57-4b19-8e3a-7d1f5b9c6042' } };
}

/** Lets Tradecloud call a test URL of the trigger, once n8n listens there. */
async function callTestUrl(method: 'GET' | 'POST' = 'POST', rest = ''): Promise<void> {
	const { n8n, sandbox } = installation;
	const url = `${n8n.url}/webhook-test/${webhookId}${rest}`;
	await editor.listening();
	const delivery = await sandbox.webhooks.send(
		{ url, method, authentication: basic },
		method === 'GET' ? { orderId: order().id } : orderIssued(),
		{ maxAttempts: 1 },
	);
	expect(delivery).toMatchObject({ outcome: 'delivered', attempts: [{ status: 200 }] });
}

test('the credential is tested when it is saved, and its form shows the fields that it needs', async () => {
	await editor.openCredential(installation.credential.id);
	const form = editor.credentialForm;
	for (const label of [
		'Use For',
		'API Version',
		'Environment',
		'Base URL',
		'Username',
		'Password',
		'Webhook Authentication',
		'Webhook Username',
		'Webhook Password',
	]) {
		await form.getByText(label, { exact: true }).first().waitFor();
	}
	await form.getByText('Webhook Token', { exact: true }).waitFor({ state: 'hidden' });
	await form.getByText('Connection tested successfully').waitFor();

	const environments = await editor.unfold(form.getByTestId('parameter-input-environment'));
	await environments.getByText('Production', { exact: true }).click();
	await form.getByText('Base URL', { exact: true }).waitFor({ state: 'hidden' });
	// As high as the form is down to the webhook's password.
	await picture('credential', form, { height: 1210 });
});

test("the trigger's panel shows the one URL to paste, for test and for production, and the steps", async () => {
	await editor.openWorkflow(workflowId);
	const panel = await editor.openNode(nodes.trigger);
	const url = (kind: string) => `${baseUrl}/${kind}/${webhookId}`;
	expect(await editor.showWebhookUrls('Test URL')).toEqual([url('webhook-test')]);
	expect(await editor.showWebhookUrls('Production URL')).toEqual([url('webhook')]);
	for (const step of ['in the credential', 'add a webhook', 'Paste a URL', 'Enter the same']) {
		await panel.getByText(step).first().waitFor();
	}
	await picture('trigger', panel, { height: 1060 });

	const methods = await editor.unfold(editor.parameter('portalMethod'));
	await methods.getByText('GET', { exact: true }).click();
	await panel.getByText(/^For shipments, end the URL with/).waitFor();
	expect(await editor.showWebhookUrls('Production URL')).toEqual([
		`${url('webhook')}?orderId={orderId}`,
	]);
	await editor.closeNode();
});

test('before anything has run, the step after "Get order" shows the fields of an order', async () => {
	await editor.openWorkflow(workflowId);
	await editor.openNode(nodes.message);
	await editor.input.getByText('Usually outputs the following fields').waitFor();
	await editor.input.getByText('purchaseOrderNumber', { exact: true }).waitFor();
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
	await callTestUrl(method, rest);
	await editor.output.getByText(order().id).first().waitFor();
	await editor.closeNode();
});

test('a test call with a wrong password is told in the editor', async () => {
	const { n8n, sandbox } = installation;
	await editor.openWorkflow(workflowId);
	await editor.openNode(nodes.trigger);
	await editor.executeStep();
	await editor.listening();
	const url = `${n8n.url}/webhook-test/${webhookId}`;
	const authentication = { ...basic, password: 'guessed' };
	const delivery = await sandbox.webhooks.send(
		{ url, method: 'POST', authentication },
		orderIssued(),
		{ maxAttempts: 1 },
	);
	expect(delivery).toMatchObject({ attempts: [{ status: 401 }] });
	await editor.output.getByText(/^The test call was answered 401: /).waitFor();
	await editor.closeNode();
});

test('"Execute workflow" takes a call of the test URL, and each node shows what it did', async () => {
	await editor.openWorkflow(workflowId);
	await editor.executeWorkflow();
	await callTestUrl();
	for (const name of Object.values(nodes)) await editor.succeeded(name).waitFor();
	await editor.itemCounts.filter({ hasText: '1 item' }).nth(1).waitFor();
	await picture('workflow', await editor.wholeWorkflow(), { margin: 64 });
	const panel = await editor.openNode(nodes.order);
	await editor.showOutputAs('schema');
	await editor.output.getByText(order().buyerOrder.purchaseOrderNumber).first().waitFor();
	await picture('order', panel);
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
	await sandbox.webhooks.send({ url, method: 'POST', authentication: basic }, orderIssued());
	const [execution] = await n8n.session.waitForExecutions(workflowId, { count: before + 1 });
	await editor.openExecution(workflowId, execution.id);
	await editor.openNode(nodes.order);
	await editor.output.getByText(order().buyerOrder.purchaseOrderNumber).first().waitFor();
	await editor.closeNode();
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
				parameters: {
					pollTimes: { item: [{ mode: 'everyX', value: 5, unit: 'minutes' }] },
					processStatus: ['Confirmed', 'InProgress'],
					skipOwnRequests: 'buyer',
				},
				credentials: { tradecloudApi: credential },
			},
		]),
	);
	const { orders } = sandbox;
	orders.list().forEach(({ id: orderId }) => orders.touch(orderId));
	const latest = orders.list().find(({ status }) => status.processStatus === 'Confirmed')!;
	orders.touch(latest.id);
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
	await editor.showOutputAs('schema');
	await editor.output.getByText(latest.buyerOrder.purchaseOrderNumber).first().waitFor();
	await picture('poll-trigger', panel, { height: 920 });
	await editor.closeNode();
});
