/** A message that a company sends to Tradecloud: what it is made of, as a table with a column for each value, and a small valid one. */
import type { IDataObject } from 'n8n-workflow';

import { setAt } from '../order';
import { fields, isTop, isValue, type Field, type Rule } from './field';

/** What a message is made from. */
interface Definition {
	/** In the user's words, such as "order". */
	name: string;
	/** The columns by whose values rows are put together into one message; its number is the first. */
	key: string[];
	/** The columns by whose values rows are put together into one line; a line for each row where there is none. */
	lineKey?: string[];
	/** Whether a row can be about the message only, and so makes no line. */
	linesOptional?: boolean;
	rule?: Rule;
}

/** Columns are values, lists of values, and lists of objects, whose elements have columns of their own. */
export interface Message extends Definition {
	/** All fields, also those without a column. */
	fields: Field[];
	/** The columns of the message itself. */
	header: Field[];
	/** The columns of a line. */
	line: Field[];
	/** A small valid one. */
	example: IDataObject;
}

/** A message, all of which derives from the table of its fields. */
export function message({ table, ...definition }: Definition & { table: string }): Message {
	const all = fields(table);
	const lines = all.filter(({ name }) => name === 'lines');
	const header = sorted(columnsOf(all.filter((field) => !lines.includes(field))));
	const line = sorted(columnsOf(lines[0].fields));
	const example = { ...exampleOf(header), lines: [exampleOf(line)] };
	return { ...definition, fields: all, header, line, example };
}

function columnsOf(fields: Field[], isRequired = true): Field[] {
	return fields.flatMap((field) => {
		const required = isRequired && field.required;
		if (field.jsonOnly) return [];
		if (field.kind === 'object') return columnsOf(field.fields, required);
		const elements = columnsOf(field.fields, required || !field.perRow);
		return [{ ...field, required, fields: elements.filter(isValue) }];
	});
}

/** Required ones first, then common ones, also those of a list. */
function sorted(columns: Field[]): Field[] {
	const hasTop = (column: Field) => isTop(column) || (column.perRow && column.fields.some(isTop));
	const rank = (column: Field) => (column.required ? 0 : hasTop(column) ? 1 : 2);
	return columns.sort((one, other) => rank(one) - rank(other));
}

/** What people mostly fill in. */
function exampleOf(columns: Field[]): IDataObject {
	const example: IDataObject = {};
	for (const column of columns) {
		const { example: value, kind, many, path, fields } = column;
		if (!isValue(column)) {
			const element = column.perRow || column.common ? exampleOf(fields) : {};
			if (Object.keys(element).length > 0) setAt(example, path, [element]);
		} else if (value !== undefined && isTop(column)) {
			const whole = kind === 'indicators' ? { [value]: true } : value;
			setAt(example, path, many ? [whole] : whole);
		}
	}
	return example;
}

/** The columns of a row, each value one of its own: those of the message, then those of a line. */
export function rowColumns({ header, line }: Message): Field[] {
	const flat = [...header, ...line].flatMap((column) => {
		if (isValue(column)) return [column];
		const isCommon = column.perRow || column.common;
		return column.fields.map((own) => ({ ...own, common: own.common && isCommon }));
	});
	return flat.filter(({ fieldsOnly }) => !fieldsOnly);
}

/** The columns by whose values rows are put together into one message. */
export function keyColumns({ key, header }: Message): Field[] {
	return header.filter(isValue).filter(({ name }) => key.includes(name));
}
