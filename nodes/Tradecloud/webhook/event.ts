/** What a call of Tradecloud means: from its parts to the item that the trigger emits. */
import type { IDataObject } from 'n8n-workflow';

import { changedLinesOf, linesNamedBy } from '../model/changedLines';
import { purchaseOrderNumberOf, textAt, withoutUndefined } from '../model/order';
import { Answer } from './answer';
import { readXml } from './xml';

/** The parts of a call that mean something, as n8n hands them over. */
export interface WebhookCall {
	method: string;
	params: unknown;
	query: unknown;
	/** Not of use for XML: n8n mixes up the documents of calls that arrive at the same time. */
	body: unknown;
	/** The document as it came, when it is XML. */
	xml?: string;
}

/** What holds an event in the body, and what its id is called there (manual: api/webhook-vs-polling.md). */
const idFields = {
	orderEvent: 'orderId',
	singleDeliveryOrderEvent: 'orderId',
	orderDocumentsEvent: 'orderId',
	shipment: 'id',
};

/**
 * The item for a call.
 *
 * @throws Answer 400 for a GET without an id and a POST without an event: such a call will never be right
 */
export function itemOf(call: WebhookCall): IDataObject {
	return call.method === 'GET' ? itemOfGet(call) : itemOfPost(call);
}

/** GET, the original webhook: Tradecloud has put an id into the URL, in the path or in the query. */
function itemOfGet({ params, query, body, xml }: WebhookCall): IDataObject {
	const orderId = idIn(params, 'orderId') ?? idIn(query, 'orderId');
	const shipmentId = idIn(query, 'shipmentId');
	if (orderId === undefined && shipmentId === undefined) {
		throw new Answer(
			400,
			'This call holds no order id and no shipment id. The URL in the Tradecloud portal must contain {orderId} or {shipmentId}.',
		);
	}
	return withoutUndefined({
		orderId,
		shipmentId,
		purchaseOrderNumber: orderId && purchaseOrderNumberOf(orderId),
		body: isEmpty(body) ? undefined : (xml ?? (body as IDataObject)),
	});
}

function idIn(values: unknown, name: string): string | undefined {
	const value = (values as Record<string, unknown> | undefined)?.[name];
	if (value === undefined || value === '') return undefined;
	if (typeof value !== 'string') {
		throw new Answer(
			400,
			`This call holds '${name}' more than once. The URL may contain it only once.`,
		);
	}
	if (value === `{${name}}`) {
		throw new Answer(
			400,
			`This call holds {${name}} itself in place of an id. Tradecloud puts the id there when it calls.`,
		);
	}
	return value;
}

/**
 * POST, today's webhook: the event is in the body, all of which passes through untouched. Tradecloud may
 * add kinds of events (manual: api/compatibility.md) and would not send again what was refused, so an
 * event needs no more than its name.
 */
function itemOfPost({ body, xml }: WebhookCall): IDataObject {
	const event = withoutUndefined(eventIn(xml === undefined ? body : readXml(xml)));
	if (event.eventName === undefined) {
		throw new Answer(400, "This body is not an event of Tradecloud: it holds no 'eventName'.");
	}
	return { ...event, ...(xml === undefined ? (body as IDataObject) : { xml }), ...event };
}

interface Event {
	orderId?: string;
	shipmentId?: string;
	purchaseOrderNumber?: string;
	eventName?: string;
	messageId?: string;
}

/** An event of today tells its id itself. One that Tradecloud may add is searched for an id that is called as theirs. */
function eventIn(body: unknown): Event {
	const read = (...path: string[]) => textAt(body, ...path);
	const known = Object.entries(idFields).find((path) => read(...path) !== undefined)?.[0];
	const names = typeof body === 'object' && body !== null ? Object.keys(body) : [];
	const container = known ?? names.find((name) => read(name, 'orderId') !== undefined) ?? '';
	const orderId = read(container, 'orderId') ?? (known ? undefined : read('orderId'));
	return {
		orderId,
		shipmentId: read('shipment', 'id') ?? (known ? undefined : read('shipmentId')),
		purchaseOrderNumber:
			read(container, 'buyerOrder', 'purchaseOrderNumber') ??
			(orderId && purchaseOrderNumberOf(orderId)),
		eventName: read('eventName'),
		messageId: read('meta', 'messageId') ?? read(container, 'meta', 'messageId'),
	};
}

/**
 * An item with only the lines that changed, of its shipment and of the order that was fetched for it. An
 * order event holds no others by itself. Of tXML the lines are not read, so its order keeps all.
 */
export function withChangedLines(item: IDataObject): IDataObject {
	const { shipment, order } = item;
	const event = Object.keys(idFields).find((name) => name !== 'shipment' && item[name]);
	return {
		...item,
		...(isObject(shipment) && { shipment: changedLinesOf(shipment) }),
		...(isObject(order) && event && { order: linesNamedBy(item[event], order) }),
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
