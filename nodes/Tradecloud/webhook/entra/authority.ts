/**
 * What an authority publishes (Microsoft Entra ID, AD FS, Azure AD B2C): its issuer and its keys, kept so that
 * not every call of Tradecloud needs them fetched.
 */
import { createPublicKey, type KeyObject } from 'crypto';
import { OperationalError, UserError } from 'n8n-workflow';
import type { IHttpRequestHelper, IN8nHttpFullResponse } from 'n8n-workflow';

import { isSafe } from '../../model/link';
import { Memory } from '../../model/memory';
import { listAt, textAt, valueAt } from '../../model/order';
import { commonOptions, failureOfThrown, type Failure } from '../../transport/failure';

interface Authority {
	/** What its access tokens name as their issuer. */
	issuer: string;
	/** By their names. */
	keys: ReadonlyMap<string, KeyObject>;
}

const configurationPath = '/.well-known/openid-configuration';

/** Behind an authority's address, where the client gets its tokens. The portal asks for that one (manual: connectors/webhooks/portal-setup.md). */
const tokenPath = /\/oauth2(\/v2\.0)?\/token$/;

/** For configuration and keys together, since Tradecloud waits for the answer of the webhook. */
const patienceMilliseconds = 4_000;

/** RFC 7518 takes no shorter ones. */
const shortestKeyBits = 2_048;

/**
 * The address of an authority's OpenID configuration, which may be entered with its end or without, or as that of the
 * token endpoint. A query such as B2C's `?p=` or Entra's `?appid=` stays behind it.
 *
 * @throws UserError when the authority is no web address, or not one that begins with https
 */
export function configurationUrl(authority: string): string {
	const text = authority.trim();
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !isSafe(url) || url.hash || url.username || url.password) {
		throw new UserError(
			"'Entra Authority' of the Tradecloud API credential is not a web address that begins with https://. Enter one such as https://login.microsoftonline.com/contoso.com/v2.0.",
		);
	}
	const path = url.pathname.replace(/\/+$/, '').replace(tokenPath, '$1');
	url.pathname = path.endsWith(configurationPath) ? path : path + configurationPath;
	return url.href;
}

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
 * The issuer and the keys of an authority, fetched anew if the key asked for is not in force. During the pauses the
 * latest fetch serves all, but tells of no key that it is unknown which was asked for after it had begun: the
 * authority may have changed its keys since.
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

/**
 * Fetches issuer and keys. AD FS names an issuer of access tokens apart, which then is in force
 * (MS-OIDCE, OpenID Provider Metadata).
 */
async function fetchAuthority(context: IHttpRequestHelper, url: string): Promise<Authority> {
	const abortSignal = AbortSignal.timeout(patienceMilliseconds);
	const configuration = await fetchJson(context, url, abortSignal);
	const issuer = textAt(configuration, 'access_token_issuer') ?? textAt(configuration, 'issuer');
	const keysUrl = textAt(configuration, 'jwks_uri') ?? '';
	if (!issuer || !URL.canParse(keysUrl) || !isSafe(new URL(keysUrl))) {
		throw noKeys(`${url} names no issuer, or no https address of its keys`);
	}
	const keys = keysIn(await fetchJson(context, keysUrl, abortSignal));
	if (keys.size === 0) throw noKeys(`${keysUrl} holds no RSA key for signatures`);
	return { issuer, keys };
}

async function fetchJson(
	{ helpers }: IHttpRequestHelper,
	url: string,
	abortSignal: AbortSignal,
): Promise<unknown> {
	const options = { ...commonOptions, url, abortSignal };
	const answer = await (helpers.httpRequest(options) as Promise<IN8nHttpFullResponse>).catch(
		(thrown) => failureOfThrown(thrown, 'request'),
	);
	if ('kind' in answer) throw noKeys(`${url} ${wordsFor(answer)}`);
	return answer.body;
}

function wordsFor({ kind, status, code }: Failure): string {
	if (kind === 'status') return `answered ${status}`;
	if (kind === 'cancelled') return `did not answer within ${patienceMilliseconds / 1000} seconds`;
	return `gave no answer (${code ?? kind})`;
}

function noKeys(reason: string): OperationalError {
	return new OperationalError(`Could not get the keys of the Entra authority: ${reason}`);
}

function keysIn(jwks: unknown): Map<string, KeyObject> {
	const keys = listAt(jwks, 'keys').flatMap((jwk): Array<[string, KeyObject]> => {
		const [keyId, key] = [textAt(jwk, 'kid'), keyOf(jwk)];
		return keyId && key ? [[keyId, key]] : [];
	});
	return new Map(keys);
}

/** The public key that a JWK holds (RFC 7517); undefined for one that does not sign with RS256. */
function keyOf(jwk: unknown): KeyObject | undefined {
	const isSuitable =
		valueAt(jwk, 'kty') === 'RSA' &&
		['sig', undefined].includes(valueAt(jwk, 'use') as string | undefined) &&
		['RS256', undefined].includes(valueAt(jwk, 'alg') as string | undefined);
	if (!isSuitable) return undefined;
	const publicParts = { kty: 'RSA', n: textAt(jwk, 'n'), e: textAt(jwk, 'e') };
	try {
		const key = createPublicKey({ key: publicParts, format: 'jwk' });
		return (key.asymmetricKeyDetails?.modulusLength ?? 0) >= shortestKeyBits ? key : undefined;
	} catch {
		return undefined;
	}
}
