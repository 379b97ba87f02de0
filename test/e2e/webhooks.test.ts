/** The main job in production mode: Tradecloud calls the trigger, the node fetches the purchase order. */
import axios from 'axios';

import { failureOf } from '../../tools/execution-data';
import type { Execution } from '../../tools/n8n-session';
import { pause } from '../../tools/progress';
import { bodies } from '../integration/harness/bodies';
import type { Message, Order, Webhook } from '../sandbox';
import { basic, install, nodes, orderToMessage, type Installation } from './harness/installation';
import { testOfN8n2 } from './harness/n8nVersion';

const webhookId = 'e2e-first';
const secondWebhookId = 'e2e-second';
const onceWebhookId = 'e2e-once';
const lastNodeWebhookId = 'e2e-last-node';
const bodiesWebhookId = 'e2e-bodies';

let installation: Installation;
let workflowId: string;
let secondWorkflowId: string;
let onceWorkflowId: string;
let lastNodeWorkflowId: string;
let bodiesWorkflowId: string;

beforeAll(async () => {
	installation = await install();
	const { n8n, credential } = installation;
	const published = async (id: string, parameters = {}) => {
		const workflow = await n8n.importWorkflow(orderToMessage(credential, id, parameters));
		await n8n.publish(workflow);
		await n8n.waitForWebhook(urlOf(id));
		return workflow;
	};
	workflowId = await published(webhookId);
	secondWorkflowId = await published(secondWebhookId);
	onceWorkflowId = await published(onceWebhookId, { options: { ignoreDuplicates: true } });
	lastNodeWorkflowId = await published(lastNodeWebhookId, { responseMode: 'lastNode' });
	bodiesWorkflowId = await published(bodiesWebhookId);
}, 900_000);
afterEach(() => installation.sandbox.reset());
afterAll(async () => await installation?.close());

function urlOf(id = webhookId): string {
	return `${installation.n8n.url}/webhook/${id}`;
}

async function send(message: Message, webhook: Partial<Webhook> = {}) {
	return await installation.sandbox.webhooks.send(
		{ url: urlOf(), method: 'POST', authentication: basic, ...webhook },
		message,
		{ maxAttempts: 100, timeoutMs: 20_000 },
	);
}

function orders() {
	return installation.sandbox.orders.list();
}

/** An order as the node puts it out. */
function returned(order: Order): object {
	return { orderId: order.id, ...order };
}

function anEvent(orderId = orders()[0].id): object {
	return installation.sandbox.webhooks.orderEvent(orderId, 'OrderIssuedByBuyer');
}

/** The execution that came after those counted before. */
async function nextExecution(before: number, workflow = workflowId): Promise<Execution> {
	const executions = await installation.n8n.session.waitForExecutions(workflow, {
		count: before + 1,
	});
	expect(executions).toHaveLength(before + 1);
	return executions[0];
}

async function countExecutions(workflow = workflowId): Promise<number> {
	return (await installation.n8n.executions(workflow)).length;
}

function output(execution: Execution, node: string): unknown[] {
	return installation.n8n.nodeOutput(execution, node);
}

test('POST: the order that Tradecloud holds comes out field by field, and the message after it', async () => {
	const before = await countExecutions();
	const delivery = await send(anEvent());
	expect(delivery).toMatchObject({ outcome: 'delivered', attempts: [{ status: 200, body: '' }] });
	const execution = await nextExecution(before);
	expect(output(execution, nodes.trigger)).toMatchObject([
		{ orderId: orders()[0].id, eventName: 'OrderIssuedByBuyer' },
	]);
	expect(output(execution, nodes.order)).toEqual([returned(orders()[0])]);
	expect(output(execution, nodes.message)).toEqual([
		{
			message: expect.stringContaining(
				`Purchase order ${orders()[0].buyerOrder.purchaseOrderNumber} has ${orders()[0].lines.length} lines`,
			) as string,
		},
	]);
});

