/** A message as columns of a table: one for each value, whatever objects and lists it lies in. */
import type { Choice, Field, Fields, Indicators, Leaf, ListField } from './field';
import { nameOf, titleOf } from './titles';

/** What one cell holds. */
export type Value = Leaf | Choice | Indicators;

/** A value of a message, or a list of values. */
export interface ValueColumn {
	name: string;
	title: string;
	/** The fields that lead to it, from the message, the line or the element of a list on. */
	path: string[];
	value: Value;
	/** Whether it is a list of such values. */
	many: boolean;
	required: boolean;
	common: boolean;
	/** Whether no row has it. */
	fieldsOnly: boolean;
}

/** A list of objects, with the columns of an element. */
export interface ListColumn extends Omit<ValueColumn, 'value' | 'many'> {
	description?: string;
	elements: ValueColumn[];
	/** Whether each row adds an element, and not only those that differ. */
	perRow: boolean;
}

export type Column = ValueColumn | ListColumn;

/** The columns of an object's fields: required ones first, then common ones, also those of a list. */
export function columnsOf(fields: Fields): Column[] {
	const hasTop = (column: Column) =>
		isTop(column) || (!isValue(column) && column.perRow && column.elements.some(isTop));
	const rank = (column: Column) => (column.required ? 0 : hasTop(column) ? 1 : 2);
	return [...collect(fields, [], true)].sort((one, other) => rank(one) - rank(other));
}

function* collect(fields: Fields, before: string[], isRequired: boolean): Generator<Column> {
	for (const [key, field] of Object.entries(fields)) {
		const path = [...before, key];
		const required = isRequired && field.required === true;
		if (field.only === 'json' || field.kind === 'misplaced') continue;
		if (field.kind === 'object') yield* collect(field.fields, path, required);
		else if (field.kind === 'list') yield* ofList(key, field, path, required);
		else yield { ...named(key, field), path, required, value: field, many: false };
	}
}

function* ofList(
	key: string,
	field: ListField,
	path: string[],
	required: boolean,
): Generator<Column> {
	const { of, perRow = false } = field;
	if (of.kind === 'object') {
		const elements = [...collect(of.fields, [], required || !perRow)].filter(isValue);
		const { description } = field;
		yield { ...named(key, field), description, path, required, elements, perRow };
	} else if (of.kind !== 'list' && of.kind !== 'misplaced') {
		yield { ...named(key, field), path, required, value: of, many: true };
	}
}

function named(key: string, field: Field) {
	return {
		name: nameOf(key, field),
		title: titleOf(key, field),
		common: field.common === true,
		fieldsOnly: field.only === 'fields',
	};
}

/** Whether it is shown at the top. */
export function isTop({ required, common }: Column): boolean {
	return required || common;
}

export function isValue(column: Column): column is ValueColumn {
	return 'value' in column;
}

/** Each value a column of its own, as in a sheet. */
export function flat(columns: Column[]): ValueColumn[] {
	return columns.flatMap((column) => {
		if (isValue(column)) return [column];
		const isCommon = column.perRow || column.common;
		return column.elements.map((own) => ({ ...own, common: own.common && isCommon }));
	});
}
