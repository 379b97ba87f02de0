/** A sandbox, and an endpoint that is told of every change in it. */
import {
	orderIdOf,
	startSandbox,
	type Order,
	type OrderLine,
	type Sandbox,
	type SubscriptionKind,
	type User,
} from '../../../sandbox';
import { basic, post, type Answer } from '../../../sandbox/client';
import { exampleOrder } from '../../../sandbox/data/examples';
import { startReceiver } from '../../../sandbox/receiver';

/** An event as the endpoint received it. */
export interface ReceivedEvent {
	eventName: string;
	orderEvent?: Order;
	orderDocumentsEvent?: Order;
	shipment?: { id: string };
	meta: { createdDateTime: string };
}

export interface Setting {
	sandbox: Sandbox;
	/** Sends a message of `api-connector`; the sender is the buyer if not said. */
	send(path: string, body: object, user?: User): Promise<Answer>;
	/** The events since the last time this was asked, in the order in which they happened. */
	events(): Promise<ReceivedEvent[]>;
	/** The same, as `OrderLinesShippedByBuyer 10 20`: the name and the lines that it holds. */
	told(): Promise<string[]>;
	close(): Promise<unknown>;
}

const kinds: SubscriptionKind[] = ['order', 'orderDocuments', 'shipment'];

export async function startSetting(): Promise<Setting> {
	const sandbox = await startSandbox({ requestsPerSecond: 0, orders: 30 });
	const receiver = await startReceiver(200);
	const webhook = { url: receiver.url, method: 'POST', authentication: { type: 'none' } } as const;
	for (const kind of kinds) sandbox.webhooks.subscribe(webhook, { kind });
	const events = async () => {
		await sandbox.webhooks.settled();
		return receiver.received
			.splice(0)
			.map(({ body }) => JSON.parse(body) as ReceivedEvent)
			.sort((left, right) => (happened(left) < happened(right) ? -1 : 1));
	};
	return {
		sandbox,
		send: (path, body, user = sandbox.users.buyer) =>
			post(`${sandbox.v2}/api-connector${path}`, body, basic(user)),
		events,
		told: async () => (await events()).map(nameAndLines),
		close: () => Promise.all([sandbox.close(), receiver.close()]),
	};
}

/** The example order under a number of its own, sent; its events are not left over. */
export async function issued(setting: Setting, number: string): Promise<Order> {
	await setting.send('/order', orderMessage(number));
	await setting.events();
	return stored(setting, number);
}

/** The example order under another number, with other lines if given. */
export function orderMessage(purchaseOrderNumber: string, lines: object[] = exampleOrder.lines) {
	return { order: { ...exampleOrder.order, purchaseOrderNumber }, lines };
}

/** The order as the sandbox has it now. */
export function stored({ sandbox }: Setting, number: string): Order {
	const order = sandbox.orders.get(orderIdOf(number));
	if (!order) throw new Error(`There is no order ${number}`);
	return order;
}

/** One of its lines. */
export function lineOf(setting: Setting, number: string, position: string): OrderLine {
	const { lines } = stored(setting, number);
	const line = lines.find(({ buyerLine }) => buyerLine.position === position);
	if (!line) throw new Error(`There is no line ${position}`);
	return line;
}

/** Webhooks are sent side by side, so that they may arrive in another order. */
function happened({ meta }: ReceivedEvent): string {
	return meta.createdDateTime;
}

function nameAndLines({ eventName, orderEvent, orderDocumentsEvent }: ReceivedEvent): string {
	const lines = (orderEvent ?? orderDocumentsEvent)?.lines ?? [];
	return [eventName, ...lines.map(({ buyerLine }) => buyerLine.position)].join(' ');
}
