/**
 * Whether an access token proves that a call comes from Tradecloud: a JSON Web Token that is signed with RS256,
 * and no other (RFC 7515, 7518 and 7519).
 */
import { verify, type KeyObject } from 'crypto';
import { jsonParse, type IHttpRequestHelper } from 'n8n-workflow';

import type { TradecloudCredential } from '../../model/credential';
import { textAt, valueAt } from '../../model/order';
import { authorityAt, configurationUrl } from './authority';

/** A token whose form is right; whether it is true shows its signature. */
export interface Jwt {
	/** The name of the key that it claims to be signed with. */
	keyId: string;
	claims: unknown;
	signedText: Buffer;
	signature: Buffer;
}

/** For whom a token must be, and from whom. */
export interface Parties {
	issuer: string;
	audience: string;
	/** The application that asked for it. */
	oauthClientId?: string;
	/** What that application must be allowed. */
	oauthRole?: string;
}

/** More than any header that Node's server takes unless told otherwise. */
const longestToken = 16_384;

/** By so much the clocks of the issuer and of this machine may differ. */
const leewaySeconds = 60;

/** A token, and what it must be. */
interface Presented extends Pick<Parties, 'oauthClientId' | 'oauthRole'> {
	token: string;
	/** When it came (milliseconds since 1970). */
	askedAt: number;
	fields: Pick<TradecloudCredential, 'entraAuthority' | 'entraAudience'>;
}

/**
 * Why a token is refused, for the log alone; undefined for one that the authority has issued for the
 * audience. Only of a token with a true signature the claims are looked at, and told.
 *
 * @throws UserError for an authority that is no web address; OperationalError when its keys cannot be had
 */
export async function refusalOfToken(
	context: IHttpRequestHelper,
	{ token, askedAt, fields: { entraAuthority, entraAudience: audience }, ...client }: Presented,
): Promise<string | undefined> {
	const jwt = parseJwt(token);
	if (!jwt) return 'The token is not a JSON Web Token with a key name, signed with RS256.';
	const url = configurationUrl(entraAuthority);
	const { issuer, keys } = await authorityAt(context, url, { keyId: jwt.keyId, askedAt });
	const key = keys.get(jwt.keyId);
	if (!key) return 'The token names a key that the Entra authority does not have.';
	if (!isSignedBy(key, jwt)) return 'The Entra authority has not signed the token.';
	const finding = findingInClaims(jwt, { issuer, audience, ...client }, Date.now() / 1000);
	return finding && `The token is refused: ${finding}.`;
}

/**
 * Reads a token. A header with `crit` asks for extensions that are not understood here, and a
 * signature by anything but RS256, or by nothing, proves nothing: both are no token.
 */
export function parseJwt(token: string): Jwt | undefined {
	if (token.length > longestToken) return undefined;
	const parts = token.split('.').map(decoded);
	const [header, claims, signature] = parts;
	if (parts.length !== 3 || !header || !claims || !signature) return undefined;
	const fields = jsonIn(header);
	const keyId = textAt(fields, 'kid');
	if (!keyId || textAt(fields, 'alg') !== 'RS256') return undefined;
	if (valueAt(fields, 'crit') !== undefined) return undefined;
	const signedText = Buffer.from(token.slice(0, token.lastIndexOf('.')));
	return { keyId, claims: jsonIn(claims), signedText, signature };
}

/** The bytes of a part, in the one spelling that base64url has for them. */
function decoded(part: string): Buffer | undefined {
	const bytes = Buffer.from(part, 'base64url');
	return bytes.length > 0 && bytes.toString('base64url') === part ? bytes : undefined;
}

function jsonIn(bytes: Buffer): unknown {
	return jsonParse<unknown>(bytes.toString('utf8'), { fallbackValue: null });
}

/** Whether the owner of a key signed the token. */
export function isSignedBy(key: KeyObject, { signedText, signature }: Jwt): boolean {
	return verify('RSA-SHA256', signedText, key, signature);
}

/** What is wrong with the claims of a token at a time, in seconds since 1970; undefined when nothing is. */
export function findingInClaims(
	{ claims }: Jwt,
	{ issuer, audience, oauthClientId, oauthRole }: Parties,
	now: number,
): string | undefined {
	const iss = valueAt(claims, 'iss');
	if (iss !== issuer) return `its issuer is ${shown(iss)}, not ${shown(issuer)}`;
	const aud = valueAt(claims, 'aud');
	if (![aud].flat().includes(audience)) {
		return `its audience is ${shown(aud)}, not the 'Entra Audience' ${shown(audience)}`;
	}
	// Version 2.0 of Microsoft Entra ID tells the application in `azp`; version 1.0 and AD FS in `appid`.
	const client = valueAt(claims, 'azp') ?? valueAt(claims, 'appid');
	if (oauthClientId !== undefined && client !== oauthClientId) {
		return `its application is ${shown(client)}, not the 'OAuth Client ID' ${shown(oauthClientId)}`;
	}
	const roles = valueAt(claims, 'roles');
	if (oauthRole !== undefined && ![roles].flat().includes(oauthRole)) {
		return `its roles are ${shown(roles)}, without the 'OAuth Role' ${shown(oauthRole)}`;
	}
	const expiry = valueAt(claims, 'exp');
	if (typeof expiry !== 'number') return 'it tells no time at which it expires';
	if (now >= expiry + leewaySeconds) return 'it has expired';
	const start = valueAt(claims, 'nbf');
	const hasBegun = typeof start === 'number' && now >= start - leewaySeconds;
	return start === undefined || hasBegun ? undefined : 'it is not valid yet';
}

function shown(value: unknown): string {
	return String(JSON.stringify(value)).slice(0, 200);
}
