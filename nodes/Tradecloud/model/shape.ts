/** The shape of a message, described by data, and the check of a body against it before it is sent. */

/** What a value must be. Fields that a shape does not name pass, whatever they hold. */
export type Shape = (
	| { kind: 'object'; fields: Record<string, Shape>; oneOf?: string[] }
	| { kind: 'array'; of: Shape; least?: number; most?: number; key?: string }
	| { kind: 'identifier' | 'text' | 'number' | 'boolean' | 'date' | 'dateTime' }
) & { optional?: boolean };

/** Text or number without white space: Tradecloud's identifiers hold none. */
export const identifier: Shape = { kind: 'identifier' };
export const text: Shape = { kind: 'text' };
export const number: Shape = { kind: 'number' };
export const boolean: Shape = { kind: 'boolean' };
/** `yyyy-MM-dd` */
export const date: Shape = { kind: 'date' };
/** `yyyy-MM-ddThh:mm:ss`, local */
export const dateTime: Shape = { kind: 'dateTime' };

/** An object with these fields; of the fields in `oneOf` at least one must be there. */
export function object(fields: Record<string, Shape>, oneOf?: string[]): Shape {
	return { kind: 'object', fields, oneOf };
}

/** A list; `key` names the field that no two elements share. */
export function list(
	of: Shape,
	limits: { least?: number; most?: number; key?: string } = {},
): Shape {
	return { kind: 'array', of, ...limits };
}

/** The same, but it may be left out. */
export function optional(shape: Shape): Shape {
	return { ...shape, optional: true };
}

/** Tradecloud's limit for every array, except where a shape names another. */
const mostElements = 100;

/** All that Tradecloud would refuse in a body, each with its path; empty when there is nothing. */
export function findings(body: unknown, shape: Shape): string[] {
	return typeof body === 'object' && body !== null && !Array.isArray(body)
		? [...findingsAt('', body, shape)]
		: [`the body is ${Array.isArray(body) ? 'a list' : shown(body)}, not an object`];
}

function* findingsAt(path: string, value: unknown, shape?: Shape): Generator<string> {
	if (Array.isArray(value)) yield* findingsInList(path, value, shape);
	else if (typeof value === 'object' && value !== null) yield* findingsInObject(path, value, shape);
	else if (shape) yield* findingsInValue(path, value, shape);
}

function* findingsInList(path: string, values: unknown[], shape?: Shape): Generator<string> {
	const limits: Partial<Extract<Shape, { kind: 'array' }>> = shape?.kind === 'array' ? shape : {};
	const { of, least = 0, most = mostElements, key } = limits;
	if (shape && shape.kind !== 'array') yield `${path} is a list, not ${names[shape.kind]}`;
	if (values.length < least) yield `${path} is empty`;
	if (values.length > most) {
		yield `${path} has ${values.length} elements, and Tradecloud takes at most ${most}`;
	}
	for (const [index, value] of values.entries()) yield* findingsAt(`${path}[${index}]`, value, of);
	if (key) yield* repetitions(path, values, key);
}

function* repetitions(path: string, values: unknown[], key: string): Generator<string> {
	const first = new Map<string, number>();
	for (const [index, value] of values.entries()) {
		const own = (value as Record<string, unknown> | null)?.[key];
		if (typeof own !== 'string' && typeof own !== 'number') continue;
		const earlier = first.get(String(own));
		if (earlier === undefined) first.set(String(own), index);
		else yield `${path}[${index}].${key}: ${shown(own)} stands in ${path}[${earlier}] already`;
	}
}

function* findingsInObject(path: string, value: object, shape?: Shape): Generator<string> {
	if (shape && shape.kind !== 'object') {
		yield `${path} is an object, not ${names[shape.kind]}`;
		return;
	}
	const fields = shape?.fields ?? {};
	for (const name of Object.keys(fields)) {
		const own = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
		if (isMissing(own) && !fields[name].optional) yield `${below(path, name)} is missing`;
	}
	if (
		shape?.oneOf &&
		!shape.oneOf.some((name) => !isMissing(Object.getOwnPropertyDescriptor(value, name)?.value))
	) {
		yield `${below(path, shape.oneOf.join(' or '))} is missing`;
	}
	for (const [name, own] of Object.entries(value)) {
		const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
		if (!isMissing(own)) yield* findingsAt(below(path, name), own, field);
	}
}

function isMissing(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

const names: Record<Shape['kind'], string> = {
	array: 'a list',
	boolean: 'true or false',
	date: 'a date of the form yyyy-MM-dd',
	dateTime: 'a date and time of the form yyyy-MM-ddThh:mm:ss',
	identifier: 'an identifier',
	number: 'a number',
	object: 'an object',
	text: 'a text',
};

function* findingsInValue(path: string, value: unknown, { kind }: Shape): Generator<string> {
	if (!fits[kind](value)) yield `${path}: ${shown(value)} is not ${names[kind]}`;
	else if (kind === 'identifier' && /\s/.test(String(value))) {
		yield `${path}: ${shown(value)} holds white space, which identifiers in Tradecloud never do`;
	}
}

const fits: Record<Shape['kind'], (value: unknown) => boolean> = {
	array: () => false,
	boolean: (value) => typeof value === 'boolean',
	date: (value) => typeof value === 'string' && isDay(value),
	dateTime: (value) =>
		typeof value === 'string' &&
		isDay(value.slice(0, 10)) &&
		/^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(value.slice(10)),
	identifier: (value) => typeof value === 'string' || typeof value === 'number',
	number: (value) => typeof value === 'number',
	object: () => false,
	text: (value) => typeof value === 'string',
};

/** A day of the calendar: `2026-02-30` is none. */
function isDay(value: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
	const day = new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function shown(value: unknown): string {
	const json = JSON.stringify(value) ?? String(value);
	return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}

function below(path: string, name: string): string {
	return path === '' ? name : `${path}.${name}`;
}
