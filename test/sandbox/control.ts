/** `/sandbox`: steers a sandbox from curl and from other processes. */
import express, { type Request, type Router } from 'express';
import type { Sandbox } from './contract';
import type { FaultQueue } from './http/faults';
import { pauseUntil } from './http/pause';
import { found, isObject, pathPart } from './http/routing';
import { faultOf, subscriptionOf, webhookCallOf } from './controlBodies';
import { helpText } from './help';
import { purchaseOrderOf } from './v1/shape';

/** The routes that steer the sandbox; they are neither recorded, limited nor subject to faults. */
export function control(sandbox: Sandbox, faults: FaultQueue): Router {
	const router = express.Router();
	router.use(express.json({ limit: '20mb' }));
	router.get('/', (_request, response) => {
		const { url, v1, v2, users } = sandbox;
		response.json({ url, v1, v2, users, help: helpText(sandbox).split('\n') });
	});
	router.post('/faults', (request, response) => {
		faults.add(faultOf(request.body));
		response.json({ ok: true });
	});
	router.delete('/faults', (_request, response) => {
		faults.clear();
		response.json({ ok: true });
	});
	router.post('/expire-tokens', (_request, response) => {
		sandbox.expireTokens();
		response.json({ ok: true });
	});
	router.post('/reset', (_request, response) => {
		sandbox.reset();
		response.json({ ok: true });
	});
	router.get('/calls', (_request, response) => void response.json(sandbox.calls));
	router.get('/logins', (_request, response) => void response.json({ logins: sandbox.logins() }));
	router.use(contents(sandbox));
	router.use(received(sandbox));
	router.use(webhooks(sandbox));
	router.use(subscriptions(sandbox));
	return router;
}

/** Orders and shipments: ids, one of them, and a change that polls and events will show. */
function contents({ orders, shipments }: Sandbox): Router {
	const router = express.Router();
	const orderOf = (request: Request) => found(orders.get(pathPart(request, 'orderId')), 'Order');
	router.get('/orders', (_request, response) => {
		response.json(orders.list().map(({ id }) => id));
	});
	router.get('/orders/:orderId', (request, response) => void response.json(orderOf(request)));
	router.get('/orders/:orderId/v1', (request, response) => {
		const order = orderOf(request);
		response.json(purchaseOrderOf(order, orders.legacyId(order.id)));
	});
	router.post('/orders/:orderId/touch', (request, response) => {
		const body: unknown = request.body;
		const positions = isObject(body) && Array.isArray(body.positions) ? body.positions : undefined;
		response.json(orders.touch(orderOf(request).id, positions?.map(String)));
	});
	router.get('/shipments', (_request, response) => {
		response.json(shipments.list().map(({ id }) => id));
	});
	router.get('/shipments/:shipmentId', (request, response) => {
		response.json(found(shipments.get(pathPart(request, 'shipmentId')), 'Shipment'));
	});
	return router;
}

/** What was sent to the sandbox: forecasts, and documents with their size and SHA-256. */
function received({ forecasts, documents }: Sandbox): Router {
	const router = express.Router();
	router.get('/forecasts', (_request, response) => void response.json(forecasts));
	router.get('/documents', async (_request, response) => {
		const rows = documents.list().map(async ({ id, filename, contentType, size, sha256 }) => {
			return { id, filename, contentType, size, sha256: await sha256() };
		});
		response.json(await Promise.all(rows));
	});
	return router;
}

/** Who is told of every change that comes through the API. */
function subscriptions({ webhooks: { subscriptions } }: Sandbox): Router {
	const router = express.Router();
	router.get('/subscriptions', (_request, response) => {
		response.json(subscriptions.list());
	});
	router.post('/subscriptions', (request, response) => {
		const { webhook, ...subscription } = subscriptionOf(request.body);
		response.status(201).json({ id: subscriptions.add(webhook, subscription) });
	});
	router.delete('/subscriptions/:id', (request, response) => {
		found(subscriptions.remove(pathPart(request, 'id')) || undefined, 'Subscription');
		response.json({ ok: true });
	});
	return router;
}

/** Sends a webhook and answers with its delivery: once done, or as it is after `waitMs`. */
function webhooks(sandbox: Sandbox): Router {
	const router = express.Router();
	router.get('/webhooks', (_request, response) => {
		response.json(
			sandbox.webhooks.deliveries.map(({ outcome, attempts }) => ({ outcome, attempts })),
		);
	});
	router.post('/webhooks', async (request, response) => {
		const call = webhookCallOf(sandbox, request.body);
		void sandbox.webhooks.send(call.webhook, call.message, call);
		const delivery = sandbox.webhooks.deliveries.at(-1);
		const timer = new AbortController();
		await Promise.race([delivery?.done, pauseUntil(timer.signal)(call.waitMs)]);
		timer.abort();
		response.json({ outcome: delivery?.outcome, attempts: delivery?.attempts });
	});
	return router;
}
