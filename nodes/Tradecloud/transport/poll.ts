/** Reads what has changed, page by page, although more changes while the pages are read. */
import type { IDataObject } from 'n8n-workflow';

import { lastUpdatedAt, textAt, withoutUndefined } from '../model/order';
import { request, type Caller } from './request';

/** Tradecloud's limit for a page. */
export const pageSize = 100;

/** A time stamp before all changes. */
export const beginning = '1970-01-01T00:00:00.000Z';

/** What can be polled. */
export type Pollable = 'order' | 'singleDeliveryOrder' | 'shipment';

const polls: Record<Pollable, { path: string; subject: string }> = {
	order: { path: '/order-search/poll', subject: 'purchase orders' },
	singleDeliveryOrder: { path: '/order-search/poll/single-delivery', subject: 'purchase orders' },
	shipment: { path: '/shipment/poll', subject: 'shipments' },
};

/** What to read; an empty filter and one that is left out mean all. */
export interface Poll {
	what: Pollable;
	/** Of orders alone. */
	processStatus?: string[];
	/** Of orders alone. */
	logisticsStatus?: string[];
	companyId?: string;
	/** Only what was changed after this time stamp. */
	lastUpdatedAfter?: string;
}

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
	await readPages(caller, poll, Math.min(pageSize, limit), ({ things }) => {
		collect(found, things);
		return found.size < limit;
	});
	return [...found.values()].slice(0, limit);
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
 * A change moves its thing to the end of the list, and all behind it one place forward: the next
 * offset would skip one. So each page begins anew a moment before the end of the last one. Only where
 * a page is full of one time stamp does the offset count on, with an overlap of one thing: if
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
		const isLast =
			data.length === 0 ||
			(total === undefined ? data.length < limit : offset + data.length >= total);
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

interface Answer {
	data: IDataObject[];
	/** Of all pages. */
	total?: number;
	position?: string;
}

async function readPage(
	caller: Caller,
	poll: Poll,
	lastUpdatedAfter: string,
	offset: number,
	limit: number,
): Promise<Answer> {
	const answer = await request(caller, {
		...polls[poll.what],
		method: 'POST',
		body: { filters: { ...filtersOf(poll), lastUpdatedAfter }, offset, limit },
	});
	return {
		data: Array.isArray(answer.data) ? (answer.data as IDataObject[]) : [],
		total: typeof answer.total === 'number' ? answer.total : undefined,
		position: textAt(answer, 'lastUpdatedAt'),
	};
}

function filtersOf({ what, processStatus, logisticsStatus, companyId }: Poll): IDataObject {
	const company = companyId || undefined;
	if (what === 'shipment') return company ? { buyerShipment: { companyId: company } } : {};
	const status = withoutUndefined({
		processStatus: processStatus?.length ? processStatus : undefined,
		logisticsStatus: logisticsStatus?.length ? logisticsStatus : undefined,
	});
	return withoutUndefined({
		status: Object.keys(status).length > 0 ? status : undefined,
		companyId: company,
	});
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
