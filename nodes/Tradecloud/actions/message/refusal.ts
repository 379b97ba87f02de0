/** How a message that is not sent is named, and why. */
import { UserError, type IDataObject } from 'n8n-workflow';

import type { Built, Conflict } from '../../model/messages/build';
import type { Row } from '../../model/messages/cell';
import { isValue, type Field, type Finding } from '../../model/messages/field';
import { keyColumns, type Message } from '../../model/messages/message';
import { Unread } from '../../model/messages/unread';
import { textAt } from '../../model/order';
import { findings, pathOf } from '../../model/shape';
import { listed, listedBelow } from '../listed';
import type { Job } from '../operation';

/** Why something is not sent. */
export class Refusal extends UserError {
	/** @param reasons each names what to correct, and where */
	constructor(
		message: string,
		readonly reasons: string[],
		options: { description: string },
	) {
		super(message, options);
	}
}

/** Of rows, of which there may be thousands; the others are counted. */
const mostReasons = 100;

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
	const headline = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} was not sent: ${reasons[0]}`;
	const all = listedBelow(reasons, rows ? mostReasons : Infinity);
	const values = reasons.length === 1 ? 'this value' : `these ${reasons.length} values`;
	const told = reasons.length === 1 ? '.' : `:${all}`;
	const description = { description: `Correct ${values} and run the workflow again${told}` };
	return { ...job, obstacle: new Refusal(headline, reasons, description) };
}

/** What is forbidden in a body, by paths. */
export function reasonsInJson(body: unknown, message: Message): string[] {
	return findings(body, message).map((found) => `${pathOf(found) || 'the body'} ${found.says}`);
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
	const told = (column: Column, rows: Row[], says: string) =>
		`${titled(column, places)}${inRows(rows, places)} ${says}`;
	return [
		...[...new Set([...header, ...lines.flat()])].flatMap((row) =>
			unreadIn(row).map(({ column, says }) => told(column, [row], says)),
		),
		...conflicts.map((conflict) => inConflict(conflict, places)),
		...findings(body, message).map((found) => {
			const [first, index, ...inLine] = found.path;
			const isInLine = first === 'lines' && typeof index === 'number';
			const column = isInLine
				? columnAt(message.line, inLine)
				: columnAt(message.header, found.path);
			if (!column) return `${pathOf(found)} ${found.says}`;
			return told(column, isInLine ? lines[index] : header, found.says);
		}),
	];
}

function unreadIn(row: Row): Unread[] {
	const values = Object.values(row);
	const lists = values.filter(Array.isArray) as Row[][];
	return [...values.filter((own) => own instanceof Unread), ...lists.flat().flatMap(unreadIn)];
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

/** The value or the list to which a path leads, or within which. */
function columnAt(columns: Field[], path: Finding['path']): Field | undefined {
	const keys = path.filter((key) => typeof key === 'string');
	const all = columns.flatMap((list) => [
		list,
		...list.fields.map((own) => ({ ...own, path: [...list.path, ...own.path] })),
	]);
	return all.filter((own) => own.path.every((key, index) => key === keys[index])).at(-1);
}

type Column = Pick<Field, 'name' | 'title'>;

/** The title of a column, as the user has it. */
export function titled({ name, title }: Column, { titles }: Places): string {
	return `'${titles?.get(name) ?? title}'`;
}

/** " in row 3", " in rows 3, 4" */
function inRows(rows: Row[], { word, numbers }: Places): string {
	const all = rows.flatMap((row) => numbers.get(row) ?? []);
	if (all.length === 0) return '';
	return ` in ${all.length === 1 ? word : `${word}s`} ${listed(all.map(String), 4)}`;
}
