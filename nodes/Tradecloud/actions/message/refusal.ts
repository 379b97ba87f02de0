/** How a message that is not sent is named, and why. */
import { UserError, type IDataObject } from 'n8n-workflow';

import type { Built, Conflict, Row } from '../../model/messages/build';
import { isValue, type Column } from '../../model/messages/columns';
import type { Finding } from '../../model/messages/field';
import { keyColumns, type Message } from '../../model/messages/message';
import { textAt } from '../../model/order';
import { findings, pathOf } from '../../model/shape';
import type { Job } from '../operation';

/** The number of a message, or what else it is put together by. */
export function keyValues(message: Message, body: unknown): Record<string, string> {
	const values = keyColumns(message).flatMap(({ name, path }) => {
		const value = textAt(body, ...path);
		return value === undefined ? [] : [[name, value]];
	});
	return Object.fromEntries(values) as Record<string, string>;
}

/** "order 'PO1'" */
export function subjectOf(message: Message, body: unknown): string {
	const values = Object.values(keyValues(message, body));
	return values.length > 0 ? `${message.name} '${values.join(' / ')}'` : message.name;
}

/** The job that sends a message, or says why it is not sent: all reasons at once. */
export function checked(
	items: number[],
	message: Message,
	body: IDataObject,
	reasons: string[],
): Job {
	if (reasons.length === 0) return { items, body };
	const subject = subjectOf(message, body);
	const obstacle = new UserError(
		`${subject.charAt(0).toUpperCase()}${subject.slice(1)} was not sent: ${reasons[0]}`,
		{
			description:
				reasons.length === 1
					? 'Correct this value and run the workflow again.'
					: `Correct these ${reasons.length} values and run the workflow again: ${reasons.join('; ')}`,
		},
	);
	return { items, body, obstacle };
}

/** What is forbidden in a body, by paths. */
export function reasonsInJson(body: unknown, { shape }: Message): string[] {
	return findings(body, shape).map(inJson);
}

/** What is forbidden or contradicts itself in what was built from rows, by titles. `placeOf`: such as "row 3". */
export function reasonsIn(
	{ body, lines, conflicts }: Built,
	message: Message,
	placeOf: (row: Row) => string,
): string[] {
	return [
		...conflicts.map((conflict) => inRows(conflict, placeOf)),
		...findings(body, message.shape).map((found) =>
			inTitles(message, found, (line) => lines[line].map(placeOf).join(', ')),
		),
	];
}

function inJson(found: Finding): string {
	return `${pathOf(found) || 'the body'} ${found.says}`;
}

/** In the words of the editor's fields and of a sheet's columns. */
function inTitles(message: Message, found: Finding, placeOf: (line: number) => string): string {
	const [first, index, ...rest] = found.path;
	const isInLine = first === 'lines' && typeof index === 'number';
	const keys = (isInLine ? rest : found.path).filter((own) => typeof own === 'string');
	const title = titleAt(isInLine ? message.line : message.header, keys);
	if (title === undefined) return inJson(found);
	return `'${title}'${isInLine ? ` in ${placeOf(index)}` : ''} ${found.says}`;
}

function titleAt(columns: Column[], keys: string[]): string | undefined {
	for (const column of columns) {
		const { path, title } = column;
		if (!path.every((key, index) => key === keys[index])) continue;
		if (path.length === keys.length) return title;
		const inner = isValue(column) ? title : titleAt(column.elements, keys.slice(path.length));
		if (inner !== undefined) return inner;
	}
	return undefined;
}

/** What rows say differently, or say twice. */
function inRows({ column, rows }: Conflict, placeOf: (row: Row) => string): string {
	const [first, other] = rows.map((row) => ({ where: placeOf(row), cell: row[column.name] }));
	return isValue(column)
		? `'${column.title}' is '${String(first.cell)}' in ${first.where} and '${String(other.cell)}' in ${other.where}`
		: `'${column.title}' is the same in ${first.where} and ${other.where}: leave one of them out`;
}
