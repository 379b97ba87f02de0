/** The polling trigger, as n8n loads it. */
import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';

import { searchCompanies } from './methods/companies';
import { parameters } from './polling/parameters';
import { poll } from './polling/poll';

/** The polling trigger, for an n8n that Tradecloud cannot call: it asks Tradecloud what has changed. */
export class TradecloudPollTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tradecloud Poll Trigger',
		name: 'tradecloudPollTrigger',
		icon: { light: 'file:tradecloud.svg', dark: 'file:tradecloud.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: '={{ $parameter["resource"] }}',
		description:
			'Starts the workflow with new and changed orders or shipments where Tradecloud cannot call n8n: it asks every few minutes',
		eventTriggerDescription: '',
		defaults: { name: 'Tradecloud Poll Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'tradecloudApi', required: true }],
		properties: parameters,
	};

	methods = { listSearch: { searchCompanies } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
