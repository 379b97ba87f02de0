/** A message that a company sends to Tradecloud: its shape, and its most used fields as columns of a table. */
import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import type { Shape } from '../shape';

/** A field of a message as people fill it in, one by one or from a column of a sheet. */
export interface Column {
	name: string;
	displayName: string;
	type: 'string' | 'number';
	/**
	 * Where it stands in the message, or in a line. A number in it is a place in a list; a `*` at its
	 * end stands for the value, which becomes the name of a flag.
	 */
	path: string;
	required?: boolean;
	/** What it is when it is left empty. */
	otherwise?: string | number;
	placeholder?: string;
	description?: string;
	/** The only values that it can have. */
	options?: INodePropertyOptions[];
}

export interface Message {
	/** In the user's words, such as "order". */
	name: string;
	shape: Shape;
	/** A small valid one. */
	example: IDataObject;
	/** The column by whose value rows are put together into one message. */
	number: string;
	header: Column[];
	/** The columns of a line. */
	line: Column[];
}

/** Required columns of one type, each `name: [display name, path, more]`. */
export function columns(
	type: Column['type'],
	definitions: Record<string, [string, string, Partial<Column>?]>,
): Column[] {
	return Object.entries(definitions).map(([name, [displayName, path, more]]) => ({
		name,
		displayName,
		type,
		path,
		required: true,
		...more,
	}));
}

/** Builds a message from the values of its header and of its lines, by column name. */
export function build(message: Message, header: IDataObject, lines: IDataObject[]): IDataObject {
	const body = place(message.header, header);
	if (message.line.length > 0) body.lines = lines.map((line) => place(message.line, line));
	return body;
}

function place(columns: Column[], values: IDataObject): IDataObject {
	const target: IDataObject = {};
	for (const { name, type, path, otherwise, options } of columns) {
		const value = isEmpty(values[name]) ? otherwise : converted(values[name], type);
		if (value === undefined) continue;
		if (!path.endsWith('.*')) setAt(target, path.split('.'), value);
		else if (options?.some((option) => option.value === value))
			setAt(target, [path.slice(0, -2), value as string], true);
		else setAt(target, [path.slice(0, -2)], value);
	}
	return target;
}

/** Whether a cell holds nothing. */
export function isEmpty(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/** What a sheet holds as text may be a number, and the other way round; what is neither stays as it is. */
function converted(value: unknown, type: Column['type']): IDataObject[string] {
	if (type === 'number') {
		const asNumber = typeof value === 'string' ? Number(value) : value;
		return (Number.isNaN(asNumber) ? value : asNumber) as IDataObject[string];
	}
	return (typeof value === 'number' ? String(value) : value) as IDataObject[string];
}

function setAt(target: IDataObject, path: string[], value: IDataObject[string]): void {
	const [name, next] = path;
	if (next === undefined) target[name] = value;
	else setAt((target[name] ??= /^\d+$/.test(next) ? [] : {}) as IDataObject, path.slice(1), value);
}
