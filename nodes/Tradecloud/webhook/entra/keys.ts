/** The keys of authorities, kept so that not every call of Tradecloud needs them fetched. */
import { OperationalError, type IHttpRequestHelper } from 'n8n-workflow';

import { Memory } from '../../model/memory';
import { fetchAuthority, type Authority } from './authority';

/** More authorities than one n8n serves, by the addresses of their OpenID configurations. */
const cap = 100;

/** So long keys are in force. After that nothing is accepted by them, even if no others can be had. */
const inForce = new Memory<Authority>({ lifeMilliseconds: 3_600_000, cap });

interface Fetch {
	outcome: Promise<Authority>;
	beganAt: number;
}

/** While there are no keys in force: for longer than a fetch takes, so that one is under way at most. */
const withoutKeys = new Memory<Fetch>({ lifeMilliseconds: 5_000, cap });

/** Anybody can name a key that does not exist, so the authority is asked for such ones this rarely. */
const forUnknownKeys = new Memory<Fetch>({ lifeMilliseconds: 60_000, cap });

/**
 * The issuer and the keys of an authority, fetched anew if the key that is asked for is not among those
 * in force. During the pauses the outcome of the latest fetch serves all, but no key counts as unknown
 * because of a fetch that began before it was asked for: the authority may have changed its keys since.
 *
 * @param url the address of the OpenID configuration
 * @throws OperationalError when the latest fetch did not bring any, or is too old to tell
 */
export async function authorityAt(
	context: IHttpRequestHelper,
	url: string,
	{ keyId, askedAt }: { keyId: string; askedAt: number },
): Promise<Authority> {
	const known = inForce.get(url);
	if (known?.keys.has(keyId)) return known;
	const fetches = known ? forUnknownKeys : withoutKeys;
	const latest = fetches.get(url);
	if (!latest) return await fetchAnew(context, url, fetches);
	const authority = await latest.outcome;
	if (authority.keys.has(keyId) || latest.beganAt >= askedAt) return authority;
	throw new OperationalError(
		'The token names a key that the Entra authority did not have a moment ago. Its keys are fetched again within a minute.',
	);
}

async function fetchAnew(
	context: IHttpRequestHelper,
	url: string,
	fetches: Memory<Fetch>,
): Promise<Authority> {
	const outcome = fetchAuthority(context, url);
	fetches.set(url, { outcome, beganAt: Date.now() });
	const authority = await outcome;
	inForce.set(url, authority);
	return authority;
}
