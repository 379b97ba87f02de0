/** What the user chose: as whom to ask Tradecloud, what for, and what of it is emitted. */
import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { changedLinesSince } from '../model/changedLines';
import { credentialName, generations, type TradecloudCredential } from '../model/credential';
import type { Poll, Pollable } from '../transport/pollPage';
import type { Caller, Patience } from '../transport/caller';
import { withoutOwnRequests, type Skipped } from './ownRequests';

export type PollCaller = Caller & { context: IPollFunctions };

/** @throws NodeOperationError for a credential of API v1 */
export async function callerOf(context: IPollFunctions, patience: Patience): Promise<PollCaller> {
	const credential = await context.getCredentials<TradecloudCredential>(credentialName);
	if (credential.apiVersion === 'v1') {
		throw new NodeOperationError(
			context.getNode(),
			`Polling exists only in ${generations.v2}, and the credential is one of ${generations.v1}`,
			{ description: 'Use the Tradecloud Trigger, or another Tradecloud API credential.' },
		);
	}
	return { context, credential, patience };
}

/** What to ask for. */
export function pollOf(context: IPollFunctions): Poll {
	return {
		what: context.getNodeParameter('resource') as Pollable,
		processStatus: context.getNodeParameter('processStatus', []) as string[],
		companyId: context.getNodeParameter('companyId', '', { extractValue: true }) as string,
	};
}

/**
 * What is emitted of what was read. Unchanged lines are left out first, so that an order whose changed
 * lines are all skipped is skipped as well.
 *
 * @param linesAfter after what a line of a thing counts as changed
 */
export function emittedOf(
	context: IPollFunctions,
	things: IDataObject[],
	linesAfter: (thing: IDataObject) => string,
): IDataObject[] {
	const changed = context.getNodeParameter('changedLinesOnly', false)
		? things.map((thing) => changedLinesSince(thing, linesAfter(thing)))
		: things;
	const skipped = context.getNodeParameter('skipOwnRequests', 'none') as Skipped | 'none';
	return skipped === 'none' ? changed : withoutOwnRequests(changed, skipped);
}
