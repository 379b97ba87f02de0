/** Whether a call comes from Tradecloud: Basic (RFC 7617) or a static Bearer token (RFC 6750). */
import { createHash, timingSafeEqual } from 'crypto';

import type { TradecloudCredential } from '../model/credential';

export type Authentication = 'basicAuth' | 'bearerAuth';

/** What a 401 asks for. */
export const challenges: Record<Authentication, string> = {
	basicAuth: 'Basic realm="Tradecloud webhook", charset="UTF-8"',
	bearerAuth: 'Bearer realm="Tradecloud webhook"',
};

type WebhookSecrets = Pick<
	TradecloudCredential,
	'webhookUsername' | 'webhookPassword' | 'webhookToken'
>;

/** Whether the credential holds the secrets that an authentication needs. */
export function hasSecrets(
	authentication: Authentication,
	{ webhookUsername, webhookPassword, webhookToken }: WebhookSecrets,
): boolean {
	return Boolean(
		authentication === 'basicAuth' ? webhookUsername && webhookPassword : webhookToken,
	);
}

/** Whether an `Authorization` header holds the secrets of the credential. Empty secrets never match. */
export function isAuthentic(
	authentication: Authentication,
	authorization: string | undefined,
	secrets: WebhookSecrets,
): boolean {
	if (!hasSecrets(authentication, secrets)) return false;
	const { webhookUsername, webhookPassword, webhookToken } = secrets;
	const [, scheme, value] = /^ *([^ ]+) +([^ ]+) *$/.exec(authorization ?? '') ?? [];
	switch (`${authentication} ${scheme?.toLowerCase()}`) {
		case 'basicAuth basic':
			return equal(Buffer.from(value, 'base64'), `${webhookUsername}:${webhookPassword}`);
		case 'bearerAuth bearer':
			return equal(value, webhookToken);
		default:
			return false;
	}
}

/** Compares digests, so that the time it takes tells nothing of the secret, not even its length. */
function equal(sent: string | Buffer, secret: string): boolean {
	return timingSafeEqual(digest(sent), digest(secret));
}

function digest(value: string | Buffer): Buffer {
	return createHash('sha256').update(value).digest();
}
