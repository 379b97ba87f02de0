/** Polls: what has changed since (manual: api/polling/README.md). */
import { createHash } from 'node:crypto';
import { compare, firstLate, type Changed } from '../../data/timeline';
import { companiesOf, type User } from '../../data/users';
import { sortable } from './filters';
import { pageOf, type Page, type PageOf } from './paging';

/**
 * In which order a poll hands out what has changed. Ascending by the change stood in the manual until
 * June 2025. Guess: it still is; with `unsorted` a test shows that nothing is lost if it is not.
 * Guess: what has the stamp itself does not come; with `inclusive` it does, and a test shows that
 * nothing comes twice then.
 */
export type PollOrder = 'ascending' | 'unsorted' | 'inclusive';

export interface PollPage<Row> extends Page<Row> {
	/**
	 * The stamp to poll after next; missing where nothing has changed: one keeps the old
	 * one then (manual: api/polling/README.md).
	 * Guess: the latest of the rows in this answer.
	 */
	lastUpdatedAt?: string;
}

export interface Poll<Row> extends PageOf {
	lastUpdatedAfter: string | undefined;
	/** Whether a row may come; without it no row is looked at, and so none is generated in vain. */
	matches?: (row: Row) => boolean;
}

/** The rows that the user may see and that were changed after the stamp. */
export function pollPage<Row>(
	timeline: readonly Changed<Row>[],
	{ lastUpdatedAfter, matches, ...page }: Poll<Row>,
	user: User,
	order: PollOrder,
): PollPage<Row> {
	const after = lastUpdatedAfter === undefined ? '' : sortable(lastUpdatedAfter);
	const companies = companiesOf(user);
	const changed = timeline
		.slice(
			firstLate(timeline, (lastUpdatedAt) =>
				order === 'inclusive' ? sortable(lastUpdatedAt) >= after : sortable(lastUpdatedAt) > after,
			),
		)
		.filter(({ companyIds }) => companyIds.some((id) => companies.includes(id)))
		.filter(({ row }) => !matches || matches(row()));
	const { data, total } = pageOf(order === 'unsorted' ? shuffled(changed) : changed, page);
	const last = data
		.map(({ lastUpdatedAt }) => lastUpdatedAt)
		.sort(compare)
		.at(-1);
	return { data: data.map(({ row }) => row()), total, ...(last && { lastUpdatedAt: last }) };
}

/** An order that has nothing to do with time, but is the same in each answer. */
function shuffled<Row>(changes: readonly Changed<Row>[]): Changed<Row>[] {
	const keyed = changes.map((change) => ({ change, key: keyOf(change.id) }));
	return keyed.sort((left, right) => compare(left.key, right.key)).map(({ change }) => change);
}

function keyOf(id: string): string {
	return createHash('sha1').update(id).digest('hex');
}
