/** What has changed: all of it, or as much as is wanted at once. */
import type { IDataObject } from 'n8n-workflow';

import { lastUpdatedAt } from '../model/order';
import { timeOf, type Found } from './found';
import { readInAnyOrder } from './pollInAnyOrder';
import { readInOrder } from './pollInOrder';
import { pageSize } from './pages';
import { isChosenHere, readPage, type Poll } from './pollPage';
import type { Caller } from './caller';

/** Changes that follow one another, and how far they reach. */
export interface Changes {
	/** In the order of their changes, each in its latest state. */
	things: IDataObject[];
	/** The time stamp up to which all was read; undefined when there was nothing. */
	latest?: string;
	/** Whether there was nothing behind them. */
	isWhole: boolean;
}

/**
 * Reads until there is no more, or `limit` things were read. Each thing comes once, in its latest
 * state, in the order of the changes.
 *
 * @throws NodeOperationError when what has changed cannot be read completely
 */
export async function pollAll(
	caller: Caller,
	poll: Poll,
	limit = Infinity,
): Promise<IDataObject[]> {
	const reading = await readInOrder(
		caller,
		poll,
		({ size }) => size >= limit,
		isChosenHere(poll) ? pageSize : Math.min(pageSize, limit),
	);
	const found = reading?.found ?? (await readInAnyOrder(caller, poll));
	return found.inOrderOfChange().slice(0, limit);
}

/**
 * Reads until there is no more, or at least `limit` things were read: then all up to a time stamp
 * behind which everything can be read next. Things of one millisecond are never torn apart.
 *
 * @throws NodeOperationError when what has changed cannot be read completely
 */
export async function nextChanges(caller: Caller, poll: Poll, limit: number): Promise<Changes> {
	const isEnough = (found: Found) => {
		if (found.size < limit) return false;
		const things = found.inOrderOfChange();
		return timeOf(things[0]) !== timeOf(things.at(-1));
	};
	const reading = await readInOrder(caller, poll, isEnough);
	if (reading?.isWhole === false) {
		const { found, leastAfter } = reading;
		const all = found.inOrderOfChange();
		const things = all.filter((thing) => timeOf(thing) !== timeOf(all.at(-1)));
		const latest = lastUpdatedAt(things.at(-1)) ?? '';
		// What lies behind the last one must be read next; were it less than expected, something lies before.
		const rest = await readPage(caller, poll, { lastUpdatedAfter: latest, offset: 0, limit: 1 });
		if ((rest.total ?? -1) >= leastAfter(latest)) return { things, latest, isWhole: false };
	}
	const found = reading?.isWhole ? reading.found : await readInAnyOrder(caller, poll);
	return { things: found.inOrderOfChange(), latest: found.latest, isWhole: true };
}
