/**
 * Whether a call comes from Tradecloud: Basic (RFC 7617), a static Bearer token (RFC 6750), or a
 * Bearer token of OAuth 2.0 that an authority has signed.
 */
import { createHash, timingSafeEqual } from 'crypto';
import { OperationalError, type IWebhookFunctions } from 'n8n-workflow';

import type { TradecloudCredential } from '../model/credential';
import { RefusedCall } from './answer';
import { refusalOfToken } from './entra/token';
import { currentCredential, recentCredential } from './recentCredential';
import type { Settings } from './settings';

type SecretAuthentication = 'basicAuth' | 'bearerAuth';

export type Authentication = SecretAuthentication | 'entraJwt';

/** An `Authorization` header with a token. */
const bearer = /^ *bearer +([^ ](?:.*[^ ])?) *$/i;

/** What each authentication asks a caller for, and which fields of the credential it needs. */
const kinds: Record<Authentication, { header: RegExp; challenge: string; fields: string }> = {
	basicAuth: {
		header: /^ *basic +([^ ]+) *$/i,
		challenge: 'Basic realm="Tradecloud webhook", charset="UTF-8"',
		fields: "'Webhook Username' and 'Webhook Password'",
	},
	bearerAuth: {
		header: bearer,
		challenge: 'Bearer realm="Tradecloud webhook"',
		fields: "'Webhook Token'",
	},
	entraJwt: {
		header: bearer,
		challenge: 'Bearer realm="Tradecloud webhook", error="invalid_token"',
		fields: "'Entra Authority' and 'Entra Audience'",
	},
};

/** All that the caller learns from a 401. */
const wrongCredentials = 'The credentials of the webhook are missing or wrong.';

type WebhookSecrets = Pick<
	TradecloudCredential,
	'webhookUsername' | 'webhookPassword' | 'webhookToken'
>;

type WebhookFields = WebhookSecrets &
	Pick<TradecloudCredential, 'entraAuthority' | 'entraAudience'>;

/**
 * The credential, for a call that comes from Tradecloud. A call without credentials is refused at once, any
 * other only after a look at the credential as it is now.
 *
 * @throws RefusedCall 401 for other calls; OperationalError and UserError for what may pass: empty fields,
 *   which let nobody in, and keys of an authority that cannot be had
 */
export async function credentialOfCaller(
	context: IWebhookFunctions,
	settings: Settings,
): Promise<TradecloudCredential> {
	const { authentication } = settings;
	const { authorization } = context.getRequestObject().headers;
	const token = credentialsIn(authentication, authorization);
	if (token === undefined) throw refused(authentication);
	const askedAt = Date.now();
	const reasonAgainst = async (fields: WebhookFields) => {
		if (authentication === 'entraJwt') {
			return await refusalOfToken(context, { token, askedAt, fields, ...settings.options });
		}
		return isAuthentic(authentication, authorization, fields) ? undefined : wrongCredentials;
	};
	const recent = await recentCredential(context);
	const isIn = recent && !emptyFields(authentication, recent) && !(await reasonAgainst(recent));
	if (isIn) return recent;
	const current = await currentCredential(context);
	const empty = emptyFields(authentication, current);
	if (empty) throw new OperationalError(empty);
	const reason = await reasonAgainst(current);
	if (reason) throw refused(authentication, reason);
	return current;
}

function refused(authentication: Authentication, reason = wrongCredentials): RefusedCall {
	const headers = { 'WWW-Authenticate': kinds[authentication].challenge };
	return new RefusedCall({ status: 401, message: wrongCredentials, headers, reason });
}

/** What to say where the credential lacks what an authentication needs. */
export function emptyFields(
	authentication: Authentication,
	{ entraAuthority, entraAudience, ...secrets }: WebhookFields,
): string | undefined {
	const isFilledIn =
		authentication === 'entraJwt'
			? Boolean(entraAuthority && entraAudience)
			: secretOf(authentication, secrets) !== undefined;
	return isFilledIn
		? undefined
		: `${kinds[authentication].fields} must be filled in, in the Tradecloud API credential`;
}

/** What Tradecloud must send; undefined where the credential does not hold it. Blanks around a token cannot be sent. */
function secretOf(
	authentication: SecretAuthentication,
	{ webhookUsername, webhookPassword, webhookToken }: WebhookSecrets,
): string | undefined {
	if (authentication === 'bearerAuth') return webhookToken?.trim() || undefined;
	return webhookUsername && webhookPassword ? `${webhookUsername}:${webhookPassword}` : undefined;
}

/** Whether an `Authorization` header holds the secrets of the credential. Empty secrets never match. */
export function isAuthentic(
	authentication: SecretAuthentication,
	authorization: string | undefined,
	secrets: WebhookSecrets,
): boolean {
	const secret = secretOf(authentication, secrets);
	const sent = credentialsIn(authentication, authorization) ?? '';
	const isBasic = authentication === 'basicAuth';
	return secret !== undefined && equal(isBasic ? Buffer.from(sent, 'base64') : sent, secret);
}

/** What an `Authorization` header holds, if it is of the right scheme. */
function credentialsIn(authentication: Authentication, authorization = ''): string | undefined {
	return kinds[authentication].header.exec(authorization)?.[1];
}

/** Compares digests, so that the time it takes tells nothing of the secret, not even its length. */
function equal(sent: string | Buffer, secret: string): boolean {
	return timingSafeEqual(digest(sent), digest(secret));
}

function digest(value: string | Buffer): Buffer {
	return createHash('sha256').update(value).digest();
}
