/**
 * The credential of the trigger, used again for a moment. n8n starts an expression sandbox whenever a
 * trigger reads a credential, which costs as much as the rest of a call, and calls come in bursts.
 */
import type { IWebhookFunctions } from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';
import { Memory } from '../model/memory';
import { SharedRuns } from './sharedRuns';

/** What is being read, or was read a moment ago. For so long a secret that was changed may go on being accepted. */
const recent = new Memory<Promise<TradecloudCredential>>({ lifeMilliseconds: 2_000, cap: 1_000 });

const readings = new SharedRuns<TradecloudCredential>();

/** The credential as it was read for another call a moment ago, if any was. */
export async function recentCredential(
	context: IWebhookFunctions,
): Promise<TradecloudCredential | undefined> {
	return await recent.get(credentialKey(context));
}

/** The credential as it is now. However many calls ask for it, it is read by one of them at a time. */
export async function currentCredential(context: IWebhookFunctions): Promise<TradecloudCredential> {
	const key = credentialKey(context);
	return await readings.run(key, async () => {
		const reading = context.getCredentials<TradecloudCredential>(credentialName);
		recent.set(key, reading);
		reading.catch(() => recent.delete(key));
		return await reading;
	});
}

/** Which credential it is. In another workflow its expressions may give something else. */
export function credentialKey(context: IWebhookFunctions): string {
	return `${context.getWorkflow().id} ${context.getNode().credentials?.[credentialName]?.id}`;
}
