/** Tradecloud Triggers that listen, and calls of them as Tradecloud makes them. */
import axios, { type AxiosResponse } from 'axios';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { workflowOf } from './n8n';
import { startSetting, webhookSecrets, type Setting } from './setting';
import { startWebhookServer, type WebhookServer } from './webhookServer';

export interface Given {
	parameters?: INodeParameters;
	credential?: ICredentialDataDecryptedObject;
	mode?: 'webhook' | 'manual';
}

export interface TriggerSetting extends Setting {
	/** Starts a trigger with a credential of its own. */
	trigger(given?: Given): Promise<WebhookServer>;
	/** An event of an order of the sandbox. */
	anEvent(eventName?: string): IDataObject;
	close(): Promise<void>;
}

export const auth = {
	username: webhookSecrets.webhookUsername,
	password: webhookSecrets.webhookPassword,
};

export async function startTriggerSetting(): Promise<TriggerSetting> {
	const setting = await startSetting();
	const servers: WebhookServer[] = [];
	return {
		...setting,
		async trigger({ parameters = {}, credential, mode } = {}) {
			const id = setting.credential(credential);
			const workflow = workflowOf('tradecloudTrigger', parameters, id);
			// Of its own, since what the triggers of one workflow remember is shared.
			const own = { ...workflow, id: `workflow of ${id}` };
			servers.push(await startWebhookServer(setting.engine, own, mode));
			return servers.at(-1)!;
		},
		anEvent(eventName = 'OrderLinesAcceptedBySupplier') {
			const [{ id }] = setting.sandbox.orders.list();
			return setting.sandbox.webhooks.orderEvent(id, eventName) as IDataObject;
		},
		async close() {
			await Promise.all(servers.map((server) => server.close()));
			await setting.close();
		},
	};
}

/** Calls a trigger with the right secrets. */
export async function post(
	{ url }: Pick<WebhookServer, 'url'>,
	body: unknown,
	contentType = 'application/json',
	signal?: AbortSignal,
): Promise<AxiosResponse<{ message?: string }>> {
	return await axios.post(url, body, {
		auth,
		signal,
		proxy: false,
		headers: { 'Content-Type': contentType },
		transformRequest: (data: unknown) =>
			typeof data === 'string' || Buffer.isBuffer(data) ? data : JSON.stringify(data),
		validateStatus: () => true,
	});
}
