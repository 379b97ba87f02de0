/** The credential "Tradecloud API": its test, and to whom it gives the login. */
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { testCredential } from './harness/credentialTest';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

async function test_(fields: ICredentialDataDecryptedObject = {}): Promise<string | undefined> {
	return await testCredential(setting.engine, setting.credential(fields));
}

describe('the test of the credential', () => {
	test.each(['v1', 'v2'])('succeeds for an integration user of API %s', async (apiVersion) => {
		expect(await test_({ apiVersion })).toBeUndefined();
		expect(setting.sandbox.calls.map(({ status }) => status)).not.toContain(401);
	});

	test.each(['v1', 'v2'])('names a wrong password in API %s', async (apiVersion) => {
		expect(await test_({ apiVersion, password: 'wrong' })).toBe(
			'Tradecloud does not accept the username or the password',
		);
	});

	test('names the role that is missing', async () => {
		const { username, password } = setting.sandbox.users.noRole;
		expect(await test_({ username, password })).toMatch(
			/^The login is right, but [^]*'integration', which Tradecloud's support \(support@tradecloud1\.com\) gives/,
		);
	});

	test('names two-factor login, which an integration user cannot have', async () => {
		const { username, password } = setting.sandbox.users.twoFactor;
		expect(await test_({ username, password })).toBe(
			'Tradecloud accepts the username and the password, but gives no access token',
		);
	});

	test.each([
		['an empty user name', { username: '' }, /'Username' or 'Password'/],
		['a base URL without https', { baseUrl: 'http://api.tradecloud1.com/v2' }, /unencrypted/],
		['an empty base URL', { baseUrl: '' }, /not a plain web address/],
		['an environment that the version lacks', { environment: 'test' }, /does not have/],
	])('names %s', async (_case, fields, message) => {
		expect(await test_(fields)).toMatch(message);
		expect(setting.sandbox.calls).toEqual([]);
	});

	test('names an address where there is no Tradecloud', async () => {
		expect(await test_({ baseUrl: setting.sandbox.url })).toMatch(/no Tradecloud API at/);
	});

	test('does without a slash, or with one, at the end of the base URL', async () => {
		expect(await test_({ baseUrl: `${setting.sandbox.v2}/` })).toBeUndefined();
	});
});

describe('the login goes to the API of the credential alone', () => {
	async function authenticate(
		requestOptions: IHttpRequestOptions,
		fields: ICredentialDataDecryptedObject = {},
	): Promise<unknown> {
		const credential = {
			apiVersion: 'v2',
			environment: 'production',
			sessionToken: 'JWT',
			...fields,
		};
		const { headers } = await setting.engine.credentials.authenticate(
			credential,
			'tradecloudApi',
			requestOptions,
		);
		return headers?.authorization;
	}

	test('with a JWT in API v2 and Basic in API v1, in UTF-8', async () => {
		expect(await authenticate({ url: 'https://api.tradecloud1.com/v2/order/A' })).toBe(
			'Bearer JWT',
		);
		const v1 = { apiVersion: 'v1', username: 'é', password: 'ü:1' };
		expect(
			await authenticate({ url: 'https://portal.tradecloud.nl/api/v1/purchaseOrder' }, v1),
		).toBe(`Basic ${Buffer.from('é:ü:1').toString('base64')}`);
	});

	test('also where n8n calls the address uri, as in its HTTP Request node', async () => {
		const own = { uri: 'https://api.tradecloud1.com/v2/order/A' };
		const foreign = { uri: 'https://evil.example/v2/order/A' };
		expect(await authenticate(own as unknown as IHttpRequestOptions)).toBe('Bearer JWT');
		await expect(authenticate(foreign as unknown as IHttpRequestOptions)).rejects.toThrow(
			/elsewhere/,
		);
	});

	test.each([
		'not an address',
		'https://evil.example/v2/order/A',
		'https://api.tradecloud1.com.evil.example/v2/',
		'https://api.tradecloud1.com/v2/../admin',
		'https://api.tradecloud1.com/v20/order',
		'http://api.tradecloud1.com/v2/order/A',
		'https://api.tradecloud1.com@evil.example/v2/order/A',
	])('not to %s', async (url) => {
		await expect(authenticate({ url })).rejects.toThrow(/this request goes elsewhere/);
	});
});
