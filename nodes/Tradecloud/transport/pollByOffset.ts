/** Reads all that has changed by offset, which takes the fewest calls where the earliest change comes first. */
import { lastUpdatedAt } from '../model/order';
import { beginning, justBefore, sortable } from '../model/timeStamp';
import { Found, idOf, isAscending } from './found';
import { readInOrder } from './pollInOrder';
import { pageSize, readPage, type Poll } from './pollPage';
import type { Caller } from './caller';

/**
 * Guess: Tradecloud lists no more than this by offset, where six programs of its SDK stop. If it does, the
 * rest takes a call more.
 */
const deepestOffset = 10_000;

/**
 * Reads all pages of a poll whose things can but move to the end of its list. Then all behind it moves one
 * place forward, and one at the next page's edge is not seen. But whatever moved is seen once more, since
 * the end is read last; so from there on it is read again.
 *
 * @returns undefined when things do not come in the order of their changes
 */
export async function readByOffset(caller: Caller, poll: Poll): Promise<Found | undefined> {
	const found = new Found(poll);
	const doubtful: string[] = [];
	const lastUpdatedAfter = poll.lastUpdatedAfter ?? beginning;
	for (let offset = 0; ;) {
		const page = await readPage(caller, poll, { lastUpdatedAfter, offset, limit: pageSize });
		const { data, total = Infinity } = page;
		const isEnd = offset + data.length >= total;
		const isAlone = isEnd && offset === 0;
		if (!isAlone && !(data.length > 0 && isAscending(data))) return undefined;
		const moved = data
			.map((thing) => found.get(idOf(thing)))
			.filter((thing) => thing !== undefined);
		doubtful.push(...moved.map((thing) => justBefore(lastUpdatedAt(thing))));
		found.add(page);
		offset += data.length;
		const isTooDeep = !isEnd && offset + pageSize > deepestOffset;
		if (isTooDeep) doubtful.push(justBefore(lastUpdatedAt(data.at(-1))));
		if (isEnd || isTooDeep) break;
	}
	const [earliest] = doubtful.sort((a, b) => (sortable(a) < sortable(b) ? -1 : 1));
	if (earliest === undefined) return found;
	const rest = { ...poll, lastUpdatedAfter: earliest };
	return (await readInOrder(caller, rest, { found }))?.found;
}
