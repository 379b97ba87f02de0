/** A workflow that polls changed orders, and how its tests tell one change from another. */
import type { CredentialReference, WorkflowToImport } from '../../../tools/n8n-session';
import { noOperation, workflowOf } from './installation';

export const pollTrigger = 'Tradecloud Poll Trigger';

/** It polls when it is published, and then once a minute, as often as n8n lets it. */
export function changedOrders(
	tradecloudApi: CredentialReference,
	startFrom: 'everything' | 'now',
): WorkflowToImport {
	return workflowOf('Changed orders', [
		{
			name: pollTrigger,
			type: 'n8n-nodes-tradecloud.tradecloudPollTrigger',
			typeVersion: 1,
			parameters: { startFrom, pollTimes: { item: [{ mode: 'everyMinute' }] } },
			credentials: { tradecloudApi },
		},
		noOperation,
	]);
}

/** Which order, and in which state. */
export function changeOf({ id, lastUpdatedAt }: { id?: unknown; lastUpdatedAt?: unknown }): string {
	return `${id as string} ${lastUpdatedAt as string}`;
}
