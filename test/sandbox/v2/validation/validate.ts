/** Tradecloud's validation: a body is accepted, or refused with all that is wrong with it. */
import { Problem } from '../../http/problem';
import { isObject } from '../../http/routing';
import type { Finding, Rule } from './rules';

const maximumElements = 100;
const maximumLines = 500;

/** The body, once nothing is wrong with it; else answers 400 with every finding. */
export function accepted<T>(body: unknown, rule: Rule<T>): T {
	const errors = [...tooLong(body, ''), ...rule(body, '')];
	if (errors.length > 0) throw new Problem(400, 'Validation', { errors });
	// The rule has just looked at every field that T names.
	return body as T;
}

/** The arrays with too many elements, wherever they stand, in known fields or others. */
function tooLong(value: unknown, path: string): Finding[] {
	if (Array.isArray(value)) {
		const maximum = path === 'lines' ? maximumLines : maximumElements;
		const inner = value.flatMap((part: unknown, index) => tooLong(part, `${path}[${index}]`));
		if (value.length <= maximum) return inner;
		return [{ path, message: `holds at most ${maximum} elements` }, ...inner];
	}
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, part]) =>
		tooLong(part, path ? `${path}.${name}` : name),
	);
}
