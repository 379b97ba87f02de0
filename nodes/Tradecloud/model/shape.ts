/** The check of a body before it is sent: it finds what the pages of Tradecloud's manual forbid, and changes nothing. */
import { isDay } from './messages/day';
import { isGiven } from './messages/field';
import type { Field, Finding, Indicators, Leaf, ListField, Path, Rule } from './messages/field';
import { cited, Unread } from './messages/unread';

/** Tradecloud's limit for every list but those with another (manual: api/rules.md). */
const mostElements = 100;

/** All that is forbidden in a body; fields that are not described pass (manual: api/compatibility.md). */
export function findings(body: unknown, shape: Field): Finding[] {
	return [...findingsAt([], body, shape)];
}

/** A path as it is written: `lines[0].position` */
export function pathOf({ path }: Pick<Finding, 'path'>): string {
	return path
		.map((own, index) => (typeof own === 'number' ? `[${own}]` : index > 0 ? `.${own}` : own))
		.join('');
}

function* findingsAt(path: Path, value: unknown, field?: Field): Generator<Finding> {
	if (value instanceof Unread) return;
	if (!field) {
		if (typeof value === 'object' && value !== null) yield* findingsInUnknown(path, value);
		return;
	}
	switch (field.kind) {
		case 'object':
			if (isObject(value)) yield* findingsInObject(path, value, field.fields, field.rule);
			else yield { path, says: `is ${cited(value)}, not an object` };
			break;
		case 'list':
			if (Array.isArray(value)) yield* findingsInList(path, value, field);
			else yield { path, says: `is ${cited(value)}, not a list` };
			break;
		case 'misplaced':
			if (!Array.isArray(value) || value.length > 0) {
				yield { path, says: `is not for this form of order; use '${field.instead}'` };
			}
			break;
		case 'indicators':
			yield* findingsInIndicators(path, value, field);
			break;
		case 'choice': {
			const values = field.options.map((option) => option.value);
			if (!values.includes(value as string)) {
				yield { path, says: `is ${cited(value)}, not one of ${values.join(', ')}` };
			}
			break;
		}
		default:
			yield* findingsInValue(path, value, field);
	}
}

function* findingsInUnknown(path: Path, value: object): Generator<Finding> {
	if (Array.isArray(value)) yield* findingsInList(path, value, {});
	else for (const [key, own] of Object.entries(value)) yield* findingsAt([...path, key], own);
}

function* findingsInObject(
	path: Path,
	value: Record<string, unknown>,
	fields: Record<string, Field>,
	rule?: Rule,
): Generator<Finding> {
	for (const [key, field] of Object.entries(fields)) {
		if (!field.required || isGiven(own(value, key))) continue;
		if (field.kind === 'object') yield* findingsInObject([...path, key], {}, field.fields);
		else yield { path: [...path, key], says: 'is missing' };
	}
	for (const [key, inner] of Object.entries(value)) {
		if (isGiven(inner)) yield* findingsAt([...path, key], inner, own(fields, key));
	}
	for (const found of rule?.(value) ?? []) yield { ...found, path: [...path, ...found.path] };
}

function* findingsInList(
	path: Path,
	values: unknown[],
	{ of, least = 0, most = mostElements, key }: Partial<ListField>,
): Generator<Finding> {
	if (values.length < least) yield { path, says: 'is empty' };
	if (values.length > most) {
		yield { path, says: `has ${values.length} elements, and Tradecloud takes at most ${most}` };
	}
	for (const [index, value] of values.entries()) yield* findingsAt([...path, index], value, of);
	if (key) yield* repetitions(path, values, key);
}

/** manual: order/buyer/issue/README.md, order/buyer/issue/delivery-schedule.md */
function* repetitions(path: Path, values: unknown[], key: string): Generator<Finding> {
	const first = new Map<unknown, number>();
	for (const [index, value] of values.entries()) {
		const name = isObject(value) ? own(value, key) : undefined;
		if (!isGiven(name) || name instanceof Unread) continue;
		const earlier = first.get(name);
		if (earlier === undefined) first.set(name, index);
		else {
			const place = pathOf({ path: [...path, earlier] });
			yield { path: [...path, index, key], says: `is ${cited(name)}, as in ${place}` };
		}
	}
}

/** manual: order/buyer/issue/indicators.md */
function* findingsInIndicators(
	path: Path,
	value: unknown,
	{ known, options, one }: Indicators,
): Generator<Finding> {
	const list = (one ? options.map((option) => option.value) : known).join(', ');
	if (!isObject(value)) {
		yield { path, says: `is ${cited(value)}, not an object of ${list}` };
		return;
	}
	for (const [key, inner] of Object.entries(value)) {
		if (!known.includes(key)) yield { path, says: `has ${cited(key)}, which is none of ${list}` };
		else if (isGiven(inner) && typeof inner !== 'boolean') {
			yield { path: [...path, key], says: `is ${cited(inner)}, not true or false` };
		}
	}
}

/** manual: api/rules.md (identifiers), api/standards.md (dates) */
function* findingsInValue(path: Path, value: unknown, { kind }: Leaf): Generator<Finding> {
	const { is, fits } = kinds[kind];
	const isUnquoted = is === 'a text' && typeof value === 'number';
	if (isUnquoted) yield { path, says: `is ${cited(value)}, a number: put it in quotes` };
	else if (!fits(value)) yield { path, says: `is ${cited(value)}, not ${is}` };
	else if (kind === 'identifier') yield* unwantedIn(path, String(value));
}

/** White space, and characters that nobody sees. */
export const unseen = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** What JavaScript writes in place of what is not there. */
const nothing = /^(undefined|null|NaN|\[object Object\])$/;

function* unwantedIn(path: Path, value: string): Generator<Finding> {
	const [unwanted] = unseen.exec(value) ?? [];
	if (nothing.test(value)) {
		yield {
			path,
			says: `is ${cited(value)}, which an expression gives in place of a missing value`,
		};
	} else if (unwanted) {
		yield { path, says: `is ${cited(value)}, with ${characterName(unwanted)}` };
	}
}

/** A space can be seen in a message, most of the others cannot. */
function characterName(character: string): string {
	const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
	return `${/\s/.test(character) ? 'white space' : 'an invisible character'} (U+${code})`;
}

const isText = (value: unknown) => typeof value === 'string';
const matches = (form: RegExp) => (value: unknown) => isText(value) && form.test(value);
/** Guess: no page says whether seconds are needed; without them Tradecloud might refuse the message. */
const isTime = matches(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/);

const kinds: Record<Leaf['kind'], { is: string; fits: (value: unknown) => boolean }> = {
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

function own<T>(fields: Record<string, T>, key: string): T | undefined {
	return Object.hasOwn(fields, key) ? fields[key] : undefined;
}
