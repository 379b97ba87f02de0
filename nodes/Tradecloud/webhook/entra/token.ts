/** Whether an access token proves that a call comes from Tradecloud. */
import type { IHttpRequestHelper } from 'n8n-workflow';

import type { TradecloudCredential } from '../../model/credential';
import { configurationUrl } from './authority';
import { findingInClaims, isSignedBy, parseJwt } from './jwt';
import { authorityAt } from './keys';

/**
 * Why a token is refused, for the log alone; undefined for one that the authority has issued for the
 * audience. Only of a token with a true signature the claims are looked at, and told.
 *
 * @throws UserError for an authority that is no web address; OperationalError when its keys cannot be had
 */
export async function refusalOfToken(
	context: IHttpRequestHelper,
	token: string,
	{ entraAuthority, entraAudience }: Pick<TradecloudCredential, 'entraAuthority' | 'entraAudience'>,
): Promise<string | undefined> {
	const jwt = parseJwt(token);
	if (!jwt) return 'The token is not a JSON Web Token with a key name, signed with RS256.';
	const url = configurationUrl(entraAuthority);
	const { issuer, keys } = await authorityAt(url, jwt.keyId, context);
	const key = keys.get(jwt.keyId);
	if (!key) return 'The token names a key that the Entra authority does not have.';
	if (!isSignedBy(key, jwt)) return 'The Entra authority has not signed the token.';
	const finding = findingInClaims(jwt, { issuer, audience: entraAudience }, Date.now() / 1000);
	return finding && `The token is refused: ${finding}.`;
}
