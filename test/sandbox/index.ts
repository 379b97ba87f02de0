/** Starts the stand-in for Tradecloud's hosts that tests, demo and benchmarks run against. */
import express, { type Express } from 'express';
import type { Server } from 'node:http';
import type { RecordedCall, Sandbox, SandboxOptions } from './contract';
import { control } from './control';
import { initialConnections } from './data/companies';
import { Random, StampClock } from './data/deterministic';
import { DocumentStore } from './data/documentStore';
import { seedDocuments } from './data/documents';
import { generateOrders } from './data/orders';
import { OrderStore } from './data/orderStore';
import { generateShipments } from './data/shipments';
import { ShipmentStore } from './data/shipmentStore';
import { users } from './data/users';
import { Entra } from './entra';
import { FaultQueue } from './http/faults';
import { pauseUntil } from './http/pause';
import { answerProblem, unknownPath } from './http/problem';
import { RateLimiter } from './http/rateLimit';
import { recordBody, recordCalls } from './http/record';
import { listen, portOf, stop } from './http/server';
import type { State } from './state';
import { apiV1 } from './v1';
import { apiV2 } from './v2';
import { DownloadLinks } from './v2/download';
import { bearerToken } from './v2/service';
import { Sessions } from './v2/sessions';
import { WebhookEvents } from './webhooks/events';
import { WebhookSender } from './webhooks/sender';

export type { Delays, Fault, RecordedCall, Sandbox, SandboxOptions } from './contract';
export type { Connection } from './data/companies';
export type { Content, DocumentStore, StoredDocument } from './data/documentStore';
export type { Forecast } from './data/forecast';
export type * from './data/model';
export type { OrderStore } from './data/orderStore';
export { orderIdOf, reservedNumber } from './data/orders';
export type { ShipmentStore } from './data/shipmentStore';
export {
	buyerCompanyId,
	otherBuyerCompanyId,
	supplierCompanyId,
	users,
	webhookSecrets,
	type User,
} from './data/users';
export { jwkOf, newKey, type Entra, type SigningKey, type Tenant } from './entra';
export type { OrderEventOptions } from './webhooks/events';
export type { Attempt, Delivery, SendOptions, WebhookSender } from './webhooks/sender';
export type { Change, Subscription, SubscriptionKind } from './webhooks/subscriptions';
export type { Message, Webhook } from './webhooks/webhook';

const noDelays = { login: 0, basic: 0, token: 0 };

/** Starts a sandbox of its own on 127.0.0.1; rejects where the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const closing = new AbortController();
	const { state, webhooks } = generate(options, pauseUntil(closing.signal));
	const calls: RecordedCall[] = [];
	const limiter = new RateLimiter(options.requestsPerSecond ?? 10);
	const faults = faultQueue(state);
	const app = application(state, calls, limiter, faults);
	const server = await listen(app, options.port ?? 0);
	const addresses = addressesOf(server);
	const entra = new Entra(`${addresses.url}/entra`);
	const sandbox: Sandbox = {
		...addresses,
		...holdingsOf(state),
		entra,
		calls,
		webhooks,
		fault: (fault) => faults.add(fault),
		reset: () => {
			faults.clear();
			limiter.reset();
			calls.length = 0;
		},
		close: async () => {
			closing.abort();
			webhooks.close();
			await stop(server);
			state.documents.close();
		},
	};
	app.use('/entra', recordCalls(calls), faults.befall, entra.routes());
	app.use('/sandbox', control(sandbox, faults));
	app.use(unknownPath, answerProblem);
	return sandbox;
}

function addressesOf(server: Server): Pick<Sandbox, 'url' | 'v1' | 'v2'> {
	const url = `http://127.0.0.1:${portOf(server)}`;
	return { url, v1: `${url}/api/v1`, v2: `${url}/v2` };
}

type Holdings = Pick<
	Sandbox,
	| 'users'
	| 'orders'
	| 'shipments'
	| 'documents'
	| 'forecasts'
	| 'connections'
	| 'logins'
	| 'expireTokens'
>;

/** What Tradecloud holds, as a test may look into it and change it. */
function holdingsOf({ sessions, ...state }: State): Holdings {
	const { orders, shipments, documents, forecasts, connections } = state;
	return {
		users,
		orders,
		shipments,
		documents,
		forecasts,
		connections,
		logins: () => sessions.logins(),
		expireTokens: () => sessions.revokeAll(),
	};
}

/** The stores with their content, and the sender that tells of their changes. */
function generate(
	options: SandboxOptions,
	pause: State['pause'],
): { state: State; webhooks: WebhookSender } {
	const clock = new StampClock();
	const random = new Random(20260105);
	const generated = generateOrders(options.orders ?? 25, clock, random);
	const orders = new OrderStore(generated, clock);
	const shipments = new ShipmentStore(generateShipments(generated, clock, random), clock);
	const documents = new DocumentStore();
	seedDocuments(documents, [
		...generated.flatMap((order) => order.documents),
		...shipments.list().flatMap(({ supplierShipment }) => supplierShipment.documents),
	]);
	const events = new WebhookEvents(orders, shipments);
	const webhooks = new WebhookSender(events, options.webhookBackoffMs ?? 200);
	const state: State = {
		users: Object.values(users),
		orders,
		shipments,
		documents,
		forecasts: [],
		connections: initialConnections(),
		pollOrder: options.pollOrder ?? 'ascending',
		publish: (change) => webhooks.publish(change),
		sessions: new Sessions(options.accessTokenSeconds ?? 3600),
		delays: options.delays ?? noDelays,
		pause,
	};
	return { state, webhooks };
}

function faultQueue({ pause, sessions }: State): FaultQueue {
	return new FaultQueue(pause, (authorization) =>
		sessions.revoke(bearerToken(authorization) ?? ''),
	);
}

/** The two APIs, whose calls are recorded, then pass the gates, then reach the routes. */
function application(
	state: State,
	calls: RecordedCall[],
	limiter: RateLimiter,
	faults: FaultQueue,
): Express {
	const app = express();
	app.disable('x-powered-by').disable('etag');
	const body = express.json({ limit: '20mb', strict: false });
	const record = recordCalls(calls);
	const before = [record, body, recordBody, limiter.limit, faults.befall];
	const links = new DownloadLinks();
	app.use('/api/v1', before, apiV1(state));
	app.use('/v2', before, apiV2(state, links));
	// Downloads come from another host of Tradecloud's, which its limit does not count.
	app.get('/download/:token', record, faults.befall, links.open);
	return app;
}
