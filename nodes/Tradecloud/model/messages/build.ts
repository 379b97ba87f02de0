/** The body of a message from rows that belong together: those of a sheet, or of what was filled in field by field. */
import type { IDataObject } from 'n8n-workflow';

import { setAt } from '../order';
import type { Row } from './cell';
import { isValue, type Field } from './field';
import type { Message } from './message';
import { Unread } from './unread';

/** What rows that belong together say differently, or twice. */
export interface Conflict {
	column: Field;
	rows: [Row, Row];
}

export interface Built {
	body: IDataObject;
	/** The rows of the message itself. */
	header: Row[];
	/** The rows that each line was made from. */
	lines: Row[][];
	conflicts: Conflict[];
}

/**
 * Builds a message: its own fields from all rows, and a line from the rows that have the same line key.
 *
 * @param lineRows those of the lines, where they are not the same
 */
export function build(message: Message, header: Row[], lineRows?: Row[]): Built {
	const conflicts: Conflict[] = [];
	const own = lineRows ? message.header : message.header.filter(({ fieldsOnly }) => !fieldsOnly);
	const body = place(own, header, conflicts);
	const lines = [...groups(message, lineRows ?? header).values()];
	if (lines.length > 0) body.lines = lines.map((rows) => place(message.line, rows, conflicts));
	return { body, header, lines, conflicts };
}

function groups({ line, lineKey = [], linesOptional }: Message, rows: Row[]): Map<unknown, Row[]> {
	const own = rows.filter(
		(row) => !linesOptional || Object.keys(place(line, [row], [])).length > 0,
	);
	return grouped(own, (row) => {
		const isWhole = lineKey.length > 0 && lineKey.every((name) => row[name] !== undefined);
		return isWhole ? keyOf(lineKey, row) : row;
	});
}

/** Things by their key, in the order in which the keys came. */
export function grouped<Thing>(things: Thing[], keyOfThing: (thing: Thing) => unknown) {
	const groups = new Map<unknown, Thing[]>();
	for (const thing of things) {
		const key = keyOfThing(thing);
		const group = groups.get(key);
		if (group) group.push(thing);
		else groups.set(key, [thing]);
	}
	return groups;
}

/** What rows are put together by. */
export function keyOf(names: string[], row: Row): string {
	return JSON.stringify(names.map((name) => row[name]));
}

function place(columns: Field[], rows: Row[], conflicts: Conflict[]): IDataObject {
	const target: IDataObject = {};
	for (const column of columns) {
		const value = isValue(column)
			? agreed(column, rows, conflicts)
			: elements(column, rows, conflicts);
		if (value !== undefined) setAt(target, column.path, value as IDataObject);
	}
	return target;
}

/** The one value that rows have in a column; rows may leave it empty. */
function agreed(column: Field, rows: Row[], conflicts: Conflict[]): unknown {
	const valueIn = (row: Row) => row[column.name];
	const filled = rows.filter((row) => valueIn(row) !== undefined);
	const [first, ...others] = filled.filter((row) => !(valueIn(row) instanceof Unread));
	const other = others.find((row) => !isSame(valueIn(row), valueIn(first)));
	if (other) conflicts.push({ column, rows: [first, other] });
	return filled.length > 0 ? valueIn(first ?? filled[0]) : undefined;
}

/**
 * An element for each row that has one. One that says the same as another is no other document or
 * property; but of a delivery nobody can tell whether it is meant twice.
 */
function elements(column: Field, rows: Row[], conflicts: Conflict[]) {
	const found = new Map<string, { element: IDataObject; row: Row }>();
	for (const row of rows) {
		const inner = (row[column.name] ?? []) as Row[];
		for (const own of [row, ...inner]) {
			const element = place(column.fields, [own], conflicts);
			if (Object.keys(element).length === 0) continue;
			const key = JSON.stringify(element);
			const twin = found.get(key);
			const isRead = column.fields.every(({ name }) => !(own[name] instanceof Unread));
			if (!twin) found.set(key, { element, row });
			else if (column.perRow && isRead) conflicts.push({ column, rows: [twin.row, row] });
		}
	}
	return found.size > 0 ? [...found.values()].map(({ element }) => element) : undefined;
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
