/** The URLs of the trigger, for today's webhook of Tradecloud (POST) and its original one (GET, two forms). */
import { webhookDescriptionFields } from 'n8n-workflow';
import type {
	IHttpRequestMethods,
	IWebhookDescription,
	WebhookDescriptionField,
} from 'n8n-workflow';

/**
 * Fields that n8n reads for each call. n8n 2 resolves them itself where the user wrote no expression into the node:
 * one costs more than the whole call. The template is for n8n 1, for nodes with expressions, and for the editor.
 */
type Fields = Record<string, WebhookDescriptionField>;

/** When n8n is to answer, as the parameter 'Respond' has it. */
const respond: Fields = {
	responseMode: {
		template: '={{ $parameter["responseMode"] }}',
		resolve: ({ responseMode }) => responseMode,
	},
};

/** What stands behind the webhook id, which a resolver does not know; n8n puts it before a path that is not full. */
const behindId = (rest: string): Fields => ({
	path: { template: `={{ $webhookId }}${rest}`, resolve: () => rest.replace('/', '') },
	isFullPath: { template: '={{ true }}', resolve: () => false },
});

/** Which URL the panel shows. Only the editor reads that. */
const shownFor = (method: 'POST' | 'GET'): Fields => ({
	ndvHideUrl: {
		template: `={{ $parameter["portalMethod"] !== "${method}" }}`,
		resolve: ({ portalMethod }) => portalMethod !== method,
	},
});
const hidden: Fields = { ndvHideUrl: { template: '={{ true }}', resolve: () => true } };

/**
 * Each path holds the webhook id of its node: n8n keys webhooks by path and method, so a path without it would serve
 * one workflow only (n8n issues 21708 and 26333). Before a path with a parameter n8n puts the id in spite of
 * `isFullPath`, and looks the path up by it: there it stands twice in the URL.
 */
export const webhooks: IWebhookDescription[] = [
	webhook('POST', shownFor('POST')),
	webhook('GET', { ...behindId('/:orderId'), ...hidden }),
	webhook('GET', hidden),
	// As the portal wants it. The editor shows a URL only of a path that n8n registers, but nobody calls this
	// one: what comes after its question mark is the query of the path before it.
	webhook('GET', { ...behindId('?orderId={orderId}'), ...shownFor('GET') }),
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
