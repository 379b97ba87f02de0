/** What a call of Tradecloud means: from its parts to the event, and to the item that the trigger emits. */
import type { IDataObject } from 'n8n-workflow';

import { changedLinesOf, linesNamedBy } from '../model/changedLines';
import { purchaseOrderNumberOf, textAt, withoutUndefined, type Order } from '../model/order';
import { RefusedCall } from './answer';
import type { Body } from './body';
import { readXml } from './xml';

/** The parts of a call that mean something, as n8n hands them over. */
export interface WebhookCall extends Body {
	method: string;
	params: unknown;
	query: unknown;
}

/** What the trigger goes by; of a GET the ids alone. Whatever else stands in a call means nothing to it. */
export interface Event {
	orderId?: string;
	shipmentId?: string;
	purchaseOrderNumber?: string;
	eventName?: string;
	messageId?: string;
}

/** What holds an event in the body, and its id there (manual: api/webhook-vs-polling.md). */
const idFields = {
	orderEvent: 'orderId',
	singleDeliveryOrderEvent: 'orderId',
	orderDocumentsEvent: 'orderId',
	shipment: 'id',
};

/**
 * The event of a call, and the item that holds it.
 *
 * @throws RefusedCall 400 for a GET without an id and a POST without an event: such a call will never be right
 */
export function readCall(call: WebhookCall): { event: Event; item: IDataObject } {
	return call.method === 'GET' ? readGet(call) : readPost(call);
}

/** GET, the original webhook: Tradecloud has put an id into the URL, in the path or in the query. */
function readGet({ params, query, value, xml }: WebhookCall): { event: Event; item: IDataObject } {
	const orderId = idIn(params, 'orderId') ?? idIn(query, 'orderId');
	const shipmentId = idIn(query, 'shipmentId');
	if (orderId === undefined && shipmentId === undefined) {
		throw refusal(
			'This call holds no order id and no shipment id. The URL in the Tradecloud portal must contain {orderId} or {shipmentId}.',
		);
	}
	const event = withoutUndefined({
		orderId,
		shipmentId,
		purchaseOrderNumber: orderId && purchaseOrderNumberOf(orderId),
	});
	return {
		event,
		item: isEmpty(value) ? { ...event } : { ...event, body: xml ?? (value as IDataObject) },
	};
}

function idIn(values: unknown, name: 'orderId' | 'shipmentId'): string | undefined {
	const value = (values as Record<string, unknown> | undefined)?.[name];
	if (value === undefined || value === '') return undefined;
	if (typeof value !== 'string') {
		throw refusal(`This call holds '${name}' more than once. The URL may contain it only once.`);
	}
	if (isId(value) && !placeholder.test(value)) return value;
	throw refusal(
		`This call holds '${value.slice(0, 100)}' in place of an id. In the Tradecloud portal, write {${name}} there: Tradecloud puts the id in its place when it calls.`,
	);
}

/** How people and editors write "here belongs the id": `:orderId`, `{{orderId}}`, `${orderId}`, `<order-id>`, `{id}`. */
const placeholder = /^(?:[\W_]*(?:order|shipment)[ _-]?id[\W_]*|:\w+|[$%]?\{.*\}|%7b.*%7d)$/is;

/** Blanks name nothing, and URLs resolve the two others, even when they are encoded. */
function isId(text: string): boolean {
	return text.trim() !== '' && text !== '.' && text !== '..';
}

/**
 * POST, today's webhook: the body is the event, and passes through untouched. Tradecloud may add kinds of events
 * (manual: api/compatibility.md) and never sends again what was refused, so an event needs no more than its name.
 */
function readPost({ value, xml }: WebhookCall): { event: Event; item: IDataObject } {
	const event = withoutUndefined(eventIn(xml === undefined ? value : readXml(xml)));
	if (event.eventName === undefined) {
		throw refusal("This body is not an event of Tradecloud: it holds no 'eventName'.");
	}
	const body = xml === undefined ? (value as IDataObject) : { xml };
	// Before the body, the event's fields are the first that the user sees; behind it, they count.
	return { event, item: { ...event, ...body, ...event } };
}

/** An event of today tells its id itself. One that Tradecloud may add is searched for an id that is called as theirs. */
function eventIn(body: unknown): Event {
	const read = (...path: string[]) => textAt(body, ...path);
	const readId = (...path: string[]) => {
		const id = read(...path);
		return id !== undefined && isId(id) ? id : undefined;
	};
	const known = Object.entries(idFields).find((path) => readId(...path) !== undefined)?.[0];
	const names = typeof body === 'object' && body !== null ? Object.keys(body) : [];
	const container = known ?? names.find((name) => readId(name, 'orderId') !== undefined) ?? '';
	const orderId = readId(container, 'orderId') ?? (known ? undefined : readId('orderId'));
	return {
		orderId,
		shipmentId: readId('shipment', 'id') ?? (known ? undefined : readId('shipmentId')),
		purchaseOrderNumber:
			read(container, 'buyerOrder', 'purchaseOrderNumber') ??
			(orderId && purchaseOrderNumberOf(orderId)),
		eventName: read('eventName'),
		messageId: read('meta', 'messageId') ?? read(container, 'meta', 'messageId'),
	};
}

function refusal(message: string): RefusedCall {
	return new RefusedCall({ status: 400, message });
}

/**
 * An item with only the lines that changed, of its shipment and of the order that was fetched for it. An
 * order event holds no others by itself. Of tXML the lines are not read, so its order keeps all.
 */
export function withChangedLines(item: IDataObject, order?: Order): IDataObject {
	const { shipment } = item;
	const event = Object.keys(idFields).find((name) => name !== 'shipment' && item[name]);
	return {
		...item,
		...(isObject(shipment) && { shipment: changedLinesOf(shipment) }),
		...(order && { order: event ? linesNamedBy(item[event], order) : order }),
	};
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(body: unknown): boolean {
	return (
		body === undefined ||
		body === null ||
		body === '' ||
		(typeof body === 'object' && Object.keys(body).length === 0)
	);
}
