/** A message that a company sends to Tradecloud: what it is made of, and a small valid one. */
import type { IDataObject } from 'n8n-workflow';

import { columnsOf, flat, isTop, isValue, type Column, type ValueColumn } from './columns';
import type { Fields, ListField, ObjectField } from './field';
import { setAt } from './build';

/** What a message is made from. */
export interface Definition {
	/** In the user's words, such as "order". */
	name: string;
	/** The columns by whose values rows are put together into one message; its number is the first. */
	key: string[];
	/** The columns by whose values rows are put together into one line; a line for each row where there is none. */
	lineKey?: string[];
	/** Whether a row can be about the message only, and so makes no line. */
	linesOptional?: boolean;
	shape: ObjectField;
}

export interface Message extends Definition {
	/** The columns of the message itself. */
	header: Column[];
	/** The columns of a line. */
	line: Column[];
	/** A small valid one. */
	example: IDataObject;
}

/** A message, all of which derives from the description of its fields. */
export function message(definition: Definition): Message {
	const { lines, ...header } = definition.shape.fields;
	const parts = { header: columnsOf(header), line: columnsOf(lineFields(lines as ListField)) };
	const example = exampleOf(parts.header);
	const line = exampleOf(parts.line);
	if (Object.keys(line).length > 0) example.lines = [line];
	return { ...definition, ...parts, example };
}

function lineFields({ of }: ListField): Fields {
	return of.kind === 'object' ? of.fields : {};
}

/** What people mostly fill in. */
function exampleOf(columns: Column[]): IDataObject {
	const example: IDataObject = {};
	for (const column of columns) {
		if (isValue(column)) {
			const { example: value, kind } = column.value;
			if (value === undefined || !isTop(column)) continue;
			const whole = kind === 'indicators' ? { [value]: true } : value;
			setAt(example, column.path, column.many ? [whole] : whole);
		} else if (column.perRow || column.common) {
			const element = exampleOf(column.elements);
			if (Object.keys(element).length > 0) setAt(example, column.path, [element]);
		}
	}
	return example;
}

/** The columns of a row: those of the message, then those of a line. */
export function rowColumns({ header, line }: Message): ValueColumn[] {
	return [...flat(header), ...flat(line)].filter(({ fieldsOnly }) => !fieldsOnly);
}

/** The columns by whose values rows are put together into one message. */
export function keyColumns({ key, header }: Message): ValueColumn[] {
	return header.filter(isValue).filter(({ name }) => key.includes(name));
}
