/** Tradecloud's validation: a body is accepted, or refused with all that is wrong with it. */
import { z } from 'zod';
import { Problem } from '../../http/problem';
import { isObject } from '../../http/routing';

const typeNames: Record<string, string> = {
	string: 'a text',
	number: 'a number',
	boolean: 'true or false',
	array: 'an array',
	object: 'an object',
};

/**
 * The body, once nothing is wrong with it, without the fields that no page names; else answers 400.
 *
 * Guess: a 400 holds `error` and `errors` with path and message. If Tradecloud words it otherwise,
 * whoever shows the body as it came shows it still.
 * Guess: fields that are not known are ignored. The manual says only that Tradecloud adds fields of
 * its own (manual: api/compatibility.md); if it refuses them, the sender is told so and nothing is lost.
 */
export function accepted<S extends z.ZodTypeAny>(body: unknown, schema: S): z.output<S> {
	return checked(withoutNulls(body), schema);
}

/** The body to the letter, once nothing is wrong with it; else answers 400. */
export function checked<S extends z.ZodTypeAny>(body: unknown, schema: S): z.output<S> {
	const result = schema.safeParse(body, { errorMap });
	if (result.success) return result.data as z.output<S>;
	throw refusal(result.error.issues.map(({ path, message }) => ({ path: pathOf(path), message })));
}

/** The same refusal for what shows itself when the body is processed. */
export function refusal(errors: { path: string; message: string }[]): Problem {
	return new Problem(400, 'Validation', { errors });
}

const errorMap: z.ZodErrorMap = (issue, { defaultError }) => {
	if (issue.code === 'invalid_type') {
		if (issue.received === 'undefined') return { message: 'is required' };
		return { message: `must be ${typeNames[issue.expected] ?? issue.expected}` };
	}
	if (issue.code === 'invalid_enum_value') {
		return { message: `must be one of ${issue.options.join(', ')}` };
	}
	if (issue.code === 'too_big') return { message: `holds at most ${issue.maximum} elements` };
	if (issue.code === 'too_small' && issue.type === 'string')
		return { message: 'must not be empty' };
	if (issue.code === 'too_small') return { message: `needs at least ${issue.minimum} element` };
	return { message: defaultError };
};

/** `lines[0].deliverySchedule[2].date` */
function pathOf(path: readonly (string | number)[]): string {
	return path.reduce<string>((start, part) => {
		if (typeof part === 'number') return `${start}[${part}]`;
		return start ? `${start}.${part}` : part;
	}, '');
}

/** Guess: a field of `null` is one that is not given; if Tradecloud refuses it, the sender is told so. */
function withoutNulls(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutNulls);
	if (!isObject(value)) return value;
	const given = Object.entries(value).filter(([, part]) => part !== null);
	return Object.fromEntries(given.map(([name, part]) => [name, withoutNulls(part)]));
}
