/**
 * The credential of the trigger, kept for a moment. n8n starts an expression sandbox whenever a
 * trigger reads a credential, which costs as much as the rest of a call, and calls come in bursts.
 */
import { sleep } from 'n8n-workflow';
import type { IWebhookFunctions } from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';

/** For so long a secret that was changed in n8n may go on being accepted. */
const lifeMilliseconds = 2_000;

/** What is being read, or was read a moment ago, for each workflow and credential. */
const readings = new Map<string, Promise<TradecloudCredential>>();

/** The credential as it was read for another call a moment ago, if any was. */
export async function recentCredential(
	context: IWebhookFunctions,
): Promise<TradecloudCredential | undefined> {
	return await readings.get(keyOf(context));
}

/** The credential as it is now. */
export async function currentCredential(context: IWebhookFunctions): Promise<TradecloudCredential> {
	const key = keyOf(context);
	const reading = context.getCredentials<TradecloudCredential>(credentialName);
	const forget = () => {
		if (readings.get(key) === reading) readings.delete(key);
	};
	readings.set(key, reading);
	reading.catch(forget);
	void sleep(lifeMilliseconds).then(forget);
	return await reading;
}

function keyOf(context: IWebhookFunctions): string {
	return `${context.getWorkflow().id} ${context.getNode().credentials?.[credentialName]?.id}`;
}
