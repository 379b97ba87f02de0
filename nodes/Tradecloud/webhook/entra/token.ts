/** Whether an access token proves that a call comes from Tradecloud. */
import type { IHttpRequestHelper } from 'n8n-workflow';

import type { TradecloudCredential } from '../../model/credential';
import { configurationUrl } from './authority';
import { findingInClaims, isSignedBy, parseJwt } from './jwt';
import { authorityAt } from './keys';

/** A token, and what it must be. */
interface Presented {
	token: string;
	/** When it came (milliseconds since 1970). */
	askedAt: number;
	fields: Pick<TradecloudCredential, 'entraAuthority' | 'entraAudience'>;
	oauthClientId?: string;
	oauthRole?: string;
}

/**
 * Why a token is refused, for the log alone; undefined for one that the authority has issued for the
 * audience. Only of a token with a true signature the claims are looked at, and told.
 *
 * @throws UserError for an authority that is no web address; OperationalError when its keys cannot be had
 */
export async function refusalOfToken(
	context: IHttpRequestHelper,
	{ token, askedAt, fields, oauthClientId, oauthRole }: Presented,
): Promise<string | undefined> {
	const jwt = parseJwt(token);
	if (!jwt) return 'The token is not a JSON Web Token with a key name, signed with RS256.';
	const url = configurationUrl(fields.entraAuthority);
	const { issuer, keys } = await authorityAt(context, url, { keyId: jwt.keyId, askedAt });
	const key = keys.get(jwt.keyId);
	if (!key) return 'The token names a key that the Entra authority does not have.';
	if (!isSignedBy(key, jwt)) return 'The Entra authority has not signed the token.';
	const parties = { issuer, audience: fields.entraAudience, oauthClientId, oauthRole };
	const finding = findingInClaims(jwt, parties, Date.now() / 1000);
	return finding && `The token is refused: ${finding}.`;
}
