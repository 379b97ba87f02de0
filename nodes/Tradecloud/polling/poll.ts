/** One poll: from the position kept to what has changed since. */
import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { timeStamp } from '../actions/parameters';
import { credentialName, generations, type TradecloudCredential } from '../model/credential';
import { changedLinesSince } from '../model/changedLines';
import { lastUpdatedAt } from '../model/order';
import { beginning, justBefore } from '../model/timeStamp';
import { nextChanges } from '../transport/poll';
import type { Poll, Pollable } from '../transport/pollPage';
import { defaultPatience, type Caller } from '../transport/caller';
import { withoutOwnRequests, type Skipped } from './ownRequests';
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
	if (position.lastUpdatedAfter === undefined) {
		const start = await startOf(caller);
		position.start(start.position, start.things);
	}
	const { lastUpdatedAfter, linesAfter = beginning } = position;
	const poll = { ...choiceOf(context), lastUpdatedAfter };
	const { things, position: next, isWhole } = await nextChanges(caller, poll, emittedAtOnce);
	const unread = things.filter((thing) => !position.knows(thing));
	const changes = relevant(context, unread, () => linesAfter);
	const emits = changes.length > 0;
	if (next !== undefined) position.advance(next, { things, emits, waits: !isWhole });
	return changes;
}

/** What the position belongs to: with another choice the trigger begins anew. */
function startChoice(context: IPollFunctions): string {
	const names = ['resource', 'startFrom', 'startDate'];
	return JSON.stringify(names.map((name) => context.getNodeParameter(name, '')));
}

/** A time stamp of Tradecloud's, and what was changed until then. */
interface Start {
	position: string;
	things: IDataObject[];
}

async function startOf(caller: PollCaller): Promise<Start> {
	const { context } = caller;
	switch (context.getNodeParameter('startFrom')) {
		case 'everything':
			return { position: beginning, things: [] };
		case 'date':
			return { position: startDate(context), things: [] };
		default:
			return await lastChange(caller);
	}
}

function startDate(context: IPollFunctions): string {
	const stamp = timeStamp(context, 'Start Date', context.getNodeParameter('startDate', ''));
	if (stamp !== undefined) return stamp;
	throw new NodeOperationError(context.getNode(), "'Start Date' is empty", {
		description: "Choose a date, or another value for 'Start From'.",
	});
}

/** How far to look back for the last change: an hour, a day and 30 days. */
const lookBackHours = [1, 24, 30 * 24];

/** By this machine's clock, which only chooses where to begin to look (manual: api/polling/README.md). */
function hoursAgo(hours: number): string {
	return new Date(Date.now() - hours * 3_600_000).toISOString();
}

/** Tradecloud's own time stamp of the last change; a time long ago where nothing has changed since. */
async function lastChange(caller: PollCaller): Promise<Start> {
	const choice = choiceOf(caller.context);
	for (const lastUpdatedAfter of lookBackHours.map(hoursAgo)) {
		const poll = { ...choice, lastUpdatedAfter };
		const { position, things } = await nextChanges(caller, poll, Infinity);
		if (position !== undefined) return { position, things };
	}
	return { position: hoursAgo(Math.max(...lookBackHours)), things: [] };
}

/** For a test in the editor: the last change of those chosen, or, where it is long ago, the first one. */
async function example(caller: PollCaller): Promise<IDataObject> {
	const { context } = caller;
	const choice = choiceOf(context);
	const changesAfter = async (lastUpdatedAfter: string, limit: number) => {
		const { things } = await nextChanges(caller, { ...choice, lastUpdatedAfter }, limit);
		const after = (thing: IDataObject) => justBefore(lastUpdatedAt(thing));
		return relevant(context, things, after);
	};
	for (const lastUpdatedAfter of lookBackHours.map(hoursAgo)) {
		const thing = (await changesAfter(lastUpdatedAfter, Infinity)).at(-1);
		if (thing) return thing;
	}
	const [thing] = await changesAfter(beginning, 1);
	if (thing) return thing;
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

/** Unchanged lines are left out first, so that an order whose changed lines are all skipped is skipped as well. */
function relevant(
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

function items(things: IDataObject[]): INodeExecutionData[][] {
	return [things.map((json) => ({ json }))];
}
