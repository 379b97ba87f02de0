/** The credential `tradecloudApi`: its fields, and the base URL that they stand for. */
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
	/** The JWT of API v2; n8n keeps it with the credential. */
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

/**
 * The base URL that a credential stands for, without a slash at its end.
 *
 * @throws UserError when it is missing, not a URL, or would send the password unencrypted
 */
export function baseUrl(
	credential: Pick<TradecloudCredential, 'apiVersion' | 'environment' | 'baseUrl'>,
): string {
	const published = baseUrls[credential.apiVersion]?.[credential.environment];
	if (published) return published;
	if (credential.environment !== 'custom') {
		throw new UserError(
			`'Environment' of the Tradecloud API credential is '${credential.environment}', which API ${credential.apiVersion} does not have. Choose another environment.`,
		);
	}
	return checkedUrl((credential.baseUrl ?? '').trim()).replace(/\/+$/, '');
}

function checkedUrl(text: string): string {
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
	return url.href;
}
