/** The keys of authorities, kept so that not every call of Tradecloud needs them fetched. */
import type { IHttpRequestHelper } from 'n8n-workflow';

import { fetchAuthority, type Authority } from './authority';

/** So long keys are in force. After that nothing is accepted by them, even if no others can be had. */
const lifeMilliseconds = 3_600_000;

/** Anybody can name a key that does not exist, so the authority is asked for such ones this rarely. */
const pauseForUnknownKeyMilliseconds = 60_000;

/** While there are no keys in force. It is longer than a fetch takes, so that one is under way at most. */
const pauseWithoutKeysMilliseconds = 5_000;

const mostAuthorities = 100;

interface Memory {
	/** The latest keys that could be fetched, and when. */
	known?: { authority: Authority; at: number };
	/** The latest fetch, whatever came or comes of it. */
	latest?: { outcome: Promise<Authority>; at: number };
	/** When an unknown key was the reason of a fetch. */
	unknownKeyAt?: number;
}

/** By the address of the OpenID configuration. */
const memories = new Map<string, Memory>();

/**
 * The issuer and the keys of an authority, fetched anew if the key that is asked for is not among
 * those at hand. Within the pauses everybody gets the outcome of the latest fetch.
 *
 * @param url the address of the OpenID configuration
 * @throws OperationalError when the latest fetch did not bring any
 */
export async function authorityAt(
	url: string,
	keyId: string,
	context: IHttpRequestHelper,
): Promise<Authority> {
	const memory = memoryOf(url);
	const { known, latest, unknownKeyAt } = memory;
	const isInForce = known !== undefined && isRecent(known.at, lifeMilliseconds);
	if (isInForce && known.authority.keys.has(keyId)) return known.authority;
	const isTooSoon = isInForce
		? isRecent(unknownKeyAt, pauseForUnknownKeyMilliseconds)
		: isRecent(latest?.at, pauseWithoutKeysMilliseconds);
	if (latest && isTooSoon) return await latest.outcome;
	const at = Date.now();
	if (isInForce) memory.unknownKeyAt = at;
	memory.latest = { outcome: fetchAuthority(context, url), at };
	const authority = await memory.latest.outcome;
	memory.known = { authority, at };
	return authority;
}

/** Whether a moment is less than so long ago; one that lies ahead, after a clock was set back, is not. */
function isRecent(moment: number | undefined, milliseconds: number): boolean {
	const age = Date.now() - (moment ?? -Infinity);
	return age >= 0 && age < milliseconds;
}

/** The memory of an authority. When there are too many, the one that was asked first is forgotten. */
function memoryOf(url: string): Memory {
	const memory = memories.get(url) ?? {};
	const [first] = memories.keys();
	if (!memories.has(url) && memories.size >= mostAuthorities) memories.delete(first);
	memories.set(url, memory);
	return memory;
}
