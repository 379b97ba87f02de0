/** Lists of API v2 that are read page by page by their offset. */
import { UserError, type IDataObject } from 'n8n-workflow';

/** Tradecloud's limit for a page (manual: api/polling/README.md). */
const pageSize = 100;

/**
 * SDK: ExportConnections and five others stop at this offset.
 * Guess: that Tradecloud refuses what is behind it. If it does not, one must narrow down a search that could be read.
 */
export const mostFound = 10_000;

/** Which part of a list to read. */
export interface PageOf {
	offset: number;
	limit: number;
}

export interface Page {
	data: IDataObject[];
	/** Of all pages. */
	total?: number;
}

/** A number as users read it, such as 10,000. */
export function counted(number: number): string {
	return number.toLocaleString('en-US');
}

/** How many things there are in all, for a list that is too long to be read; what to say of it. */
export type TooMany = (total: number) => UserError;

/**
 * Reads up to `limit` things. One with an id comes once, although the list may change while it is read.
 *
 * @throws what `tooMany` makes when more is asked for than can be read: nothing is left out silently
 */
export async function allPages(
	read: (page: PageOf) => Promise<Page>,
	limit: number,
	tooMany: TooMany,
): Promise<IDataObject[]> {
	const found = new Map<unknown, IDataObject>();
	for (let offset = 0; ;) {
		const size = Math.min(pageSize, limit, mostFound - offset);
		const { data, total = offset + data.length + (data.length < size ? 0 : 1) } = await read({
			offset,
			limit: size,
		});
		if (Math.min(total, limit) > mostFound) throw tooMany(total);
		for (const thing of data) found.set(thing.id ?? Symbol('of no id'), thing);
		offset += data.length;
		if (data.length === 0 || offset >= total || found.size >= limit) break;
	}
	return [...found.values()].slice(0, limit);
}
