/** The three URLs of the trigger: today's webhook of Tradecloud (POST) and its original one (GET, two forms). */
import { webhookDescriptionFields } from 'n8n-workflow';
import type { IHttpRequestMethods, IWebhookDescription } from 'n8n-workflow';

const template = '={{ $parameter["responseMode"] }}';

/** For each call n8n evaluates it: as an expression, where it cannot resolve it itself as n8n 2 can. */
const responseMode: { responseMode: string } =
	typeof webhookDescriptionFields === 'function'
		? webhookDescriptionFields({
				responseMode: { template, resolve: (parameters) => parameters.responseMode },
			})
		: { responseMode: template };

/**
 * Each path holds the webhook id of its node, which no other node has: n8n keys webhooks by path and
 * method, so a path without it would serve one workflow alone (n8n issues 21708 and 26333). With
 * `isFullPath` n8n puts no webhook id of its own before it, except before a path with a parameter,
 * which it looks up by that id: there it stands twice in the URL.
 */
export const webhooks: IWebhookDescription[] = [
	webhook('POST', ''),
	webhook('GET', '={{ $webhookId }}/:orderId'),
	webhook('GET', ''),
];

function webhook(httpMethod: IHttpRequestMethods, path: string): IWebhookDescription {
	return {
		name: 'default',
		httpMethod,
		path,
		isFullPath: true,
		...responseMode,
		// Tradecloud is told nothing of what the workflow makes. And n8n answers without data also where the
		// workflow ends without an item.
		responseData: 'noData',
	};
}
