/** What the control API takes from outside, and the fault, webhook or subscription that it becomes. */
import { z } from 'zod';
import type { Fault, Sandbox } from './contract';
import { Problem } from './http/problem';
import { checked } from './v2/validation/validate';
import type { Subscription } from './webhooks/subscriptions';
import type { Message, Webhook } from './webhooks/webhook';

const texts = z.array(z.coerce.string()).optional();

function isRegularExpression(source: string): boolean {
	try {
		return new RegExp(source) instanceof RegExp;
	} catch {
		return false;
	}
}

const fault: z.ZodType<Fault> = z
	.strictObject({
		method: z.string(),
		path: z.string().refine(isRegularExpression, 'must be a regular expression'),
		times: z.number(),
		status: z.number(),
		headers: z.record(z.string()),
		body: z.string(),
		contentType: z.string(),
		delayMs: z.number(),
		reset: z.boolean(),
		resetMidAnswer: z.boolean(),
		expireToken: z.boolean(),
		after: z.boolean(),
	})
	.partial();

const webhook: z.ZodType<Webhook> = z.object({
	url: z.string().url(),
	method: z.enum(['GET', 'POST']),
	authentication: z.discriminatedUnion('type', [
		z.object({ type: z.literal('basic'), username: z.string(), password: z.string() }),
		z.object({ type: z.literal('bearer'), token: z.string() }),
		z.object({ type: z.literal('none') }),
	]),
	format: z.enum(['json', 'xml']).optional(),
	xmlRoot: z.string().optional(),
});

/** A message as it is, or what to build one about. */
const webhookCall = z.object({
	webhook,
	maxAttempts: z.number().optional(),
	timeoutMs: z.number().optional(),
	/** How long the answer waits for the delivery. */
	waitMs: z.number().default(10_000),
	message: z.object({}).passthrough().optional(),
	orderId: z.string().optional(),
	shipmentId: z.string().optional(),
	eventName: z.string().optional(),
	singleDelivery: z.boolean().optional(),
	positions: texts,
});
type WebhookCall = z.output<typeof webhookCall>;

const subscription = z.object({
	webhook,
	kind: z.enum(['order', 'orderDocuments', 'shipment']),
	events: texts,
	singleDelivery: z.boolean().optional(),
	company: z.enum(['buyer', 'supplier']).optional(),
});

/** The body as a fault; answers 400 where it is none. */
export const faultOf = (body: unknown): Fault => checked(body, fault);

/** The body as a call of a webhook, and its message; answers 400 where it is none, 404 for an unknown order. */
export function webhookCallOf(sandbox: Sandbox, body: unknown) {
	const call = checked(body, webhookCall);
	const message: Message = call.message ?? messageOf(sandbox, call);
	return { ...call, message };
}

/** The body as a subscription; answers 400 where it is none. */
export function subscriptionOf(body: unknown): Subscription & { webhook: Webhook } {
	return checked(body, subscription);
}

function messageOf({ webhooks }: Sandbox, call: WebhookCall): Message {
	const { webhook, orderId, shipmentId, eventName, singleDelivery, positions } = call;
	if (orderId === undefined && shipmentId === undefined) {
		throw new Problem(400, 'Either message, orderId or shipmentId is needed');
	}
	if (webhook.method === 'GET') return orderId === undefined ? { shipmentId } : { orderId };
	if (orderId === undefined) {
		return webhooks.shipmentEvent(shipmentId!, eventName ?? 'ShipmentIssuedBySupplier');
	}
	if (eventName?.startsWith('OrderDocuments')) {
		return webhooks.orderDocumentsEvent(orderId, eventName);
	}
	return webhooks.orderEvent(orderId, eventName ?? 'OrderIssuedByBuyer', {
		singleDelivery,
		positions,
	});
}
