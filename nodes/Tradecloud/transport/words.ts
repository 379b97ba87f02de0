/** What an answer of Tradecloud says in words: the texts in it, whatever its form, bounded and without secrets. */
import type { TradecloudCredential } from '../model/credential';

/** Longer ones are cut off. */
const mostCharacters = 1_000;

/** What is looked through for them, and how deep: an answer may be made to take long. */
const mostRead = 5_000;
const deepest = 8;

/** Shorter secrets would blank words, and keep nothing. */
const shortestSecret = 4;

/** Names that only say that a text follows; Tradecloud publishes no form for its refusals. */
const plainName =
	/^(error|message|msg|detail|reason|title|description|path|field|code|cause|violation|validation)s?$/i;

const secretName = /password|secret|token|authorization|cookie/i;

/**
 * The texts in an answer, one after another; undefined where it holds none.
 *
 * @param secrets what they must not hold, in any spelling in which it travels
 */
export function wordsOf(body: unknown, secrets: string[] = []): string | undefined {
	const words = withoutSecrets(joined(textsIn(body)), secrets)
		.slice(0, mostRead)
		.replace(/<[^<>]*>/g, ' ')
		.replace(/\b(Basic|Bearer)((?:\s|%20|\+)+)[\w.~+/=%-]+/gi, '$1$2***')
		.replace(/\beyJ[\w.-]+/g, '***')
		.replace(/\s+/g, ' ')
		.trim();
	return words === '' ? undefined : words.slice(0, mostCharacters);
}

/** The secrets of a credential, and what is made of them for headers. */
export function secretsOf(credential: TradecloudCredential): string[] {
	const { username, password, webhookUsername, webhookPassword, webhookToken } = credential;
	const logins = [
		[username, password],
		[webhookUsername, webhookPassword],
	].map(([user = '', secret = '']) => `${user.trim()}:${secret.trim()}`);
	return [
		...[password, webhookPassword, webhookToken].map((secret = '') => secret.trim()),
		...logins.map((login) => Buffer.from(login).toString('base64').replace(/=+$/, '')),
	].filter(({ length }) => length >= shortestSecret);
}

function withoutSecrets(text: string, secrets: string[]): string {
	return secrets
		.flatMap((secret) => [secret, encodeURIComponent(secret)])
		.reduce((rest, spelling) => rest.replaceAll(spelling, '***'), text);
}

/** No more of the texts than is looked through, and the last one whole: half a secret cannot be told from words. */
function joined(texts: Iterable<string>): string {
	let all = '';
	for (const text of texts) {
		all += all === '' ? text : `; ${text}`;
		if (all.length > mostRead) break;
	}
	return all;
}

/** What stands side by side in an object belongs together, such as the path of a field and what is wrong with it. */
function* textsIn(value: unknown, depth = 0): Generator<string> {
	if (typeof value === 'string' && value.trim() !== '') yield value;
	if (typeof value !== 'object' || value === null || depth > deepest) return;
	if (Array.isArray(value)) {
		for (const element of value as unknown[]) yield* textsIn(element, depth + 1);
		return;
	}
	const entries = Object.entries(value);
	const flat = entries.flatMap(([name, inner]) => flatText(name, inner) ?? []);
	if (flat.length > 0) yield flat.join(': ');
	for (const [name, inner] of entries) {
		if (typeof inner !== 'object' || secretName.test(name)) continue;
		const isPlain = plainName.test(name);
		for (const text of textsIn(inner, depth + 1)) yield isPlain ? text : `${name}: ${text}`;
	}
}

function flatText(name: string, value: unknown): string | undefined {
	if (!['string', 'number', 'boolean'].includes(typeof value) || value === '') return undefined;
	if (secretName.test(name)) return `${name} ***`;
	return plainName.test(name) ? String(value) : `${name} ${String(value)}`;
}
