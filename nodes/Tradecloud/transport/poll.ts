/** Reads what has changed, page by page, although more changes while the pages are read. */
import type { IDataObject } from 'n8n-workflow';

import { lastUpdatedAt, textAt } from '../model/order';
import { beginning, pageSize, readPage, type Poll } from './pollPage';
import type { Caller } from './request';

/** Changes that follow one another, and how far they reach. */
export interface Changes {
	/** In the order of their changes, each in its latest state. */
	things: IDataObject[];
	/** What to poll after next; undefined when there was no change. */
	position?: string;
}

/**
 * Reads until there is no more, or `limit` things were read. Each thing comes once, in its latest
 * state, in the order of the changes.
 */
export async function pollAll(
	caller: Caller,
	poll: Poll,
	limit = Infinity,
): Promise<IDataObject[]> {
	const found = new Map<string, IDataObject>();
	const doubtfulAfter =
		limit === Infinity && !hasStatus(poll)
			? await readByOffset(caller, poll, found)
			: (poll.lastUpdatedAfter ?? beginning);
	if (doubtfulAfter !== undefined) {
		const rest = { ...poll, lastUpdatedAfter: doubtfulAfter };
		await readPages(caller, rest, Math.min(pageSize, limit), ({ things }) => {
			collect(found, things);
			return found.size < limit;
		});
	}
	return [...found.values()].slice(0, limit);
}

/** Only with such a filter can a thing leave the list of a poll; without, it can but move to its end. */
function hasStatus({ processStatus, logisticsStatus }: Poll): boolean {
	return Boolean(processStatus?.length || logisticsStatus?.length);
}

/**
 * Reads all pages by offset, which takes the fewest calls. A thing that changes after it was read
 * moves to the end of the list, and all behind it one place forward: one at the next page's edge was
 * not seen. But whatever moved is seen once more, since the end is read last.
 *
 * @returns the time stamp after which something may be missing; undefined when nothing is
 */
async function readByOffset(
	caller: Caller,
	poll: Poll,
	found: Map<string, IDataObject>,
): Promise<string | undefined> {
	const after = poll.lastUpdatedAfter ?? beginning;
	const moved: string[] = [];
	for (let offset = 0; ;) {
		const { data, total } = await readPage(caller, poll, after, offset, pageSize);
		for (const thing of data) {
			const before = found.get(idOf(thing));
			if (before) moved.push(justBefore(lastUpdatedAt(before)));
		}
		collect(found, data);
		offset += data.length;
		if (isEnd(data, pageSize, offset, total)) break;
	}
	return moved.sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}

/** Whether there is nothing behind a page, after which the next one would begin at an offset. */
function isEnd(data: IDataObject[], limit: number, next: number, total?: number): boolean {
	return data.length === 0 || (total === undefined ? data.length < limit : next >= total);
}

/**
 * Reads until there is no more, or at least `limit` things were read: then all up to a time stamp
 * behind which everything can be read next. Things of one time stamp are never torn apart.
 */
export async function nextChanges(caller: Caller, poll: Poll, limit: number): Promise<Changes> {
	const found = new Map<string, IDataObject>();
	let changes: Changes = { things: [] };
	await readPages(caller, poll, pageSize, ({ things, position, isLast }) => {
		collect(found, things);
		const all = [...found.values()];
		changes = { things: all, position: position ?? changes.position };
		if (isLast || all.length < limit) return true;
		const latest = lastUpdatedAt(all.at(-1));
		const earlier = all.filter((thing) => lastUpdatedAt(thing) !== latest);
		if (earlier.length === 0) return true;
		changes = { things: earlier, position: lastUpdatedAt(earlier.at(-1)) };
		return false;
	});
	return changes;
}

/** Puts the latest state of each thing behind all that came before. */
function collect(found: Map<string, IDataObject>, things: IDataObject[]): void {
	for (const thing of things) {
		const id = idOf(thing);
		found.delete(id);
		found.set(id, thing);
	}
}

interface Page extends Changes {
	isLast: boolean;
}

/**
 * Reads the pages of a poll as long as `goOn` says so, each without what an earlier page showed in the
 * same state.
 *
 * No change can make it skip a thing: each page begins anew a moment before the end of the last one.
 * Only where a page is full of one time stamp does the offset count on, with an overlap of one thing: if
 * something else stands there, what was before it has moved, and the time stamp is read from its start.
 */
async function readPages(
	caller: Caller,
	poll: Poll,
	limit: number,
	goOn: (page: Page) => boolean,
): Promise<void> {
	let after = poll.lastUpdatedAfter ?? beginning;
	let offset = 0;
	let overlap: string | undefined;
	let known = new Set<string>();
	for (;;) {
		const { data, total, position } = await readPage(caller, poll, after, offset, limit);
		const states = data.map(stateOf);
		const latest = lastUpdatedAt(data.at(-1)) ?? position;
		if (overlap !== undefined && states[0] !== overlap) {
			[offset, overlap] = [0, undefined];
			continue;
		}
		const isLast = isEnd(data, limit, offset + data.length, total);
		const things = data.filter((_, index) => !known.has(states[index]));
		if (!goOn({ things, position: position ?? latest, isLast }) || isLast) return;
		const next = justBefore(latest);
		if (Date.parse(next) > Date.parse(after)) {
			[after, offset, overlap, known] = [next, 0, undefined, new Set(states)];
		} else {
			for (const state of states) known.add(state);
			overlap = data.length > 1 ? states.at(-1) : undefined;
			offset += Math.max(1, data.length - 1);
		}
	}
}

function idOf(thing: IDataObject): string {
	return textAt(thing, 'orderId') ?? textAt(thing, 'id') ?? JSON.stringify(thing);
}

function stateOf(thing: IDataObject): string {
	return `${idOf(thing)} ${lastUpdatedAt(thing) ?? JSON.stringify(thing)}`;
}

/** The time stamp a millisecond earlier; the beginning for what is none. */
export function justBefore(stamp = ''): string {
	const time = Date.parse(stamp);
	return Number.isNaN(time) ? beginning : new Date(time - 1).toISOString();
}
