/** Rows in the order of their last changes. */

/** When a row was changed, and the row itself, which may not have been generated yet. */
export interface Changed<Row> {
	id: string;
	/** A time stamp with three decimals, as all stamps of the sandbox are: it sorts as text. */
	lastUpdatedAt: string;
	/** Who may see it. */
	companyIds: readonly string[];
	row: () => Row;
}

/** Sorts by the time of the change, the earliest first; what is mostly sorted, in linear time. */
export function timelineOf<Row>(changes: Changed<Row>[]): Changed<Row>[] {
	return changes.sort((left, right) => compare(left.lastUpdatedAt, right.lastUpdatedAt));
}

/** The index of the first change of those that are late: all from one on. */
export function firstLate(
	timeline: readonly Changed<unknown>[],
	isLate: (lastUpdatedAt: string) => boolean,
): number {
	let low = 0;
	let high = timeline.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (isLate(timeline[middle].lastUpdatedAt)) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** The order of two texts by their code units. */
export function compare(left: string, right: string): number {
	return left < right ? -1 : left > right ? 1 : 0;
}
