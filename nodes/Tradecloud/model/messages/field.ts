/** Fields of messages, written as tables. The check, the editor's forms, the columns and the example derive from them. */
import type { INodePropertyOptions } from 'n8n-workflow';

import { titleOf } from '../names';
import { parts } from './parts';

/** What one value is: `kinds.ts` tells what it looks like. */
const leafKinds = [
	'identifier',
	'text',
	'number',
	'date',
	'dateTime',
	'time',
	'country',
	'currency',
] as const;
export type LeafKind = (typeof leafKinds)[number];

/** A field of a message, of a line, or of an element of a list. */
export interface Field {
	/**
	 * `indicators`: an object of booleans. `misplaced`: a field of the message's other form, which this form ignores.
	 */
	kind: LeafKind | 'choice' | 'indicators' | 'object' | 'list' | 'misplaced';
	/** The fields that lead to it, from the message, the line or the element of a list on. */
	path: string[];
	/** Of the parameter and the column. */
	name: string;
	title: string;
	description?: string;
	example?: string | number;
	/** Whether it is a list of such values. */
	many: boolean;
	/** Whether a page demands it, wherever the object that holds it is there; of a column, in every row. */
	required: boolean;
	/** Whether the editor shows it at the top, and not among the additional fields. */
	common: boolean;
	/** Whether no row has it. */
	fieldsOnly: boolean;
	/** Whether it is known, and not offered. */
	jsonOnly: boolean;
	/** What is in an object, or in each element of a list. */
	fields: Field[];
	/** What is offered of a choice or of indicators. */
	options: INodePropertyOptions[];
	/** All indicators that Tradecloud has. */
	known: string[];
	/** `one`: people choose one of the indicators. `perRow`: each row of a sheet adds an element. */
	one: boolean;
	perRow: boolean;
	/** Whether lines that are filled in one by one have it from the first one, where they leave it empty. */
	repeats: boolean;
	/** How many elements a list has. */
	least: number;
	most: number;
	/** The field that no two elements share; the one beside which this one must be; the one to use in its place. */
	unique?: string;
	beside?: string;
	instead?: string;
}

/** Something that a page forbids: where, and what is said of it. */
export interface Finding {
	path: (string | number)[];
	says: string;
}
/** What the fields of a message say of each other. */
export type Rule = (body: Record<string, unknown>) => Iterable<Finding>;

/** A line of a table, with those that are indented below it. */
interface Row {
	cells: string[];
	inner: Row[];
}

/** What the rows of a table have from what they are in. */
interface Place {
	path: string[];
	prefix: string;
	marks: string;
}

const shared = new Map(rowsOf(parts).map(({ cells: [name], inner }) => [name, inner]));

/**
 * Fields from a table with the columns `key | kind and settings | example | description`. What is in an object (a key
 * without a kind) or a list (`key[]`) is indented below it, and so are the options of a choice. Behind a key stand `!`
 * where a page demands the field, `*` where it is common, `-` where no row has it, `#` where it is not offered, and
 * `= Title` or `= name: Title` where the key does not do. `(Words)` come before the titles of all that is within.
 * `...part` are the rows of a part that messages share. A kind in brackets is a list of such values.
 */
export function fields(table: string): Field[] {
	return [...fieldsIn(rowsOf(table), { path: [], prefix: '', marks: '' })];
}

function rowsOf(table: string): Row[] {
	const top: Row[] = [];
	const open = [{ depth: -1, rows: top }];
	for (const line of table.split('\n').filter((own) => own.trim() !== '')) {
		const depth = line.search(/\S/);
		while (open[0].depth >= depth) open.shift();
		const row: Row = { cells: line.split('|').map((cell) => cell.trim()), inner: [] };
		open[0].rows.push(row);
		open.unshift({ depth, rows: row.inner });
	}
	return top;
}

const form = /^(\.\.\.)?(\w*)(\[\])?([!*#-]*)(?: ?\((.+?)\))?(?: = (?:(\w+): )?(.+))?$/;

function* fieldsIn(rows: Row[], { path, prefix, marks }: Place): Generator<Field> {
	for (const row of rows) {
		const [, isPart, key, isList, own = '', words = '', name, title] =
			form.exec(row.cells[0]) ?? [];
		const within = { path, prefix: `${prefix} ${words}`.trim(), marks: '' };
		if (isPart) {
			yield* fieldsIn(shared.get(key)!, { path, prefix, marks: own });
		} else if (!key) {
			yield* fieldsIn(row.inner, within);
		} else {
			const field = fieldOf(row, key, marks + own);
			const one = field.many ? key.replace(/s$/, '') : key;
			field.path = [...path, key];
			field.name = prefixed(prefix, name ?? one);
			field.title = `${prefix} ${title ?? titleOf(one)}`.trim();
			if (isList) field.kind = 'list';
			if (isList || field.kind === 'object') {
				field.fields = [...fieldsIn(row.inner, { ...within, path: isList ? [] : field.path })];
			}
			yield field;
		}
	}
}

/** 'Buyer Party' and `postalCode` → `buyerPartyPostalCode` */
function prefixed(prefix: string, name: string): string {
	if (prefix === '') return name;
	const [first, ...more] = prefix.split(' ');
	return [first.toLowerCase(), ...more, name.charAt(0).toUpperCase() + name.slice(1)].join('');
}

const kinds = [...leafKinds, 'choice', 'indicators', 'misplaced'] as const;

function fieldOf({ cells, inner }: Row, key: string, marks: string): Field {
	const [, settings = '', example = '', description] = cells;
	const words = settings.split(' ');
	const kind = kinds.find((own) => words[0].replace(/[[\]]/g, '') === own);
	if (!kind && inner.length === 0) throw new Error(`No field: ${cells.join(' | ')}`);
	const set = Object.fromEntries(words.map((word) => word.split('='))) as Record<string, string>;
	const known = kind === 'choice' || kind === 'indicators' ? [...optionsIn(inner)] : [];
	return {
		path: [key],
		name: key,
		title: key,
		kind: kind ?? 'object',
		many: words[0].startsWith('['),
		description,
		example: kind === 'number' && example ? Number(example) : example || undefined,
		required: marks.includes('!'),
		common: marks.includes('*'),
		fieldsOnly: marks.includes('-'),
		jsonOnly: marks.includes('#') || kind === 'misplaced',
		fields: [],
		options: known.filter(({ description }) => description),
		known: known.map(({ value }) => String(value)),
		one: 'one' in set,
		perRow: 'perRow' in set,
		repeats: 'repeats' in set,
		least: Number(set.least ?? 0),
		most: Number(set.most ?? mostElements),
		unique: set.unique,
		beside: set.beside,
		instead: set.instead,
	};
}

function* optionsIn(rows: Row[]): Generator<INodePropertyOptions> {
	for (const {
		cells: [head, description],
	} of rows) {
		const [, isPart, value, , , , , name = titleOf(value)] = form.exec(head) ?? [];
		if (isPart) yield* optionsIn(shared.get(value)!);
		else yield { name, value, description };
	}
}

/** Tradecloud's limit for every list but those with another (manual: api/rules.md). */
export const mostElements = 100;

/** Whether it is shown at the top. */
export function isTop({ required, common }: Field): boolean {
	return required || common;
}

/** Whether a column is a value or a list of values. */
export function isValue({ kind }: Field): boolean {
	return kind !== 'list';
}

/** Whether a list is missing or empty. */
export function isNone(list: unknown): boolean {
	return Array.isArray(list) ? list.length === 0 : !isGiven(list);
}

/** Whether a field holds something; `null` and `''` are as good as no field. */
export function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}
