/** Rules of which the descriptions of bodies are made; each reports all that is wrong, with its path. */
import { isObject } from '../../http/routing';

type Json = Record<string, unknown>;

/** What is wrong, and where: `lines[0].deliverySchedule[2].date`. */
export interface Finding {
	path: string;
	message: string;
}

/** Reports what is wrong with a value; `checked` exists for the compiler alone. */
export interface Rule<T> {
	(value: unknown, path: string): Finding[];
	readonly checked?: () => T;
}

/** The type of the values in which a rule finds nothing wrong. */
export type Checked<R> = R extends Rule<infer T> ? T : never;

type Rules = Record<string, Rule<unknown>>;
type ObjectOf<R extends Rules, O extends Rules> = Json & { [name in keyof R]: Checked<R[name]> } & {
	[name in keyof O]?: Checked<O[name]>;
};

export const text: Rule<string> = (value, path) =>
	findingIf(typeof value !== 'string', path, 'must be a text');

export const number: Rule<number> = (value, path) =>
	findingIf(typeof value !== 'number', path, 'must be a number');

export const flag: Rule<boolean> = (value, path) =>
	findingIf(typeof value !== 'boolean', path, 'must be true or false');

/** Identifiers hold no white space and are not empty. */
export const identifier: Rule<string> = (value, path) =>
	findingIf(
		typeof value !== 'string' || !/^\S+$/.test(value),
		path,
		'must be a text without white space',
	);

/** A day that exists, in the form `yyyy-MM-dd`. */
export const date: Rule<string> = (value, path) =>
	findingIf(
		typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value) || !isMoment(`${value}T00:00:00`),
		path,
		'must be a date of the form yyyy-MM-dd',
	);

/** A local moment that exists, in the form `yyyy-MM-ddThh:mm:ss`. */
export const localDateTime: Rule<string> = (value, path) =>
	findingIf(
		typeof value !== 'string' || !isMoment(value),
		path,
		'must be of the form yyyy-MM-ddThh:mm:ss',
	);

/** An array of so many elements at least, each of which keeps to the rule. */
export function array<T>(element: Rule<T>, minimum = 0): Rule<T[]> {
	return (value, path) => {
		if (!Array.isArray(value)) return [{ path, message: 'must be an array' }];
		if (value.length < minimum) return [{ path, message: `needs at least ${minimum} element` }];
		return value.flatMap((part: unknown, index) => element(part, `${path}[${index}]`));
	};
}

/** An object with these fields; fields that no rule names may hold anything. */
export function object<R extends Rules, O extends Rules = Record<never, never>>(
	required: R,
	optional?: O,
): Rule<ObjectOf<R, O>> {
	return (value, path) => {
		if (!isObject(value)) return [{ path, message: 'must be an object' }];
		const missing = Object.keys(required).filter((name) => value[name] === undefined);
		const given = Object.entries({ ...required, ...optional }).filter(
			([name]) => value[name] !== undefined,
		);
		return [
			...missing.map((name) => ({ path: within(path, name), message: 'is required' })),
			...given.flatMap(([name, rule]) => rule(value[name], within(path, name))),
		];
	};
}

/** An object that keeps to the rule and has at least one of the named fields. */
export function withOneOf<T>(names: readonly string[], rule: Rule<T>): Rule<T> {
	return (value, path) => {
		const hasNone = isObject(value) && names.every((name) => value[name] === undefined);
		return [...findingIf(hasNone, path, `needs ${names.join(' or ')}`), ...rule(value, path)];
	};
}

function within(path: string, name: string): string {
	return path ? `${path}.${name}` : name;
}

function findingIf(isWrong: boolean, path: string, message: string): Finding[] {
	return isWrong ? [{ path, message }] : [];
}

/** Whether a local moment exists: the 30th of February comes back as another day. */
function isMoment(moment: string): boolean {
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(moment)) return false;
	const parsed = new Date(`${moment}Z`);
	return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(moment);
}
