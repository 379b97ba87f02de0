/** What an answer of Tradecloud says in words: the texts in it, whatever its form, bounded and without secrets. */

/** Longer ones are cut off. */
const mostCharacters = 1_000;

/** Names that only say that a text follows; Tradecloud publishes no form for its refusals. */
const plainName =
	/^(error|message|msg|detail|reason|title|description|path|field|code|cause|violation|validation)s?$/i;

const secretName = /password|secret|token|authorization|cookie/i;

/** The texts in an answer, one after another; undefined where it holds none. */
export function wordsOf(body: unknown): string | undefined {
	const words = [...textsIn(body)]
		.join('; ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\b(Basic|Bearer)\s+[\w.~+/=-]+/gi, '$1 ***')
		.replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '***')
		.replace(/\s+/g, ' ')
		.trim();
	return words === '' ? undefined : words.slice(0, mostCharacters);
}

/** What stands side by side in an object belongs together, such as the path of a field and what is wrong with it. */
function* textsIn(value: unknown): Generator<string> {
	if (typeof value === 'string' && value.trim() !== '') yield value;
	if (typeof value !== 'object' || value === null || isStream(value)) return;
	if (Array.isArray(value)) {
		for (const element of value as unknown[]) yield* textsIn(element);
		return;
	}
	const entries = Object.entries(value);
	const flat = entries.flatMap(([name, inner]) => flatText(name, inner) ?? []);
	if (flat.length > 0) yield flat.join(': ');
	for (const [name, inner] of entries) {
		if (typeof inner !== 'object' || secretName.test(name)) continue;
		const texts = [...textsIn(inner)];
		yield* plainName.test(name) ? texts : texts.map((text) => `${name}: ${text}`);
	}
}

function flatText(name: string, value: unknown): string | undefined {
	if (!['string', 'number', 'boolean'].includes(typeof value) || value === '') return undefined;
	if (secretName.test(name)) return `${name} ***`;
	return plainName.test(name) ? String(value) : `${name} ${String(value)}`;
}

/** A file that was asked for as a stream holds no words, but n8n's own inner objects. */
function isStream(value: object): boolean {
	return typeof (value as { pipe?: unknown }).pipe === 'function';
}
