/** How a message that is not sent is named, and why. */
import { UserError, type IDataObject } from 'n8n-workflow';

import type { Built, Conflict } from '../../model/messages/build';
import type { Row } from '../../model/messages/cell';
import { isValue, type Field, type Finding } from '../../model/messages/field';
import { keyColumns, type Message } from '../../model/messages/message';
import { Unread } from '../../model/messages/unread';
import { textAt } from '../../model/order';
import { findings, pathOf } from '../../model/shape';
import { listed } from '../listed';
import type { Job } from '../operation';

/** Why something is not sent. */
export class Refusal extends UserError {
	/** Each names what to correct, and where. */
	readonly reasons: string[];

	constructor(
		message: string,
		{ description, reasons }: { description: string; reasons: string[] },
	) {
		super(message, { description });
		this.reasons = reasons;
	}
}

/** Of rows, of which there may be thousands; the others are counted. */
const mostReasons = 100;

function refusal(message: string, reasons: string[], most = Infinity): Refusal {
	return new Refusal(message, {
		reasons,
		description:
			reasons.length === 1
				? 'Correct this value and run the workflow again.'
				: `Correct these ${reasons.length} values and run the workflow again: ${listed(reasons, most, '; ')}`,
	});
}

/** The number of a message, or what else it is put together by. */
function keyValues(message: Message, body: unknown): Record<string, string> {
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
	{ items, rows }: Pick<Job, 'items' | 'rows'>,
	message: Message,
	body: IDataObject,
	reasons: string[],
): Job {
	const job: Job = { items, ...(rows && { rows }), body, key: keyValues(message, body) };
	if (reasons.length === 0) return job;
	const subject = subjectOf(message, body);
	const headline = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} was not sent`;
	const most = rows && mostReasons;
	return { ...job, obstacle: refusal(`${headline}: ${reasons[0]}`, reasons, most) };
}

/** What is forbidden in a body, by paths. */
export function reasonsInJson(body: unknown, message: Message): string[] {
	return findings(body, message).map(inJson);
}

function inJson(found: Finding): string {
	return `${pathOf(found) || 'the body'} ${found.says}`;
}

/** How rows and columns are named. */
export interface Places {
	word: 'row' | 'line';
	/** Rows without a number are not named. */
	numbers: Map<Row, number>;
	/** What the user calls columns, by their names; others have our title. */
	titles?: Map<string, string>;
}

/** All that keeps rows from being sent: what cannot be read, contradicts itself or is forbidden. */
export function reasonsIn(built: Built, message: Message, places: Places): string[] {
	const { body, header, lines, conflicts } = built;
	const rows = [...new Set([...header, ...lines.flat()])];
	return [
		...rows.flatMap((row) => unreadIn(row).map((own) => inRow(own, row, places))),
		...conflicts.map((conflict) => inConflict(conflict, places)),
		...findings(body, message).map((found) => inTitles(found, message, built, places)),
	];
}

function unreadIn(row: Row): Unread[] {
	const lists = Object.values(row).filter(Array.isArray) as Row[][];
	const own = Object.values(row).filter((value) => value instanceof Unread);
	return [...own, ...lists.flat().flatMap(unreadIn)];
}

function inRow({ column, says }: Unread, row: Row, places: Places): string {
	return `${titled(column, places)}${inRows([row], places)} ${says}`;
}

/** What rows say differently, or say twice. */
function inConflict({ column, rows }: Conflict, places: Places): string {
	const title = titled(column, places);
	if (!isValue(column)) return `${title} is the same${inRows(rows, places)}: leave one of them out`;
	const [one, other] = rows.map((row) => `'${inWords(row[column.name])}'${inRows([row], places)}`);
	return `${title} is ${one} and ${other}`;
}

function inWords(value: unknown): string {
	const isIndicators = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isIndicators ? Object.keys(value).join(', ') : String(value as string | string[]);
}

/** In the words of the editor's fields and of a sheet's columns. */
function inTitles(
	found: Finding,
	message: Message,
	{ header, lines }: Built,
	places: Places,
): string {
	const [first, index, ...rest] = found.path;
	const isInLine = first === 'lines' && typeof index === 'number';
	const keys = (isInLine ? rest : found.path).filter((own) => typeof own === 'string');
	const column = columnAt(isInLine ? message.line : message.header, keys);
	const rows = inRows(isInLine ? lines[index] : header, places);
	return column ? `${titled(column, places)}${rows} ${found.says}` : inJson(found);
}

function columnAt(columns: Field[], keys: string[]): Field | undefined {
	for (const column of columns) {
		const { path } = column;
		if (!path.every((key, index) => key === keys[index])) continue;
		if (path.length === keys.length) return column;
		const inner = isValue(column) ? column : columnAt(column.fields, keys.slice(path.length));
		if (inner !== undefined) return inner;
	}
	return undefined;
}

/** The title of a column, as the user has it. */
export function titled({ name, title }: Pick<Field, 'name' | 'title'>, { titles }: Places): string {
	return `'${titles?.get(name) ?? title}'`;
}

/** " in row 3", " in rows 3, 4" */
function inRows(rows: Row[], { word, numbers }: Places): string {
	const all = rows.flatMap((row) => numbers.get(row) ?? []);
	if (all.length === 0) return '';
	return ` in ${all.length === 1 ? word : `${word}s`} ${listed(all.map(String), 4)}`;
}
