/** Lists of API v2 that are read page by page by their offset. */
import { UserError, type IDataObject } from 'n8n-workflow';

import { support } from '../model/support';

/** Tradecloud's limit for a page (manual: api/polling/README.md). */
export const pageSize = 100;

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

/** The page in an answer that is a list. */
export function pageIn({ data = [], total }: IDataObject): Page {
	return { data: data as IDataObject[], total: typeof total === 'number' ? total : undefined };
}

/** A number as users read it, such as 10,000. */
export function counted(number: number): string {
	return number.toLocaleString('en-US');
}

/** How many things there are in all, for a list that is too long to be read; what to say of it. */
export type TooMany = (total: number) => UserError;

/** For a list that repeats itself, or ends before its total. */
export function incomplete(found: number): UserError {
	return new UserError(
		`Tradecloud listed ${counted(found)}, and then nothing new although there are more`,
		{
			description: `Its list repeats itself or ends too early. Run the workflow again later; if this comes again, narrow down what is read, and ask ${support}.`,
		},
	);
}

/**
 * Reads up to `limit` things. One with an id comes once, although the list may change while it is read.
 *
 * @throws what `tooMany` makes when more is asked for than can be read, or UserError when a page brings
 *   nothing new: nothing is left out silently, and nothing read without end
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
		const foundBefore = found.size;
		for (const thing of data) found.set(thing.id ?? Symbol('of no id'), thing);
		offset += data.length;
		if (offset >= total || found.size >= limit) return [...found.values()].slice(0, limit);
		if (found.size === foundBefore || offset >= mostFound) throw incomplete(found.size);
	}
}
