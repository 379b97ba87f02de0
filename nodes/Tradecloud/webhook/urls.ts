/** The three URLs of the trigger: today's webhook of Tradecloud (POST) and its original one (GET, two forms). */
import { webhookDescriptionFields } from 'n8n-workflow';
import type {
	IHttpRequestMethods,
	IWebhookDescription,
	WebhookDescriptionField,
} from 'n8n-workflow';

type ResponseField = 'responseMode' | 'responseData';

/** How n8n is to answer, as the parameter 'Respond' has it. */
const response: Record<ResponseField, WebhookDescriptionField> = {
	responseMode: {
		template: '={{ $parameter["responseMode"] }}',
		resolve: ({ responseMode }) => responseMode,
	},
	responseData: {
		template: '={{ $parameter["responseMode"] === "onReceived" ? "noData" : "firstEntryJson" }}',
		resolve: ({ responseMode }) => (responseMode === 'onReceived' ? 'noData' : 'firstEntryJson'),
	},
};

/** For each call n8n evaluates these fields: as expressions, where it cannot resolve them itself as n8n 2 can. */
const responseFields: Record<ResponseField, string> =
	typeof webhookDescriptionFields === 'function'
		? webhookDescriptionFields(response)
		: {
				responseMode: response.responseMode.template,
				responseData: response.responseData.template,
			};

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
		...responseFields,
	};
}
