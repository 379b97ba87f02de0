/** The check of a body before it is sent: it finds what the pages of Tradecloud's manual forbid, and changes nothing. */
import { isDay } from './messages/day';
import { isGiven, mostElements, type Field, type Finding, type LeafKind } from './messages/field';
import type { Message } from './messages/message';
import { cited, Unread } from './messages/unread';
import { valueAt } from './order';

type Path = Finding['path'];

/** All that is forbidden in a body; fields that are not described pass (manual: api/compatibility.md). */
export function findings(body: unknown, { fields, rule }: Message): Finding[] {
	if (!isObject(body)) return [notA([], body, 'an object')];
	return [...findingsInObject([], body, fields), ...(rule?.(body) ?? [])];
}

/** What is forbidden in one value, or in each of a list of values. */
export function findingsInValue(value: unknown, field: Field): Finding[] {
	return [...findingsAt([], value, { ...field, many: false })];
}

/** A path as it is written: `lines[0].position` */
export function pathOf({ path }: Pick<Finding, 'path'>): string {
	return path
		.map((own, index) => (typeof own === 'number' ? `[${own}]` : index > 0 ? `.${own}` : own))
		.join('');
}

function notA(path: Path, value: unknown, wanted: string): Finding {
	return { path, says: `is ${cited(value)}, not ${wanted}` };
}

function* findingsAt(path: Path, value: unknown, field?: Field): Generator<Finding> {
	if (value instanceof Unread) return;
	if (!field) {
		if (Array.isArray(value)) yield* findingsInList(path, value);
		else if (isObject(value)) yield* findingsInObject(path, value, []);
	} else if (field.kind === 'misplaced') {
		if (Array.isArray(value) && value.length === 0) return;
		yield { path, says: `is not for this form of order; use '${field.instead}'` };
	} else if (field.kind === 'list' || field.many) {
		if (Array.isArray(value)) yield* findingsInList(path, value, field);
		else yield notA(path, value, 'a list');
	} else if (field.kind === 'object') {
		if (isObject(value)) yield* findingsInObject(path, value, field.fields);
		else yield notA(path, value, 'an object');
	} else if (field.kind === 'indicators') {
		yield* findingsInIndicators(path, value, field);
	} else if (field.kind === 'choice') {
		const values = field.options.map((option) => String(option.value));
		if (!values.includes(value as string)) yield notA(path, value, `one of ${values.join(', ')}`);
	} else {
		yield* findingsInLeaf(path, value, field.kind);
	}
}

function* findingsInObject(
	path: Path,
	value: Record<string, unknown>,
	fields: Field[],
): Generator<Finding> {
	const known = new Map(fields.map((field) => [field.path.at(-1)!, field]));
	for (const [key, { required, kind, fields: inner, beside }] of known) {
		if (isGiven(valueAt(value, key))) continue;
		if (required && kind === 'object') yield* findingsInObject([...path, key], {}, inner);
		else if (required) yield { path: [...path, key], says: 'is missing' };
		else if (beside !== undefined && isGiven(valueAt(value, beside)))
			yield { path: [...path, key], says: `is missing beside ${beside}` };
	}
	for (const [key, inner] of Object.entries(value)) {
		if (isGiven(inner)) yield* findingsAt([...path, key], inner, known.get(key));
	}
}

function* findingsInList(path: Path, values: unknown[], field?: Field): Generator<Finding> {
	const { least = 0, most = mostElements, many, unique } = field ?? {};
	const of = many ? { ...field!, many: false } : field && { ...field, kind: 'object' as const };
	if (values.length < least) yield { path, says: 'is empty' };
	if (values.length > most) {
		yield { path, says: `has ${values.length} elements, and Tradecloud takes at most ${most}` };
	}
	for (const [index, value] of values.entries()) yield* findingsAt([...path, index], value, of);
	if (unique !== undefined) yield* repetitions(path, values, unique);
}

/** manual: order/buyer/issue/README.md, order/buyer/issue/delivery-schedule.md */
function* repetitions(path: Path, values: unknown[], key: string): Generator<Finding> {
	const names = values.map((value) => valueAt(value, key));
	for (const [index, name] of names.entries()) {
		const first = names.indexOf(name);
		if (!isGiven(name) || name instanceof Unread || first === index) continue;
		const place = pathOf({ path: [...path, first] });
		yield { path: [...path, index, key], says: `is ${cited(name)}, as in ${place}` };
	}
}

/** manual: order/buyer/issue/indicators.md */
function* findingsInIndicators(path: Path, value: unknown, field: Field): Generator<Finding> {
	const { known, options, one } = field;
	const list = (one ? options.map((option) => option.value) : known).join(', ');
	if (!isObject(value)) {
		yield notA(path, value, `an object of ${list}`);
		return;
	}
	for (const [key, inner] of Object.entries(value)) {
		if (!known.includes(key)) yield { path, says: `has ${cited(key)}, which is none of ${list}` };
		else if (isGiven(inner) && typeof inner !== 'boolean') {
			yield notA([...path, key], inner, 'true or false');
		}
	}
}

/** manual: api/rules.md (identifiers), api/standards.md (dates) */
function* findingsInLeaf(path: Path, value: unknown, kind: LeafKind): Generator<Finding> {
	const { is, fits } = kinds[kind];
	if (is === 'a text' && typeof value === 'number') {
		yield { path, says: `is ${cited(value)}, a number: put it in quotes` };
	} else if (!fits(value)) {
		yield notA(path, value, is);
	} else if (kind === 'identifier') {
		const says = unwantedIn(String(value));
		if (says) yield { path, says: `is ${cited(value)}, ${says}` };
	}
}

/** White space, and characters that nobody sees. */
export const unseen = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** What JavaScript writes in place of what is not there. */
const nothing = /^(undefined|null|NaN|\[object Object\])$/;

/** A space can be seen in a message, most of the others cannot. */
function unwantedIn(value: string): string | undefined {
	const [character] = unseen.exec(value) ?? [];
	if (nothing.test(value)) return 'which an expression gives in place of a missing value';
	if (!character) return undefined;
	const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
	return `with ${/\s/.test(character) ? 'white space' : 'an invisible character'} (U+${code})`;
}

const isText = (value: unknown) => typeof value === 'string';
const matches = (form: RegExp) => (value: unknown) => isText(value) && form.test(value);
/** Guess: no page says whether seconds are needed; without them Tradecloud might refuse the message. */
const isTime = matches(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/);

const kinds: Record<LeafKind, { is: string; fits: (value: unknown) => boolean }> = {
	country: { is: 'a code of 2 letters', fits: matches(/^[a-z]{2}$/i) },
	currency: { is: 'a code of 3 letters', fits: matches(/^[a-z]{3}$/i) },
	date: { is: 'a date of the form yyyy-MM-dd', fits: (value) => isText(value) && isDay(value) },
	dateTime: {
		is: 'a date and time of the form yyyy-MM-ddThh:mm:ss',
		fits: (value) =>
			matches(/^.{10}T.{8}$/)(value) &&
			isDay(String(value).slice(0, 10)) &&
			isTime(String(value).slice(11)),
	},
	identifier: { is: 'a text', fits: isText },
	number: { is: 'a number', fits: (value) => Number.isFinite(value) },
	text: { is: 'a text', fits: isText },
	time: { is: 'a time of the form hh:mm:ss', fits: isTime },
};

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
