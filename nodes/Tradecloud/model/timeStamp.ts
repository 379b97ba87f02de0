/** Tradecloud's time stamps (ISO 8601), compared without losing what is finer than a millisecond. */
import { tryToParseDateTime } from 'n8n-workflow';

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

/**
 * The time stamp, in UTC, that a user's time stands for; one of Tradecloud's own stays as it is. In the hour that
 * comes twice when the clock is put back, the first one counts: what is asked for since then misses nothing.
 *
 * @param zone of a time without one, such as `Europe/Amsterdam`
 * @returns undefined for what is no time, a day that no month has, or a date that can be read in two ways
 */
export function stampOf(time: unknown, zone: string): string | undefined {
	const text = String(time).trim();
	const day = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
	// A month in letters, as in the dates of mails, is as clear as the year first.
	if (day === undefined && !/[a-z]{3}/i.test(text)) return undefined;
	try {
		if (day !== undefined && tryToParseDateTime(day, 'utc').toISODate() !== day) return undefined;
		const [first] = tryToParseDateTime(time, zone).getPossibleOffsets();
		const isStamp = /^[\d-]+T[\d:.]+Z$/.test(text);
		return isStamp ? text : (first.toUTC().toISO() ?? undefined);
	} catch {
		return undefined;
	}
}
