/** A webhook integration, as a company's admin types it into the portal, and the request it makes. */
import { tXml } from './txml';

export interface Webhook {
	url: string;
	method: 'GET' | 'POST';
	authentication:
		| { type: 'basic'; username: string; password: string }
		| { type: 'bearer'; token: string }
		/** Gets an access token for each message; Tradecloud does for order and document events. */
		| { type: 'oauth2'; token: () => string }
		| { type: 'none' };
	/** Of a POST, default `json`; `xml` is tXML. */
	format?: 'json' | 'xml';
	/** The root element of tXML, which is shown nowhere: a receiver must take any. */
	xmlRoot?: string;
}

/**
 * What a GET tells: the id, which replaces its literal in the URL, and whatever Tradecloud may send
 * along as a body. What a POST tells: the event, which is the body.
 */
export type Message =
	{ orderId: string; body?: object } | { shipmentId: string; body?: object } | object;

export interface WebhookRequest {
	url: string;
	headers: Record<string, string>;
	/** The body to the letter, so that a retry sends the very same. */
	body?: string;
}

/** The request that tells the message to the webhook. */
export function webhookRequest(webhook: Webhook, message: Message): WebhookRequest {
	const authorization = authorizationOf(webhook.authentication);
	const headers = { Accept: '*/*', ...(authorization && { Authorization: authorization }) };
	if (webhook.method === 'POST') return postRequest(webhook, message, headers);
	const url = fillIn(fillIn(webhook.url, 'orderId', message), 'shipmentId', message);
	if (!('body' in message) || message.body === undefined) return { url, headers };
	const body = JSON.stringify(message.body);
	return { url, headers: { ...headers, 'Content-Type': 'application/json' }, body };
}

function postRequest(
	webhook: Webhook,
	message: Message,
	headers: Record<string, string>,
): WebhookRequest {
	checkShipment(webhook, message);
	const isXml = webhook.format === 'xml';
	const contentType = isXml ? 'application/xml; charset=utf-8' : 'application/json';
	return {
		url: webhook.url,
		headers: { ...headers, 'Content-Type': contentType },
		body: isXml ? tXml(message, webhook.xmlRoot) : JSON.stringify(message),
	};
}

/**
 * The shipment webhook knows JSON only, and no OAuth (manual: api/json-vs-xml.md,
 * connectors/webhooks/portal-setup.md).
 */
function checkShipment({ format, authentication }: Webhook, message: Message): void {
	if (!('shipment' in message)) return;
	if (format === 'xml') throw new Error('Tradecloud sends shipment events as JSON only');
	if (authentication.type === 'oauth2') throw new Error('The shipment webhook has no OAuth 2.0');
}

/** Replaces `{name}` in the URL, in its path and its query alike, by the encoded id. */
function fillIn(url: string, name: 'orderId' | 'shipmentId', message: Message): string {
	const id = Object.entries(message).find(([field]) => field === name)?.[1] as unknown;
	return typeof id === 'string' ? url.replaceAll(`{${name}}`, () => encodeURIComponent(id)) : url;
}

function authorizationOf(authentication: Webhook['authentication']): string | undefined {
	if (authentication.type === 'none') return undefined;
	if (authentication.type === 'bearer') return `Bearer ${authentication.token}`;
	if (authentication.type === 'oauth2') return `Bearer ${authentication.token()}`;
	const { username, password } = authentication;
	return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
