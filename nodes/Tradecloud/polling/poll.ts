/** One poll: from the position kept to what has changed since. */
import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { timeStamp } from '../actions/many';
import { credentialName, generations, type TradecloudCredential } from '../model/credential';
import { lastUpdatedAt } from '../model/order';
import { justBefore, nextChanges } from '../transport/poll';
import { beginning, type Poll, type Pollable } from '../transport/pollPage';
import { defaultPatience, type Caller } from '../transport/request';
import { search, type Searchable } from '../transport/search';
import { withoutOwnRequests, type Requester } from './ownRequests';
import { Position } from './position';

/** As many orders as one poll emits, and a few more where they share a time stamp. The next poll goes on. */
const emittedAtOnce = 500;

/** What n8n polls now: it begins the next poll of a trigger although the last one is not done. */
const underWay = new Set<string>();

/**
 * Polls once. A poll that does not succeed emits nothing and leaves the position as it is; the first one
 * may have settled where to begin.
 *
 * @returns null when nothing has changed
 * @throws NodeApiError, NodeOperationError that say what happened and what to do
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const caller = await callerOf(context);
	if (context.getMode() === 'manual') return items([await example(caller)]);
	const trigger = `${context.getWorkflow().id} ${context.getNode().id}`;
	if (underWay.has(trigger)) return null;
	underWay.add(trigger);
	try {
		const changes = await changesSincePosition(caller);
		return changes.length > 0 ? items(changes) : null;
	} finally {
		underWay.delete(trigger);
	}
}

type PollCaller = Caller & { context: IPollFunctions };

async function callerOf(context: IPollFunctions): Promise<PollCaller> {
	const credential = await context.getCredentials<TradecloudCredential>(credentialName);
	if (credential.apiVersion === 'v1') {
		throw new NodeOperationError(
			context.getNode(),
			`Polling exists only in ${generations.v2}, and the credential is one of ${generations.v1}`,
			{ description: 'Use the Tradecloud Trigger, or another Tradecloud API credential.' },
		);
	}
	return { context, credential, patience: defaultPatience };
}

async function changesSincePosition(caller: PollCaller): Promise<IDataObject[]> {
	const { context } = caller;
	const position = new Position(context.getWorkflowStaticData('node'), startChoice(context));
	if (position.lastUpdatedAfter === undefined) position.start(await startOf(caller));
	const { lastUpdatedAfter } = position;
	const { things, position: next } = await nextChanges(
		caller,
		{ ...choiceOf(context), lastUpdatedAfter },
		emittedAtOnce,
	);
	const changes = relevant(context, things);
	if (next !== undefined) position.advance(next, changes.length > 0);
	return changes;
}

/** What the position belongs to: with another choice the trigger begins anew. */
function startChoice(context: IPollFunctions): string {
	const names = ['resource', 'startFrom', 'startDate'];
	return JSON.stringify(names.map((name) => context.getNodeParameter(name, '')));
}

async function startOf(caller: PollCaller): Promise<string> {
	const { context } = caller;
	switch (context.getNodeParameter('startFrom')) {
		case 'everything':
			return beginning;
		case 'date':
			return startDate(context);
		default:
			return (await lastChange(caller)) ?? beginning;
	}
}

function startDate(context: IPollFunctions): string {
	const stamp = timeStamp(context, 'Start Date', context.getNodeParameter('startDate', ''));
	if (stamp !== undefined) return stamp;
	throw new NodeOperationError(context.getNode(), "'Start Date' is empty", {
		description: "Choose a date, or another value for 'Start From'.",
	});
}

/** Tradecloud's own time stamp of the last change of all, since no clock is that of Tradecloud. */
async function lastChange(caller: PollCaller): Promise<string | undefined> {
	const { what } = choiceOf(caller.context);
	const searchable: Searchable = what === 'shipment' ? 'shipment' : 'order';
	const { data } = await search(caller, searchable, '', { offset: 0, limit: 1 });
	return lastUpdatedAt(data[0]);
}

/** For a test in the editor: the last change, or where that is none of those chosen, the first that is. */
async function example(caller: PollCaller): Promise<IDataObject> {
	const { context } = caller;
	for (const lastUpdatedAfter of [justBefore(await lastChange(caller)), beginning]) {
		const { things } = await nextChanges(caller, { ...choiceOf(context), lastUpdatedAfter }, 1);
		const [thing] = relevant(context, things);
		if (thing) return thing;
	}
	throw new NodeOperationError(context.getNode(), 'Tradecloud has nothing to show yet', {
		description:
			"No order or shipment matches the parameters of this node. Check 'Process Status', 'Company' and 'Skip Own Requests'.",
	});
}

function choiceOf(context: IPollFunctions): Omit<Poll, 'lastUpdatedAfter'> {
	return {
		what: context.getNodeParameter('resource') as Pollable,
		processStatus: context.getNodeParameter('processStatus', []) as string[],
		companyId: context.getNodeParameter('companyId', '', { extractValue: true }) as string,
	};
}

function relevant(context: IPollFunctions, things: IDataObject[]): IDataObject[] {
	const skipped = context.getNodeParameter('skipOwnRequests', 'none') as Requester | 'none';
	return skipped === 'none' ? things : withoutOwnRequests(things, skipped);
}

function items(things: IDataObject[]): INodeExecutionData[][] {
	return [things.map((json) => ({ json }))];
}
