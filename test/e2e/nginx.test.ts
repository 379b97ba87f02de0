/** The documented nginx in front of n8n: what Tradecloud and the editor notice of it. */
import { Agent, request } from 'node:http';

import axios, { type AxiosRequestConfig } from 'axios';

import { removeFolder, temporaryFolder } from '../../tools/at-exit';
import { pause } from '../../tools/progress';
import { startNginx, type Proxy } from '../soak/nginx';
import { basic, install, orderToMessage, type Installation } from './harness/installation';

const webhookId = 'e2e-nginx';
const allowedIps = '127.0.0.1';

let installation: Installation;
let folder: string;
let proxy: Proxy;

beforeAll(async () => {
	installation = await install({ N8N_PROXY_HOPS: '1' });
	const { n8n, credential } = installation;
	folder = temporaryFolder('nginx');
	proxy = await startNginx(folder, n8n.url);
	await n8n.publish(
		await n8n.importWorkflow(orderToMessage(credential, webhookId, { options: { allowedIps } })),
	);
	await n8n.waitForWebhook(`${proxy.url}/webhook/${webhookId}`);
}, 900_000);
afterAll(async () => {
	await proxy?.close();
	await installation?.close();
	removeFolder(folder);
});

async function call(path: string, config: AxiosRequestConfig = {}) {
	return await axios.request<unknown>({
		method: 'POST',
		url: `${proxy.url}${path}`,
		proxy: false,
		validateStatus: () => true,
		...config,
	});
}

function anEvent(): object {
	const { webhooks, orders } = installation.sandbox;
	return webhooks.orderEvent(orders.list()[0].id, 'OrderIssuedByBuyer');
}

/** The statuses that webhooks without credentials are answered while something goes on. */
async function statusesDuring(work: () => Promise<void>): Promise<Set<number>> {
	const statuses = new Set<number>();
	let isDone = false;
	const done = work().finally(() => (isDone = true));
	while (!isDone) {
		statuses.add((await call(`/webhook/${webhookId}`)).status);
		await pause(5);
	}
	await done;
	return statuses;
}

test('an event reaches the workflow', async () => {
	const answer = await call(`/webhook/${webhookId}`, { data: anEvent(), auth: basic });
	expect(answer).toMatchObject({ status: 200, data: '' });
	const { url } = proxy;
	const { id: orderId } = installation.sandbox.orders.list()[1];
	const delivery = await installation.sandbox.webhooks.send(
		{
			url: `${url}/webhook/${webhookId}/${webhookId}/{orderId}`,
			method: 'GET',
			authentication: basic,
		},
		{ orderId },
	);
	expect(delivery.outcome).toBe('delivered');
});

test("the answers of the trigger come back as they are: 401 with its challenge, 400, n8n's 404", async () => {
	const unauthorized = await call(`/webhook/${webhookId}`);
	expect(unauthorized.status).toBe(401);
	expect(unauthorized.headers['www-authenticate']).toMatch(/^Basic realm=/);
	const noEvent = await call(`/webhook/${webhookId}`, { data: { hello: 'world' }, auth: basic });
	expect(noEvent.status).toBe(400);
	expect((await call('/webhook/unknown')).status).toBe(404);
});

// n8n answers 422, which Tradecloud never repeats; it does so too when documents arrive at once.
test('a document that n8n cannot read is answered 503, so that Tradecloud sends it again', async () => {
	const headers = { 'Content-Type': 'application/xml' };
	const answer = await call(`/webhook/${webhookId}`, { data: '<cut', auth: basic, headers });
	expect(answer.status).toBe(503);
});

test("'Allowed IPs' sees the caller's own address, not the proxy's, nor one that the caller claims", async () => {
	const from = async (localAddress: string, headers = {}) => {
		const httpAgent = new Agent({ localAddress });
		const data = anEvent();
		return await call(`/webhook/${webhookId}`, { data, auth: basic, httpAgent, headers });
	};
	expect((await from('127.0.0.1')).status).toBe(200);
	expect((await from('127.0.0.2')).status).toBe(403);
	expect((await from('127.0.0.2', { 'X-Forwarded-For': '127.0.0.1' })).status).toBe(403);
});

test('a stranger who calls without end is answered 503, and Tradecloud gets through', async () => {
	const httpAgent = new Agent({ localAddress: '127.0.0.3' });
	const flood = Array.from({ length: 200 }, () => call(`/webhook/${webhookId}`, { httpAgent }));
	const answer = await call(`/webhook/${webhookId}`, { data: anEvent(), auth: basic });
	expect(answer.status).toBe(200);
	const statuses = (await Promise.all(flood)).map(({ status }) => status);
	expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(100);
	expect(new Set(statuses)).toEqual(new Set([401, 503]));
});

test('the editor, its REST API, test webhooks and its live connection pass as without the proxy', async () => {
	const page = await call('/', { method: 'GET' });
	expect(page).toMatchObject({ status: 200, data: expect.stringContaining('n8n') as string });
	expect((await call('/rest/workflows', { method: 'GET' })).status).toBe(401);
	const testCall = await call(`/webhook-test/${webhookId}`);
	expect(testCall).toMatchObject({
		status: 404,
		data: { message: expect.stringContaining(webhookId) as string },
	});
	expect(await liveConnection()).toBe(101);
});

async function liveConnection(): Promise<number | undefined> {
	const headers = {
		Connection: 'Upgrade',
		Upgrade: 'websocket',
		Origin: proxy.url,
		Cookie: installation.n8n.session.cookie,
		'Sec-WebSocket-Version': '13',
		'Sec-WebSocket-Key': Buffer.from('0123456789abcdef').toString('base64'),
	};
	return await new Promise((resolve, reject) => {
		request(`${proxy.url}/rest/push?pushRef=e2e`, { headers })
			.on('upgrade', ({ statusCode }, socket) => {
				socket.destroy();
				resolve(statusCode);
			})
			.on('response', ({ statusCode }) => resolve(statusCode))
			.on('error', reject)
			.end();
	});
}

test('nobody outside can ask for the readiness under its inner name', async () => {
	expect((await call('/n8n-readiness', { method: 'GET' })).status).toBe(404);
});

// 401 is n8n's true answer to a call without credentials.
test('while n8n stops, is away and starts, a call is answered truly or in a way that Tradecloud repeats', async () => {
	const { n8n } = installation;
	const harmless = [401, 502, 503, 504];
	for (const end of [() => n8n.stop(), () => n8n.kill()]) {
		const statuses = await statusesDuring(async () => {
			await pause(200);
			await end();
			await pause(200);
			await n8n.start();
		});
		expect(statuses).toContain(503);
		expect(harmless).toEqual(expect.arrayContaining([...statuses]));
	}
	await n8n.waitForWebhook(`${proxy.url}/webhook/${webhookId}`);
});
