/** Looking into what Tradecloud answers, and saying in words how it differs from what was expected. */
import { isDeepStrictEqual } from 'node:util';
import type { Answer } from './client';
import { Differs, NotTried } from './rule';

/** What lies at a path such as `lines.0.status`; undefined where there is nothing. */
export function at(value: unknown, path: string): unknown {
	return path.split('.').reduce<unknown>((inner, key) => {
		if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return undefined;
		return (inner as Record<string, unknown>)[key];
	}, value);
}

/** The list at a path; empty where there is none. */
export function listAt(value: unknown, path: string): unknown[] {
	const list = at(value, path);
	return Array.isArray(list) ? list : [];
}

/** The text at a path; throws where there is none. */
export function textAt(value: unknown, path: string): string {
	const text = at(value, path);
	if (typeof text !== 'string') throw new Differs(`expected a text in ${path}, got ${shown(text)}`);
	return text;
}

/**
 * Throws `Differs` unless the value holds all that is expected: each named field, and lists with as
 * many elements. A field that is expected to be undefined, or an empty list, may be missing.
 */
export function holds(what: string, got: unknown, expected: unknown): void {
	const difference = differenceOf(got ?? undefined, expected, []);
	if (difference) throw new Differs(`expected ${what} to have ${difference}`);
}

function differenceOf(got: unknown, expected: unknown, path: string[]): string | undefined {
	const isList = Array.isArray(expected);
	const differs = `${path.join('.') || 'this'} ${shown(expected)}, got ${shown(got)}`;
	if (isList && (Array.isArray(got) ? got.length : 0) !== expected.length) return differs;
	if (typeof expected !== 'object' || expected === null) {
		return isDeepStrictEqual(got, expected) ? undefined : differs;
	}
	if ((typeof got !== 'object' || got === null) && Object.keys(expected).length > 0) return differs;
	return Object.entries(expected)
		.map(([name, value]) => differenceOf(at(got, name) ?? undefined, value, [...path, name]))
		.find((difference) => difference !== undefined);
}

/** Throws `Differs` unless the value is one that the test accepts. */
export function is(what: string, got: unknown, expected: string, accepts: boolean): void {
	if (!accepts) throw new Differs(`expected ${what} to be ${expected}, got ${shown(got)}`);
}

/** Throws `Differs` unless something lies at each of the paths. */
export function has(what: string, got: unknown, ...paths: string[]): void {
	const missing = paths.filter((path) => at(got, path) === undefined);
	if (missing.length > 0) {
		throw new Differs(`expected ${what} to have ${missing.join(', ')}, got ${shown(got)}`);
	}
}

/** Throws `Differs` unless the answer has one of these statuses. */
export function answered(what: string, { status, data }: Answer, ...statuses: number[]): void {
	if (!statuses.includes(status)) {
		throw new Differs(
			`expected ${what} to be answered ${statuses.join(' or ')}, got ${status} ${shown(data)}`,
		);
	}
}

/** The same for a call that only some users may make: it counts as not tried where the login may not. */
export function answeredIfAllowed(what: string, answer: Answer, ...statuses: number[]): void {
	if (answer.status === 403)
		throw new NotTried(`a login that may do this: ${what} was answered 403`);
	answered(what, answer, ...statuses);
}

/** Throws `Differs` unless the answer refuses the content, and not the login or the pace. */
export function refused(what: string, { status, data }: Answer): void {
	if (status < 400 || status > 499 || [401, 403, 429].includes(status)) {
		throw new Differs(`expected ${what} to be refused with 400, got ${status} ${shown(data)}`);
	}
}

/** A value in words, as long as a line. */
export function shown(value: unknown): string {
	if (value === undefined) return 'nothing';
	const text = JSON.stringify(value) ?? typeof value;
	return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
