/** Reads all that has changed, whatever the order in which Tradecloud lists it and although more changes meanwhile. */
import { NodeOperationError } from 'n8n-workflow';

import { support } from '../model/support';
import { beginning, justBefore } from '../model/timeStamp';
import { Found, thingId } from './found';
import { pageSize } from './pages';
import { readPage, polls, type Poll } from './pollPage';
import type { Caller } from './caller';

/** How many passes to make, and how often within a pass a page may not join or bring nothing new. */
const mostPasses = 5;
const mostStumbles = 5;

/**
 * Reads all pages by offset, pass by pass, until a single page shows all there is, or a pass nothing new. While
 * several pages are read, things may change unseen: but only after the first one was answered, and the next
 * pass reads whatever is as late as that.
 *
 * @throws NodeOperationError when the list does not hold still, or ends before its total
 */
export async function readInAnyOrder(caller: Caller, poll: Poll): Promise<Found> {
	const found = new Found(poll);
	let after = poll.lastUpdatedAfter ?? beginning;
	for (let passes = 0; passes < mostPasses; passes++) {
		const { latestAtStart, isWhole, isLast } = await pass(caller, poll, after, found);
		if (isLast) return found;
		if (isWhole) after = justBefore(latestAtStart);
	}
	throw new NodeOperationError(
		caller.context.getNode(),
		`Tradecloud did not list all ${polls[poll.what].subject} that have changed`,
		{
			description: `Its list changes while it is read, or ends too early. Run the workflow again; polling begins at the same place, so nothing is lost. If this comes again, narrow down what is read, for example by company or a later date, and ask ${support}.`,
			itemIndex: caller.itemIndex,
		},
	);
}

/**
 * Each page begins with the last thing of the page before. If it begins with one not seen yet, what was
 * before it has moved forward, and the page before is read again.
 *
 * @returns the latest time stamp that was seen when the first page had come; whether all pages joined, and held as
 *   many things as their total says; and whether nothing can have changed unseen: it was a single page, or showed
 *   nothing new
 */
async function pass(caller: Caller, poll: Poll, after: string, found: Found) {
	const seen = new Set<string>();
	let latestAtStart: string | undefined;
	let leastTotal = Infinity;
	let isNews = false;
	for (let [offset, stumbles] = [0, 0]; ;) {
		const place = { lastUpdatedAfter: after, offset, limit: pageSize };
		const page = await readPage(caller, poll, place);
		const { data, total = 0 } = page;
		const isFirst = leastTotal === Infinity;
		const joins = offset === 0 || (data.length > 0 && seen.has(thingId(data[0])));
		const seenBefore = seen.size;
		for (const thing of data) seen.add(thingId(thing));
		isNews = found.add(page) || isNews;
		leastTotal = Math.min(leastTotal, total);
		if (isFirst) latestAtStart = found.latest;
		const isEnd = data.length < pageSize && offset + data.length >= total;
		if (joins && isEnd) {
			if (isFirst) found.end(page);
			const isWhole = seen.size >= leastTotal;
			return { latestAtStart, isWhole, isLast: isFirst || (isWhole && !isNews) };
		}
		if ((!joins || seen.size === seenBefore) && ++stumbles > mostStumbles) {
			return { latestAtStart, isWhole: false, isLast: false };
		}
		offset = joins ? offset + Math.max(1, data.length - 1) : Math.max(0, offset - pageSize);
	}
}
