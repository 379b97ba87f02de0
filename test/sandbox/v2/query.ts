/** Search and poll: filters, sorting and pages over the rows of any store. */
import { compare, firstLate, type Changed } from '../data/timeline';
import { Problem } from '../http/problem';
import { isObject } from '../http/routing';

type Json = Record<string, unknown>;

export interface Page<Row> {
	data: Row[];
	total: number;
	/** Of a poll alone: the stamp to poll after next; missing where `data` is empty. */
	lastUpdatedAt?: string;
}

const maximumLimit = 100;

/** The rows updated strictly after `filters.lastUpdatedAfter`, the earliest first. */
export function poll<Row extends object>(timeline: readonly Changed<Row>[], body: Json): Page<Row> {
	const { lastUpdatedAfter, ...filters } = objectAt(body, 'filters');
	const after = lastUpdatedAfter === undefined ? '' : sortableStamp(lastUpdatedAfter);
	const later = timeline.slice(firstLate(timeline, (stamp) => sortableStamp(stamp) > after));
	// A row need not be looked at, and so not be generated, where nothing is asked of it.
	const isFiltered = Object.keys(filters).length > 0;
	const matching = isFiltered ? later.filter(({ row }) => matches(row(), filters)) : later;
	const { data, total } = pageOf(matching, body);
	const last = data.at(-1);
	return {
		data: data.map(({ row }) => row()),
		total,
		...(last && { lastUpdatedAt: last.lastUpdatedAt }),
	};
}

/** The rows whose texts hold `query`, upper or lower case, and that match `filters`, as `sort` says. */
export function search<Row extends object>(
	rows: readonly Row[],
	textsOf: (row: Row) => string[],
	body: Json,
): Page<Row> {
	const query = textOf(body, 'query').toLowerCase();
	const filters = objectAt(body, 'filters');
	const matching = rows
		.filter((row) => textsOf(row).some((text) => text.toLowerCase().includes(query)))
		.filter((row) => matches(row, filters));
	return pageOf(sorted(matching, body.sort), body);
}

function pageOf<Row>(rows: readonly Row[], body: Json): Page<Row> {
	const offset = wholeNumber(body, 'offset', 0, Number.MAX_SAFE_INTEGER, 0);
	const limit = wholeNumber(body, 'limit', 1, maximumLimit, maximumLimit);
	return { data: rows.slice(offset, offset + limit), total: rows.length };
}

/** `companyId` stands for either party; all else is compared with the field of the same path. */
function matches(row: object, { companyId, ...filters }: Json): boolean {
	const isParty = companyId === undefined || accepts(companyId, partiesOf(row));
	return isParty && matchesFields(row, filters);
}

function matchesFields(row: unknown, filters: Json): boolean {
	return Object.entries(filters).every(([field, filter]) => {
		const value = isObject(row) ? row[field] : undefined;
		return isObject(filter) ? matchesFields(value, filter) : accepts(filter, [value]);
	});
}

/** An empty or missing filter accepts all; a list accepts what it holds; a value accepts itself. */
function accepts(filter: unknown, values: unknown[]): boolean {
	if (filter === undefined || filter === null) return true;
	if (!Array.isArray(filter)) return values.includes(filter);
	if (filter.length > maximumLimit) throw new Problem(400, 'A filter holds at most 100 elements');
	return filter.length === 0 || filter.some((accepted) => values.includes(accepted));
}

function partiesOf(row: object): unknown[] {
	const parts: [string, unknown][] = Object.entries(row);
	return parts
		.filter(([name]) => /^(buyer|supplier)(Order|Shipment)$/.test(name))
		.map(([, part]) => (isObject(part) ? part.companyId : undefined));
}

function sorted<Row extends object>(rows: Row[], sort: unknown): Row[] {
	if (sort === undefined) return rows;
	if (!Array.isArray(sort)) throw new Problem(400, 'sort must be an array');
	const keys = sort.map((key: unknown) => {
		if (!isObject(key) || typeof key.field !== 'string')
			throw new Problem(400, 'sort needs a field');
		return { path: key.field.split('.'), sign: key.order === 'desc' ? -1 : 1 };
	});
	return [...rows].sort((left, right) => {
		const differences = keys.map(
			({ path, sign }) => sign * compare(valueAt(left, path), valueAt(right, path)),
		);
		return differences.find((difference) => difference !== 0) ?? 0;
	});
}

function valueAt(row: unknown, path: string[]): string {
	const value = path.reduce<unknown>(
		(part, name) => (isObject(part) ? part[name] : undefined),
		row,
	);
	if (typeof value === 'number') return String(value).padStart(20, '0');
	return typeof value === 'string' ? value : '';
}

/** A time stamp in a form that sorts as text, whatever the number of its decimals. */
function sortableStamp(stamp: unknown): string {
	const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/.exec(String(stamp));
	if (!parts) throw new Problem(400, 'lastUpdatedAfter must be an ISO 8601 time stamp with Z');
	return `${parts[1]}.${(parts[2] ?? '').padEnd(9, '0')}`;
}

function textOf(body: Json, field: string): string {
	const value = body[field] ?? '';
	if (typeof value !== 'string') throw new Problem(400, `${field} must be a text`);
	return value;
}

function objectAt(body: Json, field: string): Json {
	const value = body[field] ?? {};
	if (!isObject(value)) throw new Problem(400, `${field} must be an object`);
	return value;
}

function wholeNumber(
	body: Json,
	field: string,
	low: number,
	high: number,
	standard: number,
): number {
	const value = body[field] ?? standard;
	if (typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high) {
		return value;
	}
	throw new Problem(400, `${field} must be a whole number from ${low} to ${high}`);
}
