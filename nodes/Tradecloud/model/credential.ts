/** The credential `tradecloudApi`: its fields, and what they stand for. Blanks around a field never count. */
import { createHash } from 'crypto';
import { UserError } from 'n8n-workflow';

import { isSafe } from './link';

export const credentialName = 'tradecloudApi';

export type ApiVersion = 'v1' | 'v2';

/** What users call the generations of the API. */
export const generations: Record<ApiVersion, string> = {
	v1: 'Tradecloud Legacy (API v1)',
	v2: 'Tradecloud One (API v2)',
};

/** The fields of the credential as n8n hands them out, decrypted. */
export interface TradecloudCredential {
	useFor: 'api' | 'webhook' | 'both';
	apiVersion: ApiVersion;
	environment: 'production' | 'acceptance' | 'test' | 'custom';
	/** For environment `custom`: the full base with the version path. */
	baseUrl: string;
	username: string;
	password: string;
	webhookUsername: string;
	webhookPassword: string;
	webhookToken: string;
	entraAuthority: string;
	entraAudience: string;
	/** The JWT of API v2, behind the login that it was got for; n8n keeps it with the credential. */
	sessionToken: string;
}

/** Tradecloud's published base URLs. */
export const baseUrls: Record<ApiVersion, Record<string, string>> = {
	v1: {
		acceptance: 'https://accp.tradecloud.nl/api/v1',
		production: 'https://portal.tradecloud.nl/api/v1',
		test: 'https://test.tradecloud.nl/api/v1',
	},
	v2: {
		acceptance: 'https://api.accp.tradecloud1.com/v2',
		production: 'https://api.tradecloud1.com/v2',
	},
};

type Address = Pick<TradecloudCredential, 'apiVersion' | 'environment' | 'baseUrl'>;

type Login = Address & Pick<TradecloudCredential, 'username' | 'password'>;

/**
 * The base URL that a credential stands for, without a slash at its end.
 *
 * @throws UserError when it is missing, not a URL, would send the password unencrypted, or is another
 *   address of Tradecloud than that of its API
 */
export function baseUrl({ apiVersion, environment, baseUrl: custom }: Address): string {
	const published = baseUrls[apiVersion]?.[environment];
	if (published) return published;
	if (environment !== 'custom') {
		throw new UserError(
			`'Environment' of the Tradecloud API credential is '${environment}', which API ${apiVersion} does not have. Choose another environment.`,
		);
	}
	const url = plainUrl(trimmed(custom));
	refuseOtherAddresses(url, apiVersion);
	return url.href.replace(/\/+$/, '');
}

function plainUrl(text: string): URL {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || url.search || url.hash || url.username || url.password) {
		throw new UserError(
			"'Base URL' of the Tradecloud API credential is not a plain web address. Enter one such as https://api.tradecloud1.com/v2, without user name, question mark or hash.",
		);
	}
	if (!isSafe(url)) {
		throw new UserError(
			`'Base URL' of the Tradecloud API credential begins with ${url.protocol}//, which would send the password unencrypted. Enter an address that begins with https://; http:// is accepted only for this machine itself (localhost).`,
		);
	}
	return url;
}

/** Of Tradecloud's own hosts it is known where their API is. */
function refuseOtherAddresses({ host, href }: URL, apiVersion: ApiVersion): void {
	const apiHost = host.replace(/^portal\.(?=.*tradecloud1\.com$)/, 'api.');
	for (const [version, addresses] of Object.entries(baseUrls)) {
		const right = Object.values(addresses).find((address) => new URL(address).host === apiHost);
		const isRight = href.replace(/\/+$/, '') === right && version === apiVersion;
		if (right === undefined || isRight) continue;
		throw new UserError(
			`'Base URL' of the Tradecloud API credential is ${href}, and the API there is at ${right}. Enter that address, and choose ${generations[version as ApiVersion]} in 'API Version'.`,
		);
	}
}

/**
 * The value of `Authorization: Basic` for an integration user, in UTF-8 (RFC 7617).
 *
 * @throws UserError when the user name or the password is empty
 */
export function basicAuthorization(credential: Login): string {
	const [username, password] = [trimmed(credential.username), trimmed(credential.password)];
	if (!username || !password) {
		throw new UserError(
			"'Username' or 'Password' of the Tradecloud API credential is empty. Enter those of the integration user; the form shows them unless 'Use For' is 'Webhook'. Only the Tradecloud Trigger works without them.",
		);
	}
	return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

/**
 * What tells the login of a credential from all others, and nothing of it: a digest of base URL, user and password.
 *
 * @throws UserError when one of them is missing or wrong
 */
export function userKey(credential: Login): string {
	return createHash('sha256')
		.update(`${baseUrl(credential)} ${basicAuthorization(credential)}`)
		.digest('base64url');
}

/** Whether the credential is for the trigger only, so that there is no login to be tested. */
export function isOnlyForWebhook(credential: TradecloudCredential): boolean {
	const { useFor, username, password, webhookPassword, webhookToken, entraAuthority } = credential;
	return (
		useFor === 'webhook' ||
		(!username && !password && Boolean(webhookPassword || webhookToken || entraAuthority))
	);
}

function trimmed(field: string | undefined): string {
	return (field ?? '').trim();
}
