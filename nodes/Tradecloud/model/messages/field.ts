/** Fields of messages, described by data. The check, the editor's forms, the columns and the example derive from it. */
import type { INodePropertyOptions } from 'n8n-workflow';

/** What people read of a field. */
interface Words {
	/** In the editor and as the title of a column; made from the field's key where it is left out. */
	title?: string;
	/** Of the parameter and the column; the field's key where it is left out. */
	name?: string;
	description?: string;
	example?: string | number;
	/** Whether a page demands it, wherever the object that holds it is there. */
	required?: boolean;
	/** Whether the editor shows it at the top, and not among the additional fields. */
	common?: boolean;
	/** `json`: known, and not offered. `fields`: no column of a row. */
	only?: 'json' | 'fields';
}

export const leafKinds = [
	/** A text without white space or characters that nobody sees (manual: api/rules.md). */
	'identifier',
	'text',
	/** Decimal, with any number of digits. */
	'number',
	/** `yyyy-MM-dd`; `yyyy-MM-ddThh:mm:ss`, local (manual: api/standards.md) */
	'date',
	'dateTime',
	/** `hh:mm:ss`, local (SDK: SendDespatchAdvice/despatch-advice.json) */
	'time',
	/** A country and a currency in letters (manual: order/buyer/issue/README.md). */
	'country',
	'currency',
] as const;

export type Leaf = Words & { kind: (typeof leafKinds)[number] };
/** One of the values of a list. */
export type Choice = Words & { kind: 'choice'; options: INodePropertyOptions[] };
/** An object of booleans. `one`: people choose one of them. `known`: all that Tradecloud has. */
export type Indicators = Words & {
	kind: 'indicators';
	options: INodePropertyOptions[];
	known: string[];
	one?: boolean;
};
export type ObjectField = Words & { kind: 'object'; fields: Fields; rule?: Rule };
/** `key`: no two elements share it. `perRow`: each row of a sheet adds an element. */
export type ListField = Words & {
	kind: 'list';
	of: Field;
	least?: number;
	most?: number;
	key?: string;
	perRow?: boolean;
};
/** A field of the message's other form, which this form ignores. */
export type Misplaced = Words & { kind: 'misplaced'; instead: string };

export type Field = Leaf | Choice | Indicators | ObjectField | ListField | Misplaced;
export type Fields = Record<string, Field>;

export type Path = (string | number)[];
/** Something that a page forbids: where, and what is said of it. */
export interface Finding {
	path: Path;
	says: string;
}
/** What fields say of each other; the paths are those within the object. */
export type Rule = (value: Record<string, unknown>) => Iterable<Finding>;

type More<F> = Partial<Omit<F, 'kind'>>;

/**
 * Fields from a table with the columns `key | kind | example | description`. Behind a key stand `!` where
 * a page demands the field, `*` where it is common, and `= Title` or `= name: Title` where the key does
 * not do. A kind in brackets is a list of such values.
 */
export function fields(table: string): Fields {
	const rows = table.trim().split('\n');
	return Object.fromEntries(rows.map(fieldOf));
}

function fieldOf(row: string): [string, Field] {
	const [head, kindWord, example, description] = row.split('|').map((cell) => cell.trim());
	const [, key, marks, name, title] = /^(\w+)([!*]*)(?: = (?:(\w+): )?(.+))?$/.exec(head) ?? [];
	const kind = leafKinds.find((own) => own === kindWord.replace(/[[\]]/g, ''));
	if (!kind) throw new Error(`No field: ${row}`);
	const words = {
		...(title && { title }),
		...(name && { name }),
		...(marks.includes('!') && { required: true }),
		...(marks.includes('*') && { common: true }),
	};
	const shown = kind === 'number' && example !== '' ? Number(example) : example || undefined;
	const leaf: Leaf = { kind, description, example: shown };
	return [key, kindWord === kind ? { ...leaf, ...words } : list(leaf, { ...words })];
}

/** One of these values. */
export function choice(
	description: string,
	options: INodePropertyOptions[],
	more: More<Choice> = {},
): Choice {
	return { kind: 'choice', description, options, ...more };
}

/** Flags, of which those in `options` are offered, and those in `more` are known besides. */
export function indicators(
	description: string,
	options: INodePropertyOptions[],
	more: string[],
	words: More<Indicators> = {},
): Indicators {
	const known = [...options.map(({ value }) => String(value)), ...more];
	return { kind: 'indicators', description, options, known, ...words };
}

/** An object with these fields; others pass. */
export function object(fields: Fields, more: More<ObjectField> = {}): ObjectField {
	return { kind: 'object', fields, ...more };
}

/** A list of such elements, at most a hundred where `more` says nothing else. */
export function list(of: Field, more: More<ListField> = {}): ListField {
	return { kind: 'list', of, ...more };
}

/** A field that belongs to the message's other form. */
export function misplaced(instead: string): Misplaced {
	return { kind: 'misplaced', instead };
}

/** The same, demanded by a page. */
export function required<F extends Field>(field: F): F {
	return { ...field, required: true };
}

/** The same, shown at the top. */
export function common<F extends Field>(field: F): F {
	return { ...field, common: true };
}

/** The same fields, each changed. */
export function mapped(fields: Fields, change: (field: Field, key: string) => Field): Fields {
	return Object.fromEntries(
		Object.entries(fields).map(([key, field]) => [key, change(field, key)]),
	);
}

/** Whether a field holds something; `null` and `''` are as good as no field. */
export function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}
