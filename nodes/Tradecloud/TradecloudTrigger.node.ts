/** The webhook trigger, as n8n loads it. */
import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { triggerPanel } from './webhook/panel';
import { parameters } from './webhook/parameters';
import { receive } from './webhook/receive';
import { registration } from './webhook/registration';
import { webhooks } from './webhook/urls';

/** The webhook trigger: Tradecloud calls it because an order is new or changed. */
export class TradecloudTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tradecloud Trigger',
		name: 'tradecloudTrigger',
		icon: { light: 'file:tradecloud.svg', dark: 'file:tradecloud.dark.svg' },
		group: ['trigger'],
		// For a node of version 1 n8n evaluates an expression at each call.
		version: 2,
		subtitle:
			'={{ $parameter["triggerOn"] !== "chosenEvents" ? $parameter["triggerOn"] : (["all events", $parameter["events"][0]][$parameter["events"].length] ?? $parameter["events"].length + " events") }}',
		description:
			'Exchange purchase orders, order responses, shipments, forecasts and documents with your buyers and suppliers',
		eventTriggerDescription: 'Waiting for Tradecloud to call the test URL',
		activationMessage:
			'Tradecloud can now call the production URL. Paste it into the webhook settings of the Tradecloud portal if it is not there yet.',
		defaults: { name: 'Tradecloud Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'tradecloudApi', required: true }],
		triggerPanel,
		webhooks,
		properties: parameters,
	};

	webhookMethods = { default: registration };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
