/**
 * Reads n8n's execution data: JSON in which each string inside an object or array is the index of a
 * value.
 */

/** Parses text that the `flatted` package wrote. */
export function parseFlatted(text: string): unknown {
	const values = JSON.parse(text) as unknown[];
	const known = new Map<string, unknown>();

	function resolve(value: unknown): unknown {
		if (typeof value !== 'string') return value;
		if (!known.has(value)) expand(value, values[Number(value)]);
		return known.get(value);
	}

	function expand(index: string, value: unknown): void {
		// Known before its content is: an object may contain itself.
		if (Array.isArray(value)) {
			const list: unknown[] = [];
			known.set(index, list);
			list.push(...value.map(resolve));
		} else if (typeof value === 'object' && value !== null) {
			const object: Record<string, unknown> = {};
			known.set(index, object);
			for (const [key, part] of Object.entries(value)) object[key] = resolve(part);
		} else {
			known.set(index, value);
		}
	}

	return resolve('0');
}