test('POST as tXML: the same', async () => {
	const before = await countExecutions();
	expect((await send(anEvent(orders()[1].id), { format: 'xml' })).outcome).toBe('delivered');
	const execution = await nextExecution(before);
	expect(output(execution, nodes.trigger)).toMatchObject([
		{ orderId: orders()[1].id, xml: expect.stringContaining('<orderEvent>') as string },
	]);
	expect(output(execution, nodes.order)).toEqual([returned(orders()[1])]);
});

test('GET with the order id in the path', async () => {
	const before = await countExecutions();
	const url = `${urlOf()}/${webhookId}/{orderId}`;
	expect((await send({ orderId: orders()[2].id }, { url, method: 'GET' })).outcome).toBe(
		'delivered',
	);
	expect(output(await nextExecution(before), nodes.order)).toEqual([returned(orders()[2])]);
});

test('GET with the order id in the path: all characters but a slash survive', async () => {
	const before = await countExecutions();
	const orderId = 'f56aa4ce-8ec8-5197-bc26-77716a58add7-PO 1 ü+%25&?#';
	await send({ orderId }, { url: `${urlOf()}/${webhookId}/{orderId}`, method: 'GET' });
	expect(output(await nextExecution(before), nodes.trigger)).toEqual([
		{ orderId, purchaseOrderNumber: 'PO 1 ü+%25&?#' },
	]);
});

test('GET with the order id in the query: all characters survive', async () => {
	const before = await countExecutions();
	const order = orders().at(-1)!;
	expect(order.id).toBe('f56aa4ce-8ec8-5197-bc26-77716a58add7-PO 1/ü+%');
	await send({ orderId: order.id }, { url: `${urlOf()}?orderId={orderId}`, method: 'GET' });
	const execution = await nextExecution(before);
	expect(output(execution, nodes.trigger)).toEqual([
		{ orderId: order.id, purchaseOrderNumber: 'PO 1/ü+%' },
	]);
	expect(output(execution, nodes.order)).toEqual([returned(order)]);
});

test.each([
	['POST', ''],
	['GET', '?orderId={orderId}'],
	['GET', `/${webhookId}/{orderId}`],
] as const)(
	'%s %s with a wrong password is answered 401 and starts nothing',
	async (method, rest) => {
		const before = await countExecutions();
		const { id: orderId } = orders()[0];
		const delivery = await send(method === 'POST' ? anEvent() : { orderId }, {
			url: urlOf() + rest,
			method,
			authentication: { ...basic, password: 'wrong' },
		});
		expect(delivery).toMatchObject({ outcome: 'refused', attempts: [{ status: 401 }] });
		expect(await countExecutions()).toBe(before);
	},
);

// n8n 1 does not take JSON after a byte order mark.
testOfN8n2('any body is read as the integration tests expect it of n8n 2', async () => {
	const statuses = [];
	for (const { headers, content } of bodies) {
		const options = { headers, auth: basic, validateStatus: () => true };
		statuses.push((await axios.post(urlOf(bodiesWebhookId), content, options)).status);
	}
	expect(statuses).toEqual(bodies.map(({ status }) => status));
	const items = bodies.flatMap(({ item = [] }) => item);
	const { session } = installation.n8n;
	const executions = await session.waitForExecutions(bodiesWorkflowId, { count: items.length });
	const begun = executions.reverse().map((execution) => output(execution, nodes.trigger));
	expect(begun.flat()).toEqual(items);
});

test('two workflows at once: each gets its own calls', async () => {
	const before = [await countExecutions(), await countExecutions(secondWorkflowId)];
	await Promise.all([
		send({ orderId: orders()[3].id }, { url: `${urlOf()}/${webhookId}/{orderId}`, method: 'GET' }),
		send(
			{ orderId: orders()[4].id },
			{ url: `${urlOf(secondWebhookId)}/${secondWebhookId}/{orderId}`, method: 'GET' },
		),
	]);
	expect(output(await nextExecution(before[0]), nodes.order)).toEqual([returned(orders()[3])]);
	expect(output(await nextExecution(before[1], secondWorkflowId), nodes.order)).toEqual([
		returned(orders()[4]),
	]);
});

