/**
 * Filters of searches and polls. Guess: a filter that no page shows is refused, as is a text in place of
 * a list. If Tradecloud passes over it instead, it answers more rows than were asked for.
 */
import { z } from 'zod';

/** A list of values of which one must fit. */
export const texts = z.array(z.string()).max(100);

/** A time stamp with `Z` (manual: api/polling/README.md). */
export const stamp = z
	.string()
	.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/, 'must be an ISO 8601 time stamp with Z');

/** A group of filters, each of which may be left out. */
export function filterGroup<T extends z.ZodRawShape>(shape: T) {
	return z.strictObject(shape).partial();
}

/** Whether a list of filters, empty or missing ones with it, lets a row of these values through. */
export function accepts(
	filter: readonly string[] | undefined,
	...values: readonly (string | undefined)[]
): boolean {
	return !filter?.length || values.some((value) => value !== undefined && filter.includes(value));
}

/** Whether a single filter, or a missing one, lets a row of these values through. */
export function is<T>(filter: T | undefined, ...values: readonly (T | undefined)[]): boolean {
	return filter === undefined || values.includes(filter);
}

/** A time stamp in a form that sorts as text, whatever the number of its decimals. */
export function sortable(timeStamp: string): string {
	const [seconds, decimals = ''] = timeStamp.replace('Z', '').split('.');
	return `${seconds}.${decimals.padEnd(9, '0')}`;
}

/** Whether one of the texts holds the query, upper or lower case: '4711' finds '4711-1'. */
export function holds(query: string | undefined, texts: readonly (string | undefined)[]): boolean {
	const sought = (query ?? '').toLowerCase();
	return !sought || texts.some((text) => text?.toLowerCase().includes(sought));
}
