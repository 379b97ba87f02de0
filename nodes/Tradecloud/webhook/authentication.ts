/**
 * Whether a call comes from Tradecloud: Basic (RFC 7617), a static Bearer token (RFC 6750), or a
 * Bearer token of OAuth 2.0 that an authority has signed.
 */
import { createHash, timingSafeEqual } from 'crypto';
import type { IWebhookFunctions } from 'n8n-workflow';

import type { TradecloudCredential } from '../model/credential';
import { refusalOfToken } from './entra/token';

type SecretAuthentication = 'basicAuth' | 'bearerAuth';

export type Authentication = SecretAuthentication | 'entraJwt';

/** What a 401 asks for. */
export const challenges: Record<Authentication, string> = {
	basicAuth: 'Basic realm="Tradecloud webhook", charset="UTF-8"',
	bearerAuth: 'Bearer realm="Tradecloud webhook"',
	entraJwt: 'Bearer realm="Tradecloud webhook", error="invalid_token"',
};

/** All that the caller learns from a 401. */
export const wrongCredentials = 'The credentials of the webhook are missing or wrong.';

type WebhookSecrets = Pick<
	TradecloudCredential,
	'webhookUsername' | 'webhookPassword' | 'webhookToken'
>;

type WebhookFields = WebhookSecrets &
	Pick<TradecloudCredential, 'entraAuthority' | 'entraAudience'>;

/** Whether the credential holds what an authentication needs. */
export function isFilledIn(authentication: Authentication, fields: WebhookFields): boolean {
	return authentication === 'entraJwt'
		? Boolean(fields.entraAuthority && fields.entraAudience)
		: hasSecrets(authentication, fields);
}

function hasSecrets(
	authentication: SecretAuthentication,
	{ webhookUsername, webhookPassword, webhookToken }: WebhookSecrets,
): boolean {
	return Boolean(
		authentication === 'basicAuth' ? webhookUsername && webhookPassword : webhookToken,
	);
}

/**
 * Why a call is not let in, for the log alone; undefined for one that comes from Tradecloud. Empty
 * fields let nobody in.
 *
 * @throws UserError for an authority that is no web address; OperationalError when its keys cannot be had
 */
export async function refusalOf(
	context: IWebhookFunctions,
	authentication: Authentication,
	fields: WebhookFields,
): Promise<string | undefined> {
	const { authorization } = context.getRequestObject().headers;
	if (authentication !== 'entraJwt') {
		return isAuthentic(authentication, authorization, fields) ? undefined : wrongCredentials;
	}
	const token = credentialsIn(authorization, 'bearer');
	return token !== undefined && isFilledIn(authentication, fields)
		? await refusalOfToken(context, token, fields)
		: wrongCredentials;
}

/** Whether an `Authorization` header holds the secrets of the credential. Empty secrets never match. */
export function isAuthentic(
	authentication: SecretAuthentication,
	authorization: string | undefined,
	secrets: WebhookSecrets,
): boolean {
	if (!hasSecrets(authentication, secrets)) return false;
	const { webhookUsername, webhookPassword, webhookToken } = secrets;
	if (authentication === 'basicAuth') {
		const credentials = Buffer.from(credentialsIn(authorization, 'basic') ?? '', 'base64');
		return equal(credentials, `${webhookUsername}:${webhookPassword}`);
	}
	return equal(credentialsIn(authorization, 'bearer') ?? '', webhookToken);
}

/** What an `Authorization` header bears, if it is of this scheme. */
function credentialsIn(
	authorization: string | undefined,
	scheme: 'basic' | 'bearer',
): string | undefined {
	const [, sent, credentials] = /^ *([^ ]+) +([^ ]+) *$/.exec(authorization ?? '') ?? [];
	return sent?.toLowerCase() === scheme ? credentials : undefined;
}

/** Compares digests, so that the time it takes tells nothing of the secret, not even its length. */
function equal(sent: string | Buffer, secret: string): boolean {
	return timingSafeEqual(digest(sent), digest(secret));
}

function digest(value: string | Buffer): Buffer {
	return createHash('sha256').update(value).digest();
}
