/**
 * Whether a call comes from Tradecloud: Basic (RFC 7617), a static Bearer token (RFC 6750), or a
 * Bearer token of OAuth 2.0 that an authority has signed.
 */
import { createHash, timingSafeEqual } from 'crypto';
import { OperationalError, type IWebhookFunctions } from 'n8n-workflow';

import type { TradecloudCredential } from '../model/credential';
import { RefusedCall } from './answer';
import { refusalOfToken } from './entra/jwt';
import { currentCredential, recentCredential } from './recentCredential';
import type { Authentication, Settings } from './settings';

type WebhookFields = Partial<TradecloudCredential>;

interface Kind {
	/** What an `Authorization` header must look like. */
	header: RegExp;
	challenge: string;
	/** What must be filled in in the credential. */
	fields: string;
	/** What Tradecloud must send, or for tokens of an authority what there must be; nothing where a field is empty. */
	needed: (fields: WebhookFields) => string | undefined;
}

const bearer = /^ *bearer +([^ ](?:.*[^ ])?) *$/i;

const kinds: Record<Authentication, Kind> = {
	basicAuth: {
		header: /^ *basic +([^ ]+) *$/i,
		challenge: 'Basic realm="Tradecloud webhook", charset="UTF-8"',
		fields: "'Webhook Username' and 'Webhook Password'",
		needed: ({ webhookUsername, webhookPassword }) =>
			webhookUsername && webhookPassword && `${webhookUsername}:${webhookPassword}`,
	},
	bearerAuth: {
		header: bearer,
		challenge: 'Bearer realm="Tradecloud webhook"',
		fields: "'Webhook Token'",
		// Blanks around a token cannot be sent.
		needed: ({ webhookToken }) => webhookToken?.trim(),
	},
	entraJwt: {
		header: bearer,
		challenge: 'Bearer realm="Tradecloud webhook", error="invalid_token"',
		fields: "'Entra Authority' and 'Entra Audience'",
		needed: ({ entraAuthority, entraAudience }) => entraAuthority && entraAudience,
	},
};

/** All that the caller learns from a 401. */
const wrongCredentials = 'The credentials of the webhook are missing or wrong.';

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
	const { authentication, options } = settings;
	const { authorization } = context.getRequestObject().headers;
	const token = credentialsIn(authentication, authorization);
	if (token === undefined) throw refused(authentication);
	const askedAt = Date.now();
	const reasonAgainst = async (fields: TradecloudCredential) => {
		if (authentication === 'entraJwt') {
			return await refusalOfToken(context, { token, askedAt, fields, ...options });
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

/** The fields of the credential that must be filled in, in the user's words. */
export function fieldsFor(authentication: Authentication): string {
	return kinds[authentication].fields;
}

/** What to say where the credential lacks what an authentication needs. */
export function emptyFields(
	authentication: Authentication,
	credential: WebhookFields,
): string | undefined {
	return kinds[authentication].needed(credential)
		? undefined
		: `${fieldsFor(authentication)} must be filled in, in the Tradecloud API credential`;
}

/** Whether an `Authorization` header holds the secrets of the credential. Empty secrets never match. */
export function isAuthentic(
	authentication: 'basicAuth' | 'bearerAuth',
	authorization: string | undefined,
	secrets: WebhookFields,
): boolean {
	const secret = kinds[authentication].needed(secrets);
	const sent = credentialsIn(authentication, authorization) ?? '';
	const isBasic = authentication === 'basicAuth';
	return secret ? equal(isBasic ? Buffer.from(sent, 'base64') : sent, secret) : false;
}

/** What an `Authorization` header holds, if it is of the right scheme. */
function credentialsIn(authentication: Authentication, authorization = ''): string | undefined {
	return kinds[authentication].header.exec(authorization)?.[1];
}

/** Compares digests, so that the time it takes tells nothing of the secret, not even its length. */
function equal(sent: string | Buffer, secret: string): boolean {
	const digest = (value: string | Buffer) => createHash('sha256').update(value).digest();
	return timingSafeEqual(digest(sent), digest(secret));
}