test('an expired token between two executions: exactly one more login', async () => {
	const fetch = async () => {
		const before = await countExecutions();
		await send(anEvent());
		expect((await nextExecution(before)).status).toBe('success');
	};
	await fetch();
	const logins = installation.sandbox.logins();
	await fetch();
	expect(installation.sandbox.logins()).toBe(logins);
	installation.sandbox.expireTokens();
	await fetch();
	await fetch();
	expect(installation.sandbox.logins()).toBe(logins + 1);
});

test.each([
	['is not available', { status: 503 }],
	['has received too many requests', { status: 429, headers: { 'retry-after': '1' } }],
	['breaks off the connection', { reset: true }],
])('Tradecloud %s: the order is fetched all the same', async (_case, fault) => {
	const before = await countExecutions();
	installation.sandbox.fault({ path: '^/order/', times: 2, ...fault });
	await send(anEvent());
	expect(output(await nextExecution(before), nodes.order)).toEqual([returned(orders()[0])]);
});

test.each([
	[
		{ path: '^/order/', status: 403, body: '{"error":"No access to this order"}' },
		/does not allow this: "No access to this order"/,
	],
	[{ path: '^/order/', status: 404 }, /Tradecloud could not find purchase order/],
	[{ path: '^/order/', expireToken: true, times: 9 }, /but not the session that follows/],
	[{ path: '^/authentication/login', status: 401 }, /does not accept the username or the password/],
])('what Tradecloud refuses with %j is told in words', async (fault, words) => {
	const before = await countExecutions();
	installation.sandbox.expireTokens();
	installation.sandbox.fault({ times: 2, ...fault });
	await send(anEvent());
	expect(failureOf(await nextExecution(before))).toMatch(words);
});

test('answering when the last node finishes: 503 while the workflow fails, 200 when Tradecloud calls again', async () => {
	// The login that was refused before is not tried again for five seconds.
	await pause(5_000);
	const before = await countExecutions(lastNodeWorkflowId);
	installation.sandbox.fault({ path: '^/order/', status: 404 });
	const delivery = await send(anEvent(), { url: urlOf(lastNodeWebhookId) });
	expect(delivery).toMatchObject({
		outcome: 'delivered',
		attempts: [{ status: 503 }, { status: 200, body: '' }],
	});
	const execution = await nextExecution(before + 1, lastNodeWorkflowId);
	expect(execution.status).toBe('success');
});

test('ignoring duplicates: every message starts the workflow once, also after a restart of n8n', async () => {
	const messages = orders()
		.slice(0, 3)
		.map(({ id: orderId }) => anEvent(orderId));
	for (const message of messages) {
		await send(message, { url: urlOf(onceWebhookId) });
		await send(message, { url: urlOf(onceWebhookId) });
	}
	await installation.n8n.restart();
	await installation.n8n.waitForWebhook(urlOf(onceWebhookId));
	for (const message of messages) {
		const delivery = await send(message, { url: urlOf(onceWebhookId) });
		expect(delivery.attempts.at(-1)).toMatchObject({
			status: 200,
			body: { message: expect.stringMatching(/was received before/) as string },
		});
	}
	await installation.n8n.session.waitForExecutions(onceWorkflowId, { count: 3 });
	expect(await countExecutions(onceWorkflowId)).toBe(3);
});

test('n8n restarted between two webhooks: both arrive', async () => {
	const before = await countExecutions();
	await send(anEvent(orders()[5].id));
	expect(output(await nextExecution(before), nodes.order)).toEqual([returned(orders()[5])]);
	await installation.n8n.restart();
	await installation.n8n.waitForWebhook(urlOf());
	expect((await send(anEvent(orders()[6].id))).outcome).toBe('delivered');
	expect(output(await nextExecution(before + 1), nodes.order)).toEqual([returned(orders()[6])]);
});
