/** What the Tradecloud Trigger makes of the calls of Tradecloud's webhook. */
import axios from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { Webhook } from '../sandbox';
import { workflowOf } from './harness/n8n';
import { startSetting, webhookSecrets, type Setting } from './harness/setting';
import { startWebhookServer, type WebhookServer } from './harness/webhookServer';

const reserved = 'f56aa4ce-8ec8-5197-bc26-77716a58add7-PO 1/ü+%';
const basic = {
	type: 'basic' as const,
	username: webhookSecrets.webhookUsername,
	password: webhookSecrets.webhookPassword,
};

let setting: Setting;
const servers: WebhookServer[] = [];
beforeAll(async () => (setting = await startSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(async () => {
	await Promise.all(servers.map((server) => server.close()));
	await setting.close();
});

interface Given {
	parameters?: Parameters<typeof workflowOf>[1];
	credential?: ICredentialDataDecryptedObject;
	mode?: 'webhook' | 'manual';
}

async function trigger({ parameters = {}, credential, mode }: Given = {}): Promise<WebhookServer> {
	const workflow = workflowOf('tradecloudTrigger', parameters, setting.credential(credential));
	const server = await startWebhookServer(setting.engine, workflow, mode);
	servers.push(server);
	return server;
}

async function send(url: string, message: object, webhook: Partial<Webhook> = {}) {
	return await setting.sandbox.webhooks.send(
		{ url, method: 'POST', authentication: basic, ...webhook },
		message,
		{ maxAttempts: 1 },
	);
}

function anOrder() {
	return setting.sandbox.orders.list()[0];
}

function anEvent(eventName = 'OrderLinesAcceptedBySupplier'): IDataObject {
	return setting.sandbox.webhooks.orderEvent(anOrder().id, eventName) as IDataObject;
}

function basicHeader(credentials: string): string {
	return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

describe('GET, the original webhook', () => {
	test.each(['f56aa4ce-8ec8-5197-bc26-77716a58add7-PO123', '3f1e', 'PO 1 ü+%', '100%25'])(
		'emits the order id %p of the path as it was sent',
		async (orderId) => {
			const { url, items } = await trigger();
			const delivery = await send(`${url}/{orderId}`, { orderId }, { method: 'GET' });
			expect(delivery.outcome).toBe('delivered');
			expect(items).toEqual([expect.objectContaining({ orderId })]);
		},
	);

	test('emits any order id of the query as it was sent, with the purchase order number in it', async () => {
		const { url, items } = await trigger();
		await send(`${url}?orderId={orderId}`, { orderId: reserved }, { method: 'GET' });
		expect(items).toEqual([{ orderId: reserved, purchaseOrderNumber: 'PO 1/ü+%' }]);
	});

	test('emits no purchase order number for an id of API v1', async () => {
		const { url, items } = await trigger();
		const orderId = setting.sandbox.orders.legacyId(anOrder().id);
		await send(`${url}/{orderId}`, { orderId }, { method: 'GET' });
		expect(items).toEqual([{ orderId }]);
	});

	test('emits the shipment id', async () => {
		const { url, items } = await trigger();
		await send(`${url}?shipmentId={shipmentId}`, { shipmentId: 'S-1' }, { method: 'GET' });
		expect(items).toEqual([{ shipmentId: 'S-1' }]);
	});

	test('emits the body that was sent along', async () => {
		const { url, items } = await trigger();
		const message = { orderId: 'A-1', body: { hint: 'changed' } };
		await send(`${url}/{orderId}`, message, { method: 'GET' });
		expect(items).toEqual([{ orderId: 'A-1', body: { hint: 'changed' } }]);
	});

	test('is started whatever events are chosen, since a GET tells none', async () => {
		const { url, items } = await trigger({ parameters: { events: ['OrderIssuedByBuyer'] } });
		await send(`${url}/{orderId}`, { orderId: 'A-1' }, { method: 'GET' });
		expect(items).toHaveLength(1);
	});

	test.each([
		['without an id', '', /no order id and no shipment id/],
		['with an empty id', '?orderId=', /no order id and no shipment id/],
		['with the id twice', '?orderId=a&orderId=b', /'orderId' more than once/],
	])('is refused with 400 %s', async (_case, query, reason) => {
		const { url, items } = await trigger();
		const delivery = await send(url + query, { orderId: 'unused' }, { method: 'GET' });
		expect(delivery.outcome).toBe('refused');
		expect(delivery.attempts[0]).toMatchObject({
			status: 400,
			body: { message: expect.stringMatching(reason) as string },
		});
		expect(items).toEqual([]);
	});

	// As people, the editor and other systems write them, or what is left of them.
	test.each([
		...['/:orderId', '/%7BorderId%7D', '/%7B%7BorderId%7D%7D', '/$%7BorderId%7D', '/%7BOrderId%7D'],
		...['/%7Bid%7D', '/orderId', '/%3Corder-id%3E', '?orderId=%257BorderId%257D', '/%20'],
		...['?orderId=%20%20', '?orderId=..', '?orderId=.', '?orderId=%7BshipmentId%7D'],
		...['?shipmentId=%7BshipmentId%7D', '?shipmentId=:shipmentId'],
	])('GET %s holds no id: 400, and what to write in the portal', async (rest) => {
		const { url, items } = await trigger();
		const delivery = await send(url + rest, { orderId: 'unused' }, { method: 'GET' });
		const name = rest.includes('shipmentId=') ? 'shipmentId' : 'orderId';
		const words = new RegExp(`in place of an id\\. .* write \\{${name}\\} there`);
		expect(delivery.attempts).toMatchObject([
			{ status: 400, body: { message: expect.stringMatching(words) as string } },
		]);
		expect(items).toEqual([]);
	});
});

describe('POST, the webhook of today', () => {
	test('emits the ids and the name of an order event, and its whole body untouched', async () => {
		const { url, items } = await trigger();
		const event = anEvent();
		expect((await send(url, event)).outcome).toBe('delivered');
		expect(items).toEqual([
			{
				orderId: anOrder().id,
				purchaseOrderNumber: anOrder().buyerOrder.purchaseOrderNumber,
				messageId: (event.meta as IDataObject).messageId,
				...event,
			},
		]);
	});

	test('understands single delivery, documents and shipment events', async () => {
		const { url, items } = await trigger();
		const { webhooks, shipments } = setting.sandbox;
		const { id: orderId } = anOrder();
		const { id: shipmentId } = shipments.list()[0];
		await send(url, webhooks.orderEvent(orderId, 'OrderIssuedByBuyer', { singleDelivery: true }));
		await send(url, webhooks.orderDocumentsEvent(orderId, 'OrderDocumentsAttachedByBuyer'));
		await send(url, webhooks.shipmentEvent(shipmentId, 'ShipmentIssuedBySupplier'));
		expect(items).toMatchObject([
			{ orderId, eventName: 'OrderIssuedByBuyer', singleDeliveryOrderEvent: { orderId } },
			{ orderId, eventName: 'OrderDocumentsAttachedByBuyer', orderDocumentsEvent: { orderId } },
			{ shipmentId, eventName: 'ShipmentIssuedBySupplier', shipment: { id: shipmentId } },
		]);
	});

	test('understands tXML, and emits the document as it came', async () => {
		const { url, items } = await trigger();
		const event = anEvent();
		await send(url, event, { format: 'xml' });
		expect(items).toEqual([
			{
				orderId: anOrder().id,
				purchaseOrderNumber: anOrder().buyerOrder.purchaseOrderNumber,
				eventName: event.eventName,
				messageId: (event.meta as IDataObject).messageId,
				xml: expect.stringMatching(/^<\?xml[^]*<orderEvent>[^]*<\/\w+>$/) as string,
			},
		]);
	});

	// tXML repeats an element in the singular for each element of a list (SDK: SendOrder/order.xml); what the root of an event is called is not public.
	test.each(['OrderWebhook', 'event', 'ns:Message'])(
		'tXML: finds the event below the root %s, although its lines are repeated elements',
		async (root) => {
			const { url, items } = await trigger();
			const xml =
				`<?xml version="1.0" encoding="UTF-8"?><${root} xmlns:ns="urn:tradecloud"><meta><messageId>M-1</messageId></meta>` +
				'<orderEvent><line><id>no</id><deliveryScheduleLine><position>1</position></deliveryScheduleLine></line>' +
				'<line><id>no</id></line><orderId>A-1</orderId><buyerOrder><purchaseOrderNumber>PO1</purchaseOrderNumber></buyerOrder>' +
				`</orderEvent><eventName>OrderIssuedByBuyer</eventName></${root}>`;
			await axios.post(url, xml, { headers: { 'Content-Type': 'application/xml' }, auth: basic });
			expect(items).toEqual([
				{
					orderId: 'A-1',
					purchaseOrderNumber: 'PO1',
					eventName: 'OrderIssuedByBuyer',
					messageId: 'M-1',
					xml,
				},
			]);
		},
	);

	test('tXML: characters that XML must escape, CDATA, comments and attributes', async () => {
		const { url, items } = await trigger();
		const xml =
			'<?xml version="1.0"?><!-- <eventName>no</eventName> --><event a="/>"><eventName>A&amp;B &#252;&#x2B;</eventName>' +
			'<orderEvent><lines><orderId>no</orderId></lines><orderId><![CDATA[A-<1>&amp;]]></orderId><empty/></orderEvent></event>';
		const headers = { 'Content-Type': 'application/xml' };
		await axios.post(url, xml, { headers, auth: basic });
		expect(items).toEqual([{ eventName: 'A&B ü+', orderId: 'A-<1>&amp;', xml }]);
	});

	test('passes on events and fields that Tradecloud may add', async () => {
		const { url, items } = await trigger();
		const event = { eventName: 'OrderMoved', orderMovedEvent: { orderId: 'A-1' }, more: [1, null] };
		await send(url, event);
		expect(items).toEqual([{ orderId: 'A-1', ...event }]);
	});

	test('finds the message id within the event as well', async () => {
		const { url, items } = await trigger();
		await send(url, { eventName: 'X', orderEvent: { orderId: 'A-1', meta: { messageId: 'M-1' } } });
		expect(items).toMatchObject([{ messageId: 'M-1' }]);
	});

	test('starts the workflow for the chosen events alone, and takes the others as delivered', async () => {
		const { url, items } = await trigger({ parameters: { events: ['OrderIssuedByBuyer'] } });
		const other = await send(url, anEvent('OrderResentByBuyer'));
		await send(url, anEvent('OrderIssuedByBuyer'));
		expect(other).toMatchObject({ outcome: 'delivered', attempts: [{ status: 200 }] });
		expect(items).toMatchObject([{ eventName: 'OrderIssuedByBuyer' }]);
	});

	test('takes the ids from the event itself, whatever stands beside it', async () => {
		const { url, items } = await trigger();
		const order = { orderId: 'another', meta: { messageId: 'another' } };
		const meta = { messageId: 'M-1' };
		const orderEvent = { orderId: 'A-1', buyerOrder: { purchaseOrderNumber: 'PO1' } };
		await send(url, { eventName: 'X', order, orderId: 'third', orderEvent, meta });
		await send(url, { eventName: 'Y', order, shipment: { id: 'S-1' }, meta });
		expect(items).toEqual([
			{
				eventName: 'X',
				orderId: 'A-1',
				purchaseOrderNumber: 'PO1',
				messageId: 'M-1',
				order,
				orderEvent,
				meta,
			},
			{ eventName: 'Y', shipmentId: 'S-1', messageId: 'M-1', order, shipment: { id: 'S-1' }, meta },
		]);
	});

	// Tradecloud never sends again what was answered 400, and may add kinds of events (manual: api/compatibility.md).
	describe('an event without the id of an order or a shipment', () => {
		const event = {
			eventName: 'CompanyMoved',
			company: { name: 'Ümit' },
			meta: { messageId: 'M-1' },
		};

		test('starts the workflow with what it holds', async () => {
			const { url, items } = await trigger();
			expect((await send(url, event)).outcome).toBe('delivered');
			await send(url, { eventName: 'OrderIssuedByBuyer', orderEvent: {} });
			expect(items).toEqual([
				{ messageId: 'M-1', ...event },
				{ eventName: 'OrderIssuedByBuyer', orderEvent: {} },
			]);
		});

		test('is filtered like any other', async () => {
			const { url, items } = await trigger({ parameters: { events: ['OrderIssuedByBuyer'] } });
			expect(await send(url, event)).toMatchObject({ attempts: [{ status: 200 }] });
			expect(items).toEqual([]);
		});

		test('comes as it is where the order is to be fetched', async () => {
			const { url, items } = await trigger({ parameters: { options: { fetchOrder: true } } });
			await send(url, event);
			expect(items).toEqual([{ messageId: 'M-1', ...event }]);
		});
	});

	test.each([
		['no object', []],
		['no event', { order: { orderId: 'A-1' } }],
		['an event whose name is no text', { eventName: 7, orderEvent: { orderId: 'A-1' } }],
	])('refuses a body that is %s with 400', async (_case, body) => {
		const { url, items } = await trigger();
		const delivery = await send(url, body);
		expect(delivery).toMatchObject({ outcome: 'refused', attempts: [{ status: 400 }] });
		expect(items).toEqual([]);
	});

	test('emits a __proto__ field as the plain field that it is', async () => {
		const { url, items } = await trigger();
		const body = '{"eventName":"X","orderEvent":{"orderId":"A-1"},"__proto__":{"polluted":true}}';
		await axios.post(url, body, {
			headers: {
				'Content-Type': 'application/json',
				Authorization: basicHeader(`${basic.username}:${basic.password}`),
			},
		});
		expect(items).toHaveLength(1);
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});
});

describe('authentication', () => {
	async function call(given: Given, authorization?: string) {
		const server = await trigger(given);
		const headers = authorization === undefined ? {} : { Authorization: authorization };
		const answer = await axios.post(server.url, anEvent(), { headers, validateStatus: () => true });
		return { ...answer, items: server.items };
	}
	const right = basicHeader(`${basic.username}:${basic.password}`);

	test.each([right, right.replace('Basic', 'basic'), right.replace('Basic', 'BASIC ')])(
		'accepts the right user name and password in %p',
		async (authorization) => {
			expect(await call({}, authorization)).toMatchObject({ status: 200, items: [{}] });
		},
	);

	test.each([
		['nothing', undefined],
		['an empty header', ''],
		['the scheme alone', 'Basic'],
		['the wrong password', basicHeader('n8n:webhook:secret')],
		['the wrong user name', basicHeader('m8n:webhook:sécret')],
		['the password cut at its colon', basicHeader('n8n:webhook')],
		['more behind the password', basicHeader('n8n:webhook:sécret ')],
		['no base64', 'Basic n8n:webhook:sécret'.normalize('NFD').replace(/\P{ASCII}/gu, '')],
		[
			'the password in ISO 8859-1',
			`Basic ${Buffer.from('n8n:webhook:sécret', 'latin1').toString('base64')}`,
		],
		['the token in place of a password', `Bearer ${webhookSecrets.webhookToken}`],
		['the password as a token', `Bearer ${right.slice(6)}`],
	])('answers 401 with a challenge to %s', async (_case, authorization) => {
		const { status, headers, items } = await call({}, authorization);
		expect(status).toBe(401);
		expect(headers['www-authenticate']).toBe('Basic realm="Tradecloud webhook", charset="UTF-8"');
		expect(items).toEqual([]);
	});

	test.each([
		[{ webhookUsername: '', webhookPassword: '' }, ':'],
		[{ webhookUsername: 'n8n', webhookPassword: '' }, 'n8n:'],
		[{ webhookUsername: '', webhookPassword: 'secret' }, ':secret'],
	])(
		'lets nobody in with the empty secrets %p, but asks for another call',
		async (credential, credentials) => {
			const { status, items } = await call({ credential }, basicHeader(credentials));
			expect({ status, items }).toEqual({ status: 503, items: [] });
		},
	);

	const bearer = { parameters: { authentication: 'bearerAuth' } };

	test('accepts the Bearer token where it is chosen, and nothing else there', async () => {
		const token = webhookSecrets.webhookToken;
		expect((await call(bearer, `Bearer ${token}`)).status).toBe(200);
		expect((await call(bearer, `bearer ${token}`)).status).toBe(200);
		const refused = await call(bearer, right);
		expect(refused.status).toBe(401);
		expect(refused.headers['www-authenticate']).toBe('Bearer realm="Tradecloud webhook"');
		expect((await call(bearer, `Bearer ${token}x`)).status).toBe(401);
		for (const webhookToken of ['', ' ']) {
			expect((await call({ ...bearer, credential: { webhookToken } }, 'Bearer  ')).status).toBe(
				401,
			);
			expect((await call({ ...bearer, credential: { webhookToken } }, 'Bearer x')).status).toBe(
				503,
			);
		}
	});

	test.each([' padded\n', 'with a blank'])('accepts the Bearer token %j', async (webhookToken) => {
		const given = { ...bearer, credential: { webhookToken } };
		expect((await call(given, `Bearer ${webhookToken.trim()}`)).status).toBe(200);
	});

	test('tells no secret in what it answers and logs', async () => {
		const server = await trigger();
		await send(server.url, anEvent(), { authentication: { ...basic, password: 'a wrong one' } });
		const said = JSON.stringify([server.log, setting.sandbox.webhooks.deliveries.at(-1)?.attempts]);
		expect(server.log).toHaveLength(1);
		expect(said).not.toContain(webhookSecrets.webhookPassword);
		expect(said).not.toContain('a wrong one');
	});
});

describe('allowed IPs', () => {
	const from = (allowedIps: string) => ({ parameters: { options: { allowedIps } } });

	test('lets in the addresses of the list', async () => {
		const { url } = await trigger(from('10.0.0.0/8, 127.0.0.1'));
		expect((await send(url, anEvent())).outcome).toBe('delivered');
	});

	test('answers 403 to a foreign address, but 401 where the secret is wrong too', async () => {
		const { url, items } = await trigger(from('35.204.224.107'));
		expect(await send(url, anEvent())).toMatchObject({ attempts: [{ status: 403 }] });
		const stranger = await send(url, anEvent(), { authentication: { type: 'none' } });
		expect(stranger).toMatchObject({ attempts: [{ status: 401 }] });
		expect(items).toEqual([]);
	});

	test('answers 503 while the list is not one of addresses, so that nothing is lost', async () => {
		const { url, log } = await trigger(from('tradecloud1.com'));
		expect(await send(url, anEvent())).toMatchObject({ attempts: [{ status: 503 }] });
		expect(log).toEqual([expect.stringMatching(/'Allowed IPs' holds 'tradecloud1.com'/)]);
	});
});

describe('fetching the order', () => {
	const parameters = { options: { fetchOrder: true } };

	test('emits the whole order beside the event', async () => {
		const { url, items } = await trigger({ parameters });
		const event = anEvent();
		await send(url, event);
		const { id: orderId } = anOrder();
		expect(items).toEqual([
			expect.objectContaining({ ...event, order: { ...anOrder(), orderId } }),
		]);
	});

	test('emits the order with its orderId, under whatever name Tradecloud sends it', async () => {
		const { url, items } = await trigger({ parameters });
		const order = JSON.stringify({ id: anOrder().id, lines: [] });
		setting.sandbox.fault({ path: '^/order/', body: order });
		await send(url, anEvent());
		expect(items).toMatchObject([{ order: { orderId: anOrder().id, id: anOrder().id } }]);
	});

	test('emits the order of a GET call in API v1', async () => {
		const { url, items } = await trigger({ parameters, credential: { apiVersion: 'v1' } });
		const orderId = setting.sandbox.orders.legacyId(anOrder().id);
		await send(`${url}/{orderId}`, { orderId }, { method: 'GET' });
		expect(items).toMatchObject([
			{ orderId, order: { id: orderId, code: anOrder().buyerOrder.purchaseOrderNumber } },
		]);
	});

	test('emits shipment events as they came', async () => {
		const { url, items } = await trigger({ parameters });
		const { id } = setting.sandbox.shipments.list()[0];
		await send(url, setting.sandbox.webhooks.shipmentEvent(id, 'ShipmentIssuedBySupplier'));
		expect(items).toEqual([expect.not.objectContaining({ order: expect.anything() as unknown })]);
	});

	test('answers 503 when Tradecloud does not give the order, and emits it when Tradecloud calls again', async () => {
		const { url, items } = await trigger({ parameters });
		setting.sandbox.fault({ path: '^/order/', status: 503, times: 2 });
		const delivery = await setting.sandbox.webhooks.send(
			{ url, method: 'POST', authentication: basic },
			anEvent(),
			{ maxAttempts: 3, timeoutMs: 20_000 },
		);
		expect(delivery.attempts.map(({ status }) => status)).toEqual([503, 200]);
		expect(items).toHaveLength(1);
	});

	test.each([
		['the order is not known yet', { path: '^/order/', status: 404 }, {}],
		['the login is wrong', {}, { password: 'changed' }],
		['the role is missing', { path: '^/order/', status: 403 }, {}],
	])('answers 503 when %s', async (_case, fault, credential) => {
		const { url, log } = await trigger({ parameters, credential });
		if ('path' in fault) setting.sandbox.fault(fault);
		const delivery = await setting.sandbox.webhooks.send(
			{ url, method: 'POST', authentication: basic },
			anEvent(),
			{ maxAttempts: 1, timeoutMs: 20_000 },
		);
		expect(delivery).toMatchObject({ outcome: 'pending', attempts: [{ status: 503 }] });
		expect(log).toHaveLength(1);
	});
});

describe('changed lines only', () => {
	const parameters = { options: { changedLinesOnly: true, fetchOrder: true } };
	const old = { lastUpdatedAt: '2026-01-01T00:00:00.000Z' };

	test('leaves out the lines of a shipment that the event does not tell of, those in load carriers too', async () => {
		const { url, items } = await trigger({ parameters });
		const { meta, ...shipment } = setting.sandbox.shipments.list()[0];
		const [line] = shipment.lines;
		const other = { ...line, meta: old };
		const event = {
			eventName: 'ShipmentReissuedBySupplier',
			shipment: {
				...shipment,
				loadCarriers: [{ packageSSCC: '1', lines: [other, line] }],
				lines: [line, other],
				meta,
			},
		};
		await send(url, event);
		expect(items).toMatchObject([
			{
				shipmentId: shipment.id,
				shipment: { id: shipment.id, loadCarriers: [{ packageSSCC: '1', lines: [line] }] },
			},
		]);
		expect((items[0] as unknown as typeof event).shipment.lines).toEqual([line]);
	});

	test('leaves out the lines of the fetched order that the event does not hold', async () => {
		const { url, items } = await trigger({ parameters });
		const { id: orderId, lines } = setting.sandbox.orders
			.list()
			.find(({ lines }) => lines.length > 1)!;
		const [{ buyerLine }] = lines;
		const options = { positions: [buyerLine.position] };
		const event = setting.sandbox.webhooks.orderEvent(orderId, 'OrderLinesUpdatedByBuyer', options);
		await send(url, event);
		expect(items).toMatchObject([{ ...event, order: { orderId } }]);
		expect((items[0].order as unknown as { lines: object[] }).lines).toEqual([lines[0]]);
	});

	test('leaves the order whole where nobody tells its lines: by GET, and as tXML', async () => {
		const { url, items } = await trigger({ parameters });
		const { id: orderId, lines } = anOrder();
		await send(`${url}/{orderId}`, { orderId }, { method: 'GET' });
		await send(url, anEvent(), { format: 'xml' });
		expect(items).toMatchObject([{ order: { lines } }, { order: { lines } }]);
	});

	test('is off unless it is chosen', async () => {
		const { url, items } = await trigger();
		const shipment = { id: 'S-1', lines: [{ meta: old }], meta: { lastUpdatedAt: 'later' } };
		await send(url, { eventName: 'ShipmentApprovedByBuyer', shipment });
		expect(items).toMatchObject([{ shipment }]);
	});
});

test('answers 503 when the credential cannot be read', async () => {
	const workflow = workflowOf('tradecloudTrigger', {}, 'a deleted credential');
	const server = await startWebhookServer(setting.engine, workflow);
	servers.push(server);
	expect(await send(server.url, anEvent())).toMatchObject({ attempts: [{ status: 503 }] });
});
