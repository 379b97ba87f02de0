/** The credential "Tradecloud API": its test, and to whom it gives the login. */
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { userKey, type TradecloudCredential } from '../../nodes/Tradecloud/model/credential';
import { bound } from '../../nodes/Tradecloud/transport/session';
import { testCredential } from './harness/credentialTest';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

async function test_(fields: ICredentialDataDecryptedObject = {}): Promise<string | undefined> {
	return await testCredential(setting.engine, setting.credential(fields));
}

const generations = ['v1', 'v2'];

describe('the test of the credential', () => {
	test.each(generations)('succeeds for an integration user of API %s', async (apiVersion) => {
		expect(await test_({ apiVersion })).toBeUndefined();
		expect(setting.sandbox.calls.map(({ status }) => status)).not.toContain(401);
	});

	test.each(generations)('succeeds with blanks around each field in API %s', async (apiVersion) => {
		const { username, password } = setting.sandbox.users.buyer;
		const baseUrl = ` ${setting.sandbox[apiVersion as 'v1' | 'v2']}/ `;
		const fields = { apiVersion, baseUrl, username: ` ${username}`, password: `${password}\n` };
		expect(await test_(fields)).toBeUndefined();
	});

	test.each(generations)('names a wrong password in API %s', async (apiVersion) => {
		expect(await test_({ apiVersion, password: 'wrong' })).toMatch(
			/^Tradecloud does not accept the username or the password\. Check 'Username'/,
		);
	});

	test('names the role that is missing', async () => {
		const { username, password } = setting.sandbox.users.noRole;
		expect(await test_({ username, password })).toMatch(
			/^Tradecloud does not allow this[^]*the role 'integration'[^]*Tradecloud's support/,
		);
	});

	test('names two-factor login, which an integration user cannot have', async () => {
		const { username, password } = setting.sandbox.users.twoFactor;
		expect(await test_({ username, password })).toMatch(
			/^Tradecloud accepts the username and the password, but gives no access token\. This/,
		);
	});

	test.each([
		['an empty user name', { username: '' }, /'Username' or 'Password'/],
		['a base URL without https', { baseUrl: 'http://api.tradecloud1.com/v2' }, /unencrypted/],
		['an empty base URL', { baseUrl: '' }, /not a plain web address/],
		['an environment that the version lacks', { environment: 'test' }, /does not have/],
		[
			'the address of the portal',
			{ baseUrl: 'https://portal.tradecloud1.com' },
			/the API there is at https:\/\/api\.tradecloud1\.com\/v2\./,
		],
		[
			'a missing version',
			{ baseUrl: 'https://api.tradecloud1.com' },
			/the API there is at https:\/\/api\.tradecloud1\.com\/v2\./,
		],
	])('names %s', async (_case, fields, message) => {
		expect(await test_(fields)).toMatch(message);
		expect(setting.sandbox.calls).toEqual([]);
	});

	test.each(generations)('names a host where nobody is, in API %s', async (apiVersion) => {
		const baseUrl = `http://127.0.0.1:1/${apiVersion}`;
		expect(await test_({ apiVersion, baseUrl })).toMatch(
			/^Tradecloud cannot be reached\. Check [^]*'Base URL'/,
		);
	});

	test.each(generations)(
		'names an address where there is no Tradecloud, in API %s',
		async (apiVersion) => {
			expect(await test_({ apiVersion, baseUrl: setting.sandbox.url })).toMatch(
				/^There is no Tradecloud API at the address of the credential/,
			);
		},
	);

	test.each([
		['v1', '^/purchaseOrder'],
		['v2', '/login$'],
		['v2', '/poll$'],
	])('names a page of API %s that is none of its own', async (apiVersion, path) => {
		const body = '<html><h1>Welcome</h1></html>';
		setting.sandbox.fault({ path, status: 200, body, contentType: 'text/html' });
		expect(await test_({ apiVersion })).toMatch(/^The response did not come from Tradecloud/);
	});

	test.each(generations)('waits no longer than half a minute, in API %s', async (apiVersion) => {
		const timeout = jest.spyOn(AbortSignal, 'timeout');
		timeout.mockImplementation(() => AbortSignal.abort());
		expect(await test_({ apiVersion })).toMatch(/^Tradecloud did not answer within 30 seconds/);
		expect(timeout).toHaveBeenCalledWith(30_000);
		timeout.mockRestore();
	});

	test.each([
		{ useFor: 'webhook' },
		{ useFor: 'webhook', username: 'left from before', password: 'left from before' },
		{ username: '', password: '' },
	] as ICredentialDataDecryptedObject[])(
		'succeeds with %j, where there is only a webhook, and calls nobody',
		async (fields) => {
			const stored = { username: '', password: '', ...fields };
			expect(await test_(stored)).toBeUndefined();
			expect(setting.sandbox.calls).toEqual([]);
		},
	);
});

describe('with a session that n8n still keeps', () => {
	let id = '';
	beforeEach(async () => {
		id = setting.credential();
		expect(await testCredential(setting.engine, id)).toBeUndefined();
		expect(setting.engine.credentials.read(id).sessionToken).toBeTruthy();
		setting.sandbox.calls.length = 0;
	});

	function edit(fields: ICredentialDataDecryptedObject): void {
		const { credentials } = setting.engine;
		credentials.save(id, { ...credentials.read(id), ...fields });
	}

	test('the test names a wrong password', async () => {
		edit({ password: 'wrong' });
		expect(await testCredential(setting.engine, id)).toMatch(/^Tradecloud does not accept/);
	});

	test('the test names a password that was changed in Tradecloud meanwhile', async () => {
		setting.sandbox.fault({ path: '/login$', status: 401 });
		expect(await testCredential(setting.engine, id)).toMatch(/^Tradecloud does not accept/);
		expect(await testCredential(setting.engine, id)).toBeUndefined();
	});

	test('the test names the missing role of another user', async () => {
		const { username, password } = setting.sandbox.users.noRole;
		edit({ username, password });
		expect(await testCredential(setting.engine, id)).toMatch(/^Tradecloud does not allow this/);
	});

	test('the test names a host where nobody is', async () => {
		edit({ baseUrl: 'http://127.0.0.1:1/v2' });
		expect(await testCredential(setting.engine, id)).toMatch(/^Tradecloud cannot be reached/);
	});
});

describe('the login goes to the API of the credential alone', () => {
	async function authenticate(
		requestOptions: IHttpRequestOptions,
		fields: ICredentialDataDecryptedObject = {},
	): Promise<unknown> {
		const login = {
			apiVersion: 'v2',
			environment: 'production',
			username: 'é',
			password: 'ü:1',
			...fields,
		};
		const key = userKey(login as unknown as TradecloudCredential);
		const credential = { ...login, sessionToken: bound(key, 'JWT') };
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
		const v1 = { apiVersion: 'v1' };
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
