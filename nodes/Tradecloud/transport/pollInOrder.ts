/** Reads what has changed page by page, the earliest change first, and proves on the way that it comes so. */
import type { IDataObject } from 'n8n-workflow';

import { lastUpdatedAt } from '../model/order';
import { beginning, isLater, justBefore } from '../model/timeStamp';
import { Found, isAscending, thingId, timeOf } from './found';
import { pageSize } from './pages';
import { readPage, type Poll } from './pollPage';
import type { Caller } from './caller';

/** So often another thing may stand where the last page ended, before things are taken to have no order. */
const mostRestarts = 3;

/**
 * Reads until there is no more, or enough is found.
 *
 * That the earliest change comes first stood in the manual until June 2025. Guess: it does today. If not,
 * nothing is lost: it shows within a page, and from page to page in the totals, since what was passed
 * over is missing in the next one.
 *
 * No change can make it skip a thing: each page begins anew a moment before the end of the last one.
 * Only where a page is full of one time stamp does the offset count on, with an overlap of one thing: if
 * something else stands there, what was before it has moved, and the time stamp is read from its start.
 * What has no order within a time stamp shows by what is missing in the end; what ignores the offset, by a
 * page that brings nothing new, which would be followed by the like without end.
 *
 * @param limit of a page
 * @returns what was found, whether there was nothing behind it, and how many things there must be at least after a
 *   time stamp within the last page; undefined when things do not come in the order of their changes
 */
export async function readInOrder(
	caller: Caller,
	poll: Poll,
	isEnough: (found: Found) => boolean,
	limit = pageSize,
) {
	const found = new Found(poll);
	let [after, least] = [poll.lastUpdatedAfter ?? beginning, 0];
	let times = new Map<string, number>();
	let overlap: string | undefined;
	for (let [offset, restarts] = [0, 0]; ;) {
		const page = await readPage(caller, poll, { lastUpdatedAfter: after, offset, limit });
		const { data, total = -1 } = page;
		if (total < least) return undefined;
		if (overlap !== undefined && stateOf(data[0]) !== overlap) {
			if (++restarts > mostRestarts) return undefined;
			[offset, overlap, times] = [0, undefined, new Map<string, number>()];
			continue;
		}
		const isLast = offset + data.length >= total;
		const isAlone = isLast && offset === 0;
		const seenBefore = times.size;
		for (const thing of data) times.set(thingId(thing), timeOf(thing));
		const isSound = isLast ? times.size >= total : times.size > seenBefore;
		if (!isAlone && !(isSound && isAscending(data))) return undefined;
		found.add(page);
		const leastAfter = (stamp: string) => total - countUntil(stamp, times);
		if (isLast) found.end(page);
		if (isLast || isEnough(found)) return { found, isWhole: isLast, leastAfter };
		const next = justBefore(lastUpdatedAt(data.at(-1)));
		if (isLater(next, after)) {
			[after, least, times] = [next, leastAfter(next), new Map<string, number>()];
			[offset, overlap] = [0, undefined];
		} else {
			overlap = data.length > 1 ? stateOf(data.at(-1)) : undefined;
			offset += Math.max(1, data.length - 1);
		}
	}
}

function countUntil(stamp: string, times: Map<string, number>): number {
	return [...times.values()].filter((time) => time <= Date.parse(stamp)).length;
}

function stateOf(thing: IDataObject = {}): string {
	return `${thingId(thing)} ${lastUpdatedAt(thing) ?? ''}`;
}
