/** The body of a message from cells: those of a sheet's rows, or what was filled in field by field. */
import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { isValue, type Column, type ListColumn, type Value, type ValueColumn } from './columns';
import type { Message } from './message';

/**
 * Cells by the names of their columns. Under the name of a list there may be cells of its elements,
 * as the editor's forms have them.
 */
export type Row = Record<string, unknown>;

/** What rows that belong together say differently, or twice. */
export interface Conflict {
	column: Column;
	rows: [Row, Row];
}

export interface Built {
	body: IDataObject;
	/** The rows that each line was made from. */
	lines: Row[][];
	conflicts: Conflict[];
}

/**
 * Builds a message: its own fields from all rows, and a line from the rows that have the same line key.
 *
 * @param lineRows those of the lines, where they are not the same
 */
export function build(message: Message, rows: Row[], lineRows?: Row[]): Built {
	const conflicts: Conflict[] = [];
	const header = lineRows ? message.header : message.header.filter((own) => !own.fieldsOnly);
	const body = place(header, rows, conflicts);
	const lines = [...groups(message, lineRows ?? rows).values()];
	if (lines.length > 0) body.lines = lines.map((own) => place(message.line, own, conflicts));
	return { body, lines, conflicts };
}

function groups({ line, lineKey = [], linesOptional }: Message, rows: Row[]): Map<unknown, Row[]> {
	const groups = new Map<unknown, Row[]>();
	for (const row of rows) {
		if (linesOptional && Object.keys(place(line, [row], [])).length === 0) continue;
		const isWhole = lineKey.length > 0 && lineKey.every((name) => !isEmpty(row[name]));
		const key = isWhole ? keyOf(lineKey, row) : row;
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return groups;
}

/** What rows are put together by. */
export function keyOf(names: string[], row: Row): string {
	const values = names.map((name) => (isEmpty(row[name]) ? '' : row[name]));
	return JSON.stringify(values.map((own) => (typeof own === 'number' ? `${own}` : trimmed(own))));
}

function trimmed(content: unknown): unknown {
	return typeof content === 'string' ? content.trim() : content;
}

function place(columns: Column[], rows: Row[], conflicts: Conflict[]): IDataObject {
	const target: IDataObject = {};
	for (const column of columns) {
		const value = isValue(column)
			? agreed(column, rows, conflicts)
			: elements(column, rows, conflicts);
		if (value !== undefined) setAt(target, column.path, value);
	}
	return target;
}

/** The one value that rows have in a column; rows may leave it empty. */
function agreed(column: ValueColumn, rows: Row[], conflicts: Conflict[]) {
	const filled = rows.filter((row) => !isEmpty(row[column.name]));
	if (filled.length === 0) return undefined;
	const valueIn = (row: Row) => cell(row[column.name], column);
	const [first] = filled;
	const other = filled.find((row) => !isSame(valueIn(row), valueIn(first)));
	if (other) conflicts.push({ column, rows: [first, other] });
	return valueIn(first);
}

/**
 * An element for each row that has one. One that says the same as another is no other document or
 * property; but of a delivery nobody can tell whether it is meant twice.
 */
function elements(column: ListColumn, rows: Row[], conflicts: Conflict[]) {
	const found: { element: IDataObject; row: Row }[] = [];
	for (const row of rows) {
		const inner = row[column.name];
		for (const own of [row, ...(Array.isArray(inner) ? (inner as Row[]) : [])]) {
			const element = place(column.elements, [own], conflicts);
			if (Object.keys(element).length === 0) continue;
			const twin = found.find((earlier) => isSame(earlier.element, element));
			if (!twin) found.push({ element, row });
			else if (column.perRow) conflicts.push({ column, rows: [twin.row, row] });
		}
	}
	return found.length > 0 ? found.map(({ element }) => element) : undefined;
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether a cell holds nothing. */
export function isEmpty(value: unknown): boolean {
	if (Array.isArray(value)) return value.every(isEmpty);
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/** The value of a cell, as its field has it; what cannot be one stays as it is, for the check to name. */
function cell(content: unknown, { value, many }: ValueColumn): IDataObject[string] {
	if (!many) return converted(content, value);
	const contents = Array.isArray(content) ? content.filter((own) => !isEmpty(own)) : [content];
	return contents.map((own) => converted(own, value)) as IDataObject[];
}

function converted(content: unknown, value: Value): IDataObject[string] {
	if (value.kind === 'number') return asNumber(content);
	if (value.kind === 'indicators') return asIndicators(content, value.options);
	const own = typeof content === 'number' ? String(content) : content;
	if (typeof own !== 'string' || value.kind === 'text') return own as IDataObject[string];
	return value.kind === 'choice' ? (chosen(own, value.options) ?? own) : own.trim();
}

function asNumber(content: unknown): IDataObject[string] {
	const isDecimal = typeof content === 'string' && /^[-+]?(\d+\.?\d*|\.\d+)$/.test(content.trim());
	return (isDecimal ? Number(content) : content) as IDataObject[string];
}

/** 'Shipped, Delivered' and `['shipped', 'delivered']` → both set. */
function asIndicators(content: unknown, options: INodePropertyOptions[]): IDataObject[string] {
	const names = typeof content === 'string' ? content.split(/[,;]/) : content;
	if (!Array.isArray(names)) return content as IDataObject[string];
	const set = names.map(String).filter((name) => !isEmpty(name));
	return Object.fromEntries(set.map((name) => [chosen(name, options) ?? name.trim(), true]));
}

/** The value of an option by its value or its name. */
function chosen(content: string, options: INodePropertyOptions[]): string | undefined {
	const found = options.find(({ name, value }) =>
		[name, String(value)].some((own) => plain(own) === plain(content)),
	);
	return found && String(found.value);
}

/** 'Purchase Order Number', 'purchase_order_number' and 'purchaseOrderNumber' are the same. */
export function plain(name: string): string {
	return name.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}

/** Puts a value at a path of fields. */
export function setAt(target: IDataObject, path: string[], value: IDataObject[string]): void {
	const [name, ...rest] = path;
	if (rest.length === 0) target[name] = value;
	else setAt((target[name] ??= {}) as IDataObject, rest, value);
}
