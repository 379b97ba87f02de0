/** The workflows of the contestants, node by node, with the parameters that a user would choose. */
import type { INodeParameters } from 'n8n-workflow';
import { type Step, workflowOf } from '../test/e2e/harness/installation';
import type { CredentialReference, WorkflowToImport } from '../tools/n8n-session';

/** A workflow, and the path below `/webhook/` that starts it. */
export interface Flow {
	workflow: WorkflowToImport;
	path: string;
}

interface Trigger {
	step: Step;
	path: string;
}

/** A workflow of a trigger and what follows it. Its executions are not kept: that would cost all the same. */
export function flowOf({ step, path }: Trigger, ...steps: Step[]): Flow {
	const workflow = workflowOf(path, [step, ...steps]);
	const settings = { ...workflow.settings, saveDataSuccessExecution: 'none' };
	return { workflow: { ...workflow, settings }, path };
}

export function tradecloudTrigger(
	tradecloudApi: CredentialReference,
	webhookId: string,
	parameters: INodeParameters = {},
): Trigger {
	const step = {
		name: 'Tradecloud Trigger',
		type: 'n8n-nodes-tradecloud.tradecloudTrigger',
		typeVersion: 2,
		webhookId,
		credentials: { tradecloudApi },
		parameters,
	};
	return { step, path: webhookId };
}

/** The smallest trigger that n8n can load, of the folder minimal-trigger. */
export function minimalTrigger(webhookId: string): Trigger {
	const type = 'n8n-nodes-minimal-trigger.minimalTrigger';
	const step = { name: 'Minimal Trigger', type, typeVersion: 1, webhookId, parameters: {} };
	return { step, path: `${webhookId}/webhook` };
}

/** n8n's own Webhook node, with Basic authentication. */
export function webhook(
	httpBasicAuth: CredentialReference,
	path: string,
	parameters: INodeParameters = {},
): Trigger {
	const step = {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		webhookId: path,
		credentials: { httpBasicAuth },
		parameters: { httpMethod: 'POST', path, authentication: 'basicAuth', ...parameters },
	};
	return { step, path };
}

/** The Tradecloud node. */
export function tradecloud(tradecloudApi: CredentialReference, parameters: INodeParameters): Step {
	return {
		name: 'Tradecloud',
		type: 'n8n-nodes-tradecloud.tradecloud',
		typeVersion: 1,
		credentials: { tradecloudApi },
		parameters,
	};
}

/** n8n's own HTTP Request node, which polls orders with Basic authentication. */
export function pollByRequest(
	httpBasicAuth: CredentialReference,
	apiUrl: string,
	jsonBody: string,
	options: INodeParameters = {},
): Step {
	return {
		name: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.5,
		credentials: { httpBasicAuth },
		parameters: {
			method: 'POST',
			url: `${apiUrl}/order-search/poll`,
			authentication: 'genericCredentialType',
			genericAuthType: 'httpBasicAuth',
			sendBody: true,
			specifyBody: 'json',
			jsonBody,
			options,
		},
	};
}

/** Makes an item of each order of the pages. */
export const splitOut: Step = {
	name: 'Split Out',
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	parameters: { fieldToSplitOut: 'data', options: {} },
};
