/** Numbers as people write them: `1,5`, `1.250,00`, `1 000`. */
import { settled, cited, Unread } from './unread';

export type DecimalSeparator = 'point' | 'comma';

/** Groups of three digits with one kind of sign between them, and the decimals behind another. */
const point = /^[-+]?(?:\d+|[1-9]\d{0,2}(?:([,\s'’])\d{3})(?:\1\d{3})*|(?=\.\d))(?:\.\d*)?$/;
const comma = /^[-+]?(?:\d+|[1-9]\d{0,2}(?:([.\s'’])\d{3})(?:\1\d{3})*|(?=,\d))(?:,\d*)?$/;

/** The number that a text shows; undefined where it is none. */
export function numberIn(text: string, chosen?: DecimalSeparator): number | Unread | undefined {
	const readings = {
		point: point.test(text) ? Number(text.replace(/[,\s'’]/g, '')) : undefined,
		comma: comma.test(text) ? Number(text.replace(/[.\s'’]/g, '').replace(',', '.')) : undefined,
	};
	const value = settled(text, readings, 'Decimal Separator', chosen);
	return typeof value === 'number' ? whole(value, text) : value;
}

/** The same number, unless digits before the decimals are lost. */
export function whole(value: number, content: unknown = value): number | Unread {
	if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
	return new Unread(
		`is ${cited(content)}, a number too long to be exact: make it text in the sheet`,
	);
}
