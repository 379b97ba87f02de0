/** Tradecloud's time stamps (ISO 8601), compared without losing what is finer than a millisecond. */

/** A time stamp before all changes. */
export const beginning = '1970-01-01T00:00:00.000Z';

/** Whether a time stamp is later than another one. What is no time stamp is earlier than all. */
export function isLater(stamp: string, than: string): boolean {
	return sortable(stamp) > sortable(than);
}

/** The latest one, as Tradecloud wrote it; undefined when there is none. */
export function latestOf(stamps: (string | undefined)[]): string | undefined {
	return stamps.reduce<string | undefined>(
		(latest, stamp) => (isLater(stamp ?? '', latest ?? '') ? stamp : latest),
		undefined,
	);
}

/** A text that sorts as the time does; an empty one for what is no time stamp. */
export function sortable(stamp: string): string {
	const time = Date.parse(stamp);
	if (Number.isNaN(time)) return '';
	const finer = (/\.\d{3}(\d+)/.exec(stamp)?.[1] ?? '').replace(/0+$/, '');
	return new Date(time).toISOString().slice(0, -1) + finer;
}

/** The time stamp a millisecond earlier; the beginning for what is none. */
export function justBefore(stamp = ''): string {
	const time = Date.parse(stamp);
	return Number.isNaN(time) ? beginning : new Date(time - 1).toISOString();
}
