/**
 * Sorting. Guess: a field that no page shows is refused, as is a sort of another form than the service's.
 * If Tradecloud passes over it instead, rows come in an order that nobody asked for.
 */
import { z } from 'zod';
import { compare } from '../../data/timeline';
import { isObject } from '../../http/routing';

const order = z.enum(['asc', 'desc']).default('asc');

/** One key of a sort, by one of these fields. */
export function sortKey<F extends string>(fields: readonly [F, ...F[]]) {
	return z.strictObject({ field: z.enum(fields), order });
}

interface Key {
	field: string;
	order: 'asc' | 'desc';
}

/** The rows in the order that the keys ask for, by default by the field of that path. */
export function sorted<Row>(
	rows: readonly Row[],
	keys: readonly Key[],
	valueOf: (row: Row, field: string) => string = valueAt,
): Row[] {
	return [...rows].sort((left, right) => {
		const differences = keys.map(({ field, order }) => {
			const difference = compare(valueOf(left, field), valueOf(right, field));
			return order === 'desc' ? -difference : difference;
		});
		return differences.find((difference) => difference !== 0) ?? 0;
	});
}

function valueAt(row: unknown, field: string): string {
	const value = field
		.split('.')
		.reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), row);
	return typeof value === 'string' ? value : '';
}
