/** Every secret that n8n held in a test, and the places outside of its store of credentials where one was seen. */
import { inspect } from 'node:util';

/** What is shorter cannot be told from the words around it, such as the password 'wrong' of a test. */
const shortest = 8;

const secrets = new Set<string>();
const sightings: string[] = [];
let isWatching = false;

/** From now on secrets are remembered and looked for. Measurements do without: it costs more than what they measure. */
export function watchForSecrets(): void {
	isWatching = true;
}

type Texts = Partial<Record<string, string>>;

/** Remembers what a stored credential keeps secret, as it is and as it travels in headers and URLs. */
export function rememberSecrets(credential: object): void {
	const { username, password, webhookUsername, webhookPassword } = credential as Texts;
	const { webhookToken, sessionToken } = credential as Texts;
	// Behind the key of the login that it belongs to.
	const token = sessionToken?.split(' ').at(-1);
	const plain = [password, webhookPassword, webhookToken, token];
	const logins = [
		[username, password],
		[webhookUsername, webhookPassword],
	].map((login) => Buffer.from(login.join(':')).toString('base64'));
	for (const secret of [...plain, ...logins]) {
		if (secret === undefined || secret.length < shortest) continue;
		secrets.add(secret).add(encodeURIComponent(secret));
	}
}

/** Looks for secrets in something that users, callers or the log get to see. */
export function lookForSecrets(place: string, thing: unknown): void {
	if (!isWatching) return;
	const text = typeof thing === 'string' ? thing : textOf(thing);
	for (const secret of secrets) {
		if (text.includes(secret)) sightings.push(`'${secret}' in ${place}`);
	}
}

/** Every property, hidden ones and the causes and stacks of errors among them. */
function textOf(thing: unknown): string {
	return inspect(thing, {
		depth: Infinity,
		maxArrayLength: null,
		maxStringLength: null,
		showHidden: true,
		breakLength: Infinity,
	});
}

/** What was seen since the last time. */
export function takeSightings(): string[] {
	return sightings.splice(0);
}
