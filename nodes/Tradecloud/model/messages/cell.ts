/** What a cell of a sheet, or a field of the editor, means: a value of a message, or why there is none. */
import { chosen } from '../names';
import { findingsInValue, unseen } from '../shape';
import { dayIn, type Calendar } from './day';
import { isValue, type Field } from './field';
import { numberIn, whole, type DecimalSeparator } from './number';
import { cited, Unread } from './unread';

/** How cells are read: what the user chose, and the workflow's time zone. */
export interface Reader extends Calendar {
	decimalSeparator?: DecimalSeparator;
}

/**
 * Cells, or what they mean, by the names of their columns. Under the name of a list there may be rows of
 * its elements, as the editor's forms have them.
 */
export type Row = Record<string, unknown>;

/** The values of the cells that are not empty; `Unread` in place of those that cannot be read. */
export function readRow(columns: Field[], cells: Row, reader: Reader): Row {
	const row: Row = {};
	for (const column of columns) {
		const content = cells[column.name];
		if (isValue(column)) {
			if (!isEmpty(content)) row[column.name] = read(content, column, reader);
			continue;
		}
		Object.assign(row, readRow(column.fields, cells, reader));
		const inner = Array.isArray(content) ? (content as Row[]) : [];
		row[column.name] = inner.map((own) => readRow(column.fields, own, reader));
	}
	return row;
}

const around = new RegExp(`^${unseen.source}+|${unseen.source}+$`, 'gu');

/** Whether a cell holds nothing, or nothing that can be seen. */
export function isEmpty(content: unknown): boolean {
	if (Array.isArray(content)) return content.every(isEmpty);
	const isBlank = typeof content === 'string' && content.replace(around, '') === '';
	return content === undefined || content === null || isBlank;
}

function read(content: unknown, column: Field, reader: Reader): unknown {
	if (!column.many) return readOne(content, column, reader);
	const contents = Array.isArray(content) ? content.filter((own) => !isEmpty(own)) : [content];
	const values = contents.map((own) => readOne(own, column, reader));
	return values.find((own) => own instanceof Unread) ?? values;
}

/** What spreadsheets write into a cell that has no value, in their languages. */
const noValue = /^(#[\p{Lu}\d/_]+[!?]|#N\/?[ABDV]|#GETTING_DATA|Err:\d+)$/u;
/** A number that has lost its digits, or did not fit into its cell. */
const cutOff = /^([-+]?\d+([.,]\d+)?e[-+]\d+|##+)$/i;
const remarks = ['description', 'notes', 'reason', 'value'];

function readOne(content: unknown, column: Field, reader: Reader): unknown {
	const { kind, path } = column;
	const text = typeof content === 'string' ? content.replace(around, '') : '';
	const isRemark = kind === 'text' && remarks.includes(path.at(-1) ?? '');
	if (noValue.test(text) || (!isRemark && cutOff.test(text))) {
		return new Unread(`is ${cited(text)}: the sheet has spoiled this cell`, column);
	}
	const value = valueOf(text && kind !== 'text' ? text : content, column, reader);
	const [found] = value instanceof Unread ? [value] : findingsInValue(value, column);
	return found ? new Unread(found.says, column) : value;
}

/** What cannot be converted stays as it is, for the check to name. */
function valueOf(content: unknown, field: Field, reader: Reader): unknown {
	switch (field.kind) {
		case 'number':
			return isText(content) ? (numberIn(content, reader.decimalSeparator) ?? content) : content;
		case 'date':
		case 'dateTime':
		case 'time':
			return dayIn(jsonOf(content), field.kind, reader) ?? content;
		case 'choice':
			return chosen(content, field.options) ?? content;
		case 'indicators':
			return indicatorsIn(content, field);
		default:
			return typeof content === 'number' ? textOf(content) : content;
	}
}

const isText = (content: unknown) => typeof content === 'string';

/** A date of JavaScript, Luxon or Moment is a time stamp in JSON. */
function jsonOf(content: unknown): unknown {
	const { toJSON } = Object(content) as { toJSON?: unknown };
	return typeof toJSON === 'function' ? toJSON.call(content) : content;
}

function textOf(content: number): string | Unread {
	const exact = whole(content);
	return exact instanceof Unread ? exact : String(exact);
}

/** 'Shipped, Delivered' and `['shipped', 'delivered']` → both set. */
function indicatorsIn(content: unknown, { options, one }: Field): unknown {
	if (typeof content === 'object' && !Array.isArray(content)) return content;
	const names: unknown[] = Array.isArray(content)
		? content
		: String(content as string).split(/[,;]/);
	const set = names.filter((name) => !isEmpty(name)).map((name) => chosen(name, options));
	if (!set.includes(undefined) && !(one && set.length > 1)) {
		return Object.fromEntries(set.map((name) => [name, true]));
	}
	const list = options.map(({ name }) => name).join(', ');
	const given = Array.isArray(content)
		? names.map(cited).join(', ')
		: cited(String(content as string));
	return new Unread(`is ${given}, not one ${one ? '' : 'or more '}of ${list}`);
}
