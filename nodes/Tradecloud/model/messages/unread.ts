/** What stands in place of a value that cannot be read, and how values are cited in messages. */

/** In place of a value that cannot be read. */
export class Unread {
	/** @param says such as 'is "1.000", which can be 1 or 1000' */
	constructor(
		readonly says: string,
		readonly column: { name: string; title: string } = { name: '', title: '' },
	) {}
}

/** A value as a message shows it: texts in quotes, long ones shortened. */
export function cited(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object' && value !== null) return 'an object';
	const json = typeof value === 'string' ? JSON.stringify(value) : String(value);
	return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}

/** The chosen reading of a text, or else its only one; undefined for a text that has none. */
export function settled<Choice extends string, Value>(
	text: string,
	readings: Record<Choice, Value | undefined>,
	option: string,
	chosen?: Choice,
): Value | Unread | undefined {
	const all = Object.values<Value | undefined>(readings).filter((own) => own !== undefined);
	const [value, other] = chosen ? [readings[chosen]] : new Set(all);
	if (other !== undefined) {
		const both = `${String(value)} or ${String(other)}`;
		return new Unread(`is ${cited(text)}, which can be ${both}: choose '${option}' in 'Options'`);
	}
	if (value !== undefined || all.length === 0) return value;
	return new Unread(`is ${cited(text)}, which does not fit the chosen '${option}'`);
}
