/** What a credential leads to, and with which login. */
import { NodeHelpers, type INodeParameters } from 'n8n-workflow';

import {
	baseUrl,
	basicAuthorization,
	userKey,
	type TradecloudCredential,
} from '../../../nodes/Tradecloud/model/credential';
import { credentialFields } from '../../../nodes/Tradecloud/model/credentialFields';

function custom(url: string, apiVersion: 'v1' | 'v2' = 'v2'): string {
	return baseUrl({ apiVersion, environment: 'custom', baseUrl: url });
}

test.each([
	['v2', 'production', 'https://api.tradecloud1.com/v2'],
	['v2', 'acceptance', 'https://api.accp.tradecloud1.com/v2'],
	['v1', 'production', 'https://portal.tradecloud.nl/api/v1'],
	['v1', 'acceptance', 'https://accp.tradecloud.nl/api/v1'],
	['v1', 'test', 'https://test.tradecloud.nl/api/v1'],
] as const)('API %s has its %s at %s', (apiVersion, environment, url) => {
	expect(baseUrl({ apiVersion, environment, baseUrl: '' })).toBe(url);
});

test('API v2 has no test environment', () => {
	expect(() => baseUrl({ apiVersion: 'v2', environment: 'test', baseUrl: '' })).toThrow(
		/'Environment'[^]*'test', which API v2 does not have\. Choose another/,
	);
});

test.each([
	['https://example.com/v2', 'https://example.com/v2'],
	[' https://example.com/v2/ ', 'https://example.com/v2'],
	['http://localhost:4010/v2', 'http://localhost:4010/v2'],
	['http://127.0.0.1:4010/v2//', 'http://127.0.0.1:4010/v2'],
	['http://[::1]:4010/v2', 'http://[::1]:4010/v2'],
])('%s is accepted', (given, url) => {
	expect(custom(given)).toBe(url);
});

test.each([
	'http://example.com/v2',
	'http://localhost.example.com/v2',
	'http://10.0.0.1/v2',
	'ftp://localhost/v2',
])('%s is refused, since only https is safe', (url) => {
	expect(() => custom(url)).toThrow(/which would send the password unencrypted/);
});

test.each([
	'',
	'example.com/v2',
	'https://user:secret@example.com/v2',
	'https://example.com/?a=b',
	'https://example.com/#a',
])('%s is refused as no plain address, and not repeated', (url) => {
	expect(() => custom(url)).toThrow(/is not a plain web address/);
	expect(() => custom(url)).not.toThrow(/secret/);
});

test.each([
	['v2', 'https://portal.tradecloud1.com', 'https://api.tradecloud1.com/v2'],
	['v2', 'https://portal.accp.tradecloud1.com/orders', 'https://api.accp.tradecloud1.com/v2'],
	['v2', 'https://api.tradecloud1.com', 'https://api.tradecloud1.com/v2'],
	['v2', 'https://api.accp.tradecloud1.com/v2/order', 'https://api.accp.tradecloud1.com/v2'],
	['v2', 'https://portal.tradecloud.nl/api/v1', 'https://portal.tradecloud.nl/api/v1'],
	['v1', 'https://portal.tradecloud.nl', 'https://portal.tradecloud.nl/api/v1'],
	['v1', 'https://api.tradecloud1.com/v2', 'https://api.tradecloud1.com/v2'],
] as const)('API %s is not at %s, and %s is named', (apiVersion, url, right) => {
	expect(() => custom(url, apiVersion)).toThrow(`and the API there is at ${right}. Enter`);
});

test('the published addresses may be entered, also with a slash', () => {
	expect(custom('https://api.tradecloud1.com/v2/')).toBe('https://api.tradecloud1.com/v2');
	const v1 = 'https://test.tradecloud.nl/api/v1';
	expect(custom(v1, 'v1')).toBe(v1);
});

describe('a login', () => {
	const login = {
		apiVersion: 'v2',
		environment: 'production',
		baseUrl: '',
		username: 'é',
		password: 'ü:1',
	} as const;

	test('is told in UTF-8, without blanks around it', () => {
		const basic = `Basic ${Buffer.from('é:ü:1').toString('base64')}`;
		expect(basicAuthorization(login)).toBe(basic);
		expect(basicAuthorization({ ...login, username: ' é ', password: '\tü:1\n' })).toBe(basic);
	});

	test.each(['username', 'password'])('without its %s is none', (field) => {
		expect(() => basicAuthorization({ ...login, [field]: ' ' })).toThrow(/is empty/);
	});

	test('has a key of its own, which tells nothing of it', () => {
		const keys = [
			login,
			{ ...login, username: 'e' },
			{ ...login, password: 'ü:2' },
			{ ...login, environment: 'acceptance' as const },
		].map(userKey);
		expect(new Set(keys).size).toBe(4);
		expect(userKey({ ...login, password: ' ü:1' })).toBe(keys[0]);
		expect(keys.join()).not.toMatch(/ü:1|é/);
	});
});

/** The form with these values in it, as n8n hands it out; the names of what it shows. */
function formOf(stored: INodeParameters) {
	const values = NodeHelpers.getNodeParameters(
		credentialFields,
		stored,
		true,
		false,
		null,
		null,
	) as unknown as TradecloudCredential & INodeParameters;
	const shown = credentialFields.filter(
		(field) => field.type !== 'hidden' && NodeHelpers.displayParameter(values, field, null, null),
	);
	return { values, shown: shown.map(({ name }) => name) };
}

describe('the form of the credential', () => {
	const api = ['apiVersion', 'environment', 'username', 'password'];

	test.each([
		[{ useFor: 'api' }, ['useFor', ...api]],
		[
			{ useFor: 'webhook' },
			['useFor', 'webhookAuthentication', 'webhookUsername', 'webhookPassword'],
		],
		[
			{ useFor: 'webhook', webhookAuthentication: 'bearerAuth' },
			['useFor', 'webhookAuthentication', 'webhookToken'],
		],
		[
			{ useFor: 'both', webhookAuthentication: 'entraJwt' },
			['useFor', ...api, 'webhookAuthentication', 'entraAuthority', 'entraAudience'],
		],
	])('shows with %j only what belongs to it', (stored, names) => {
		expect(formOf(stored).shown).toEqual(names);
	});

	test('keeps every value of a credential from before it had choices', () => {
		const old = {
			apiVersion: 'v1',
			environment: 'custom',
			baseUrl: 'https://example.com/api/v1',
			username: 'user',
			password: 'password',
			webhookUsername: 'hook',
			webhookPassword: 'hook password',
			webhookToken: 'token',
			entraAuthority: 'https://login.example/contoso',
			entraAudience: 'api://1',
		};
		expect(formOf(old).values).toMatchObject(old);
		expect(formOf({ ...old, useFor: 'webhook' }).values).toMatchObject(old);
	});
});
