/** Reads what has changed, page by page, although more changes while the pages are read. */
import type { IDataObject } from 'n8n-workflow';

import { textAt } from '../model/order';
import { request, type Caller } from './request';

/** Tradecloud's limit for a page. */
export const pageSize = 100;

const beginning = '1970-01-01T00:00:00.000Z';

/** What to read: where, and with which filters beside the time. */
export interface Poll {
	path: string;
	filters: IDataObject;
	/** Only what was changed after this time stamp; all when it is left out. */
	lastUpdatedAfter?: string;
	subject: string;
}

/**
 * Reads until there is no more, or `limit` things were read. Each thing comes once, in its latest
 * state, in the order of the changes.
 *
 * A change moves its thing to the end of the list, and all behind it one place forward: the next
 * offset would skip one. So each page begins anew a moment before the end of the last one, and what
 * was read already is known by its id. Only within one time stamp does the offset count on.
 */
export async function pollAll(
	caller: Caller,
	poll: Poll,
	limit = Infinity,
): Promise<IDataObject[]> {
	const found = new Map<string, IDataObject>();
	let after = poll.lastUpdatedAfter ?? beginning;
	let offset = 0;
	for (;;) {
		const page = await readPage(caller, poll, after, offset, Math.min(pageSize, limit));
		for (const thing of page.data) {
			const id = idOf(thing);
			found.delete(id);
			found.set(id, thing);
		}
		offset += page.data.length;
		if (page.data.length === 0 || offset >= page.total || found.size >= limit) break;
		const next = justBefore(page.lastUpdatedAt);
		if (next > after) [after, offset] = [next, 0];
	}
	return [...found.values()].slice(0, limit);
}

interface Page {
	data: IDataObject[];
	/** Of all pages. */
	total: number;
	/** The last change on this page. */
	lastUpdatedAt: string;
}

async function readPage(
	caller: Caller,
	{ path, filters, subject }: Poll,
	lastUpdatedAfter: string,
	offset: number,
	limit: number,
): Promise<Page> {
	const answer = await request(caller, {
		method: 'POST',
		path,
		body: { filters: { ...filters, lastUpdatedAfter }, offset, limit },
		subject,
	});
	return {
		data: Array.isArray(answer.data) ? (answer.data as IDataObject[]) : [],
		total: Number(answer.total ?? 0),
		lastUpdatedAt: textAt(answer, 'lastUpdatedAt') ?? '',
	};
}

function idOf(thing: IDataObject): string {
	return textAt(thing, 'orderId') ?? textAt(thing, 'id') ?? JSON.stringify(thing);
}

/** The time stamp a millisecond earlier; an empty text for what is none. */
function justBefore(stamp: string): string {
	const time = Date.parse(stamp);
	return Number.isNaN(time) ? '' : new Date(time - 1).toISOString();
}
