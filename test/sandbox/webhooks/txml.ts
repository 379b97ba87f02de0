/**
 * tXML: the JSON one to one, but that a list is a repeated element in the singular
 * (manual: api/json-vs-xml.md; SDK: SendOrder/order.xml, SendOrderResponse/order-response.xml).
 */
import { Builder } from 'xml2js';
import { detached } from '../data/model';
import { isObject } from '../http/routing';

/** What the elements of a list are called. */
const elementNames: Record<string, string> = {
	lines: 'line',
	names: 'name',
	addressLines: 'addressLine',
	deliverySchedule: 'deliveryScheduleLine',
	deliveryHistory: 'deliveryHistoryLine',
	chargeLines: 'chargeLine',
	notes: 'note',
	documents: 'document',
	properties: 'property',
	labels: 'label',
	dimensions: 'dimension',
	// Guess: no sample holds this list.
	deliveryScheduleIncludingRequests: 'deliveryScheduleIncludingRequestsLine',
};

/**
 * Guess: the root of a webhook's body is shown nowhere. Messages to the API have the name of their
 * operation there (`SendOrderByBuyer`), and that of the webhook is called `webhookPost`.
 */
export const defaultRoot = 'WebhookPost';

/** The message as an XML document with this root. */
export function tXml(message: object, root: string = defaultRoot): string {
	const xml = new Builder({
		rootName: root,
		xmldec: { version: '1.0', encoding: 'UTF-8' },
		renderOpts: { pretty: false },
	});
	return xml.buildObject(withElementNames(detached(message)));
}

function withElementNames(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withElementNames);
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, part]) => [
			Array.isArray(part) ? (elementNames[name] ?? name) : name,
			withElementNames(part),
		]),
	);
}
