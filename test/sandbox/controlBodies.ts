/** Checks what comes to the control API from outside before it becomes a fault or a webhook. */
import type { Fault, Sandbox } from './contract';
import { Problem } from './http/problem';
import { isObject } from './http/routing';
import type { SendOptions } from './webhooks/sender';
import type { Subscription } from './webhooks/subscriptions';
import type { Message, Webhook } from './webhooks/webhook';

type Json = Record<string, unknown>;

const faultFields: Record<keyof Fault, 'string' | 'number' | 'boolean' | 'object'> = {
	method: 'string',
	path: 'string',
	times: 'number',
	status: 'number',
	headers: 'object',
	body: 'string',
	contentType: 'string',
	delayMs: 'number',
	reset: 'boolean',
	resetMidAnswer: 'boolean',
	expireToken: 'boolean',
	after: 'boolean',
};

/** The body as a fault; answers 400 where it is none. */
export function faultOf(body: Json): Fault {
	if (!isFault(body)) throw new Problem(400, `A fault has the fields ${list(faultFields)}`);
	try {
		new RegExp(body.path ?? '');
	} catch {
		throw new Problem(400, 'path must be a regular expression');
	}
	return body;
}

function isFault(body: Json): body is Json & Fault {
	const types = new Map<string, string>(Object.entries(faultFields));
	return Object.entries(body).every(([name, value]) => types.get(name) === typeof value);
}

function list(fields: object): string {
	const names = Object.entries(fields).map(([name, type]) => `${name} (${type})`);
	return names.join(', ');
}

/** What the sender is asked to do, and how long the answer waits for it. */
export interface WebhookCall {
	webhook: Webhook;
	message: Message;
	options: SendOptions;
	waitMs: number;
}

const defaultWaitMs = 10_000;

/** The body as a call of a webhook; answers 400 where it is none, 404 for an unknown order. */
export function webhookCallOf(sandbox: Sandbox, body: Json): WebhookCall {
	const { webhook, maxAttempts, timeoutMs, waitMs } = body;
	return {
		webhook: checkedWebhook(webhook),
		message: messageOf(sandbox, checkedWebhook(webhook), body),
		options: { maxAttempts: optionalNumber(maxAttempts), timeoutMs: optionalNumber(timeoutMs) },
		waitMs: optionalNumber(waitMs) ?? defaultWaitMs,
	};
}

/** The body as a subscription; answers 400 where it is none. */
export function subscriptionOf(body: Json): { webhook: Webhook; subscription: Subscription } {
	const { webhook, kind, events, singleDelivery, company } = body;
	const isKind = kind === 'order' || kind === 'orderDocuments' || kind === 'shipment';
	if (!isKind) throw new Problem(400, 'kind must be order, orderDocuments or shipment');
	const isCompany = company === undefined || company === 'buyer' || company === 'supplier';
	if (!isCompany) throw new Problem(400, 'company must be buyer or supplier');
	const subscription: Subscription = { kind, singleDelivery: singleDelivery === true };
	if (Array.isArray(events)) subscription.events = events.map(String);
	if (company) subscription.company = company;
	return { webhook: checkedWebhook(webhook), subscription };
}

function checkedWebhook(webhook: unknown): Webhook {
	if (isWebhook(webhook)) return webhook;
	throw new Problem(400, 'webhook needs url, method (GET or POST) and authentication');
}

function isWebhook(webhook: unknown): webhook is Webhook {
	if (!isObject(webhook) || typeof webhook.url !== 'string' || !URL.canParse(webhook.url)) {
		return false;
	}
	const { method, authentication, format, xmlRoot } = webhook;
	return (
		(method === 'GET' || method === 'POST') &&
		[undefined, 'json', 'xml'].includes(format as string | undefined) &&
		['undefined', 'string'].includes(typeof xmlRoot) &&
		isAuthentication(authentication)
	);
}

function isAuthentication(authentication: unknown): boolean {
	if (!isObject(authentication)) return false;
	const { type, username, password, token } = authentication;
	if (type === 'basic') return typeof username === 'string' && typeof password === 'string';
	return type === 'none' || (type === 'bearer' && typeof token === 'string');
}

function messageOf(sandbox: Sandbox, { method }: Webhook, body: Json): Message {
	const { message, orderId, shipmentId } = body;
	if (isObject(message)) return message;
	if (typeof orderId !== 'string' && typeof shipmentId !== 'string') {
		throw new Problem(400, 'Either message, orderId or shipmentId is needed');
	}
	if (method === 'GET') return typeof orderId === 'string' ? { orderId } : { shipmentId };
	return eventOf(sandbox, body);
}

function eventOf({ webhooks }: Sandbox, body: Json): object {
	const { orderId, shipmentId, eventName, singleDelivery, positions } = body;
	if (typeof orderId !== 'string') {
		return webhooks.shipmentEvent(
			String(shipmentId),
			optionalText(eventName) ?? 'ShipmentIssuedBySupplier',
		);
	}
	const name = optionalText(eventName) ?? 'OrderIssuedByBuyer';
	if (name.startsWith('OrderDocuments')) return webhooks.orderDocumentsEvent(orderId, name);
	return webhooks.orderEvent(orderId, name, {
		singleDelivery: singleDelivery === true,
		positions: Array.isArray(positions) ? positions.map(String) : undefined,
	});
}

function optionalNumber(value: unknown): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

function optionalText(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}
