/** The URLs of the trigger: today's webhook of Tradecloud (POST) and its original one (GET, two forms); and what the panel shows of them. */
import { webhookDescriptionFields } from 'n8n-workflow';
import type {
	IHttpRequestMethods,
	IWebhookDescription,
	WebhookDescriptionField,
} from 'n8n-workflow';

/**
 * Fields that n8n reads for each call. n8n 2 resolves them itself where the user wrote no expression
 * into the node, for an expression takes it an isolate of V8, which costs more than the whole call. The
 * template is for n8n 1, for nodes with expressions, and for the editor.
 */
type Fields = Record<string, WebhookDescriptionField>;

/** When n8n is to answer, as the parameter 'Respond' has it. */
const respond: Fields = {
	responseMode: {
		template: '={{ $parameter["responseMode"] }}',
		resolve: ({ responseMode }) => responseMode,
	},
};

/**
 * Where the order id stands in the path. A resolver does not know the webhook id, but n8n puts it before
 * a path that is not full: both ways the path is `<webhookId>/:orderId`.
 */
const withOrderId: Fields = {
	path: { template: '={{ $webhookId }}/:orderId', resolve: () => ':orderId' },
	isFullPath: { template: '={{ true }}', resolve: () => false },
};

/** Which URL the panel shows. Only the editor reads that. */
const shownFor = (method: 'POST' | 'GET'): Fields => ({
	ndvHideUrl: {
		template: `={{ $parameter["portalMethod"] !== "${method}" }}`,
		resolve: ({ portalMethod }) => portalMethod !== method,
	},
});
const hidden: Fields = { ndvHideUrl: { template: '={{ true }}', resolve: () => true } };

/**
 * As the portal wants it. The editor shows a URL only of a path that n8n registers, but nobody calls this
 * one: what comes after its question mark is the query of the path before it.
 */
const asInPortal: Fields = {
	path: { template: '={{ $webhookId }}?orderId={orderId}', resolve: () => '?orderId={orderId}' },
	isFullPath: { template: '={{ true }}', resolve: () => false },
};

/**
 * Each path holds the webhook id of its node, which no other node has: n8n keys webhooks by path and
 * method, so a path without it would serve one workflow alone (n8n issues 21708 and 26333). With
 * `isFullPath` n8n puts no webhook id of its own before it, except before a path with a parameter,
 * which it looks up by that id: there it stands twice in the URL.
 */
export const webhooks: IWebhookDescription[] = [
	webhook('POST', shownFor('POST')),
	webhook('GET', { ...withOrderId, ...hidden }),
	webhook('GET', hidden),
	webhook('GET', { ...asInPortal, ...shownFor('GET') }),
];

function webhook(httpMethod: IHttpRequestMethods, place: Fields = {}): IWebhookDescription {
	return {
		name: 'default',
		httpMethod,
		path: '',
		isFullPath: true,
		// Tradecloud is told nothing of what the workflow makes. And n8n answers without data also where the
		// workflow ends without an item.
		responseData: 'noData',
		...described({ ...respond, ...place }),
	};
}

/** n8n 1 knows templates only. */
function described(fields: Fields): Record<string, string> {
	if (typeof webhookDescriptionFields === 'function') return webhookDescriptionFields(fields);
	return Object.fromEntries(Object.entries(fields).map(([name, { template }]) => [name, template]));
}
