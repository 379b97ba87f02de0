/**
 * Which messages started the workflow before. The process remembers them, also those that it is working on; for the
 * time after a restart, and for other processes, n8n's static data hold them as well. Those are one object for the
 * whole workflow, written back as whoever changes it has read it, so calls and other triggers erase what the others
 * wrote meanwhile. So each call writes all that its process knows; what is erased nevertheless is a repetition that
 * goes unnoticed after a restart.
 */
import { sleep } from 'n8n-workflow';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { Memory } from '../model/memory';

/** Of each trigger. */
const mostRemembered = 1_000;

/** Tradecloud's are UUIDs. A longer one is not remembered, so that nobody can fill the memory. */
const longestId = 100;

interface Start {
	/** Whether the call with the message started the workflow, which is known when it is answered. */
	succeeds: Promise<boolean>;
	hasSucceeded: boolean;
}

/** The messages of each trigger, the oldest first. Tradecloud repeats one without end, but ever more rarely. */
const triggers = new Memory<Map<string, Start>>({
	lifeMilliseconds: 7 * 24 * 3_600_000,
	cap: 1_000,
});

/**
 * Whether a message started the workflow before. If not, it counts as one that did from now on, unless
 * this call is answered otherwise than by 2xx.
 *
 * @param answered the status of the answer to this call
 */
export async function startedBefore(
	context: IWebhookFunctions,
	messageId: string,
	answered: Promise<number>,
): Promise<boolean> {
	if (messageId.length > longestId) return false;
	const starts = startsOf(context);
	for (let earlier; (earlier = starts.get(messageId));) if (await earlier.succeeds) return true;
	if (messageIdsIn(context.getWorkflowStaticData('node')).includes(messageId)) return true;
	const start = { succeeds: answered.then(isSuccess), hasSucceeded: false };
	starts.set(messageId, start);
	const [oldest] = starts.keys();
	if (starts.size > mostRemembered) starts.delete(oldest);
	void start.succeeds.then((succeeds) => {
		start.hasSucceeded = succeeds;
		if (!succeeds) starts.delete(messageId);
	});
	return false;
}

/** Puts what the process remembers, and messages that are about to start the workflow, into the static data. */
export function remember(context: IWebhookFunctions, messageIds: string[]): void {
	const starting = messageIds.filter(({ length }) => length <= longestId);
	if (starting.length === 0) return;
	const staticData = context.getWorkflowStaticData('node');
	const put = () => {
		const started = [...startsOf(context)].filter(([, { hasSucceeded }]) => hasSucceeded);
		const known = [...messageIdsIn(staticData), ...started.map(([id]) => id), ...starting];
		staticData.messageIds = [...new Set(known)].slice(-mostRemembered);
	};
	put();
	// n8n 2.41 makes a second workflow of the same static data while it stores the execution, which
	// marks them as unchanged, and would then not save them. It saves before it answers.
	void sleep(0).then(put);
}

function startsOf(context: IWebhookFunctions): Map<string, Start> {
	const trigger = `${context.getWorkflow().id} ${context.getNode().id}`;
	const starts = triggers.get(trigger) ?? new Map<string, Start>();
	triggers.set(trigger, starts);
	return starts;
}

function isSuccess(status: number): boolean {
	return status < 300;
}

function messageIdsIn({ messageIds }: IDataObject): string[] {
	return Array.isArray(messageIds) ? (messageIds as string[]) : [];
}
