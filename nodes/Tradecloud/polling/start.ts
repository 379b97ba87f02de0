/** Where a trigger begins, and what it shows in the editor. */
import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { timeStamp } from '../actions/parameters';
import { lastUpdatedAt } from '../model/order';
import { beginning, justBefore } from '../model/timeStamp';
import { nextChanges } from '../transport/poll';
import { emittedOf, pollOf, type PollCaller } from './choice';
import { behind, positionAt, type Position } from './position';

/** The position of a trigger that begins. */
export async function startOf(caller: PollCaller): Promise<Position> {
	const { context } = caller;
	switch (context.getNodeParameter('startFrom')) {
		case 'everything':
			return positionAt(beginning);
		case 'date':
			return positionAt(startDate(context));
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

/** Behind the last change by Tradecloud's own time stamp; a time long ago where nothing has changed since. */
async function lastChange(caller: PollCaller): Promise<Position> {
	const poll = pollOf(caller.context);
	for (const lastUpdatedAfter of lookBackHours.map(hoursAgo)) {
		const changes = await nextChanges(caller, { ...poll, lastUpdatedAfter }, Infinity);
		if (changes.latest !== undefined) return behind(positionAt(lastUpdatedAfter), changes);
	}
	return positionAt(hoursAgo(Math.max(...lookBackHours)));
}

/** For a test in the editor: the last change of those chosen, or, where it is long ago, the first one. */
export async function exampleOf(caller: PollCaller): Promise<IDataObject> {
	const { context } = caller;
	const poll = pollOf(context);
	const changesAfter = async (lastUpdatedAfter: string, limit: number) => {
		const { things } = await nextChanges(caller, { ...poll, lastUpdatedAfter }, limit);
		return emittedOf(context, things, (thing) => justBefore(lastUpdatedAt(thing)));
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
