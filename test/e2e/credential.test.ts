/** The credential in a real n8n: its test as the editor asks for it, and its use by n8n's own HTTP Request node. */
import type { IDataObject } from 'n8n-workflow';

import { pause } from '../../tools/progress';
import { startHostileServer, json, type HostileServer } from '../security/hostileServer';
import { install, workflowOf, type Installation } from './harness/installation';

describe.each(['2.41.1', '1.123.81'])('in n8n %s', (version) => {
	let installation: Installation;
	let hostile: HostileServer;
	beforeAll(async () => {
		installation = await install({}, version);
		hostile = await startHostileServer();
	}, 900_000);
	afterAll(() => Promise.all([installation?.close(), hostile?.close()]));

	/** What the editor shows below the form. */
	async function tested(fields: IDataObject, sessionToken = ''): Promise<string> {
		const { n8n, sandbox } = installation;
		const { username, password } = sandbox.users.buyer;
		const api = { apiVersion: 'v2', environment: 'custom', baseUrl: sandbox.v2 };
		const data = { ...api, username, password, sessionToken, ...fields };
		const stored = { name: 'to be tested', type: 'tradecloudApi', data };
		const [{ id, name }] = await n8n.importCredentials([stored]);
		const credentials = { id, name, type: 'tradecloudApi', data };
		type Verdict = { status: string; message: string };
		return (await n8n.session.call<Verdict>('POST', '/credentials/test', { credentials })).message;
	}

	test('its test tells what is wrong, and who succeeds', async () => {
		const { users, v1, url } = installation.sandbox;
		const said: Array<[IDataObject, RegExp]> = [
			[{}, /^Connection successful!$/],
			[{ apiVersion: 'v1', baseUrl: v1 }, /^Connection successful!$/],
			[{ useFor: 'webhook', username: '', password: '' }, /^Connection successful!$/],
			[{ password: 'wrong' }, /^Tradecloud does not accept the username or the password\. Check/],
			[
				{ apiVersion: 'v1', baseUrl: v1, password: 'wrong' },
				/^Tradecloud does not accept the username or the password\. Check/,
			],
			[
				{ username: users.noRole.username, password: users.noRole.password },
				/^Tradecloud does not allow this[^]*role 'integration'/,
			],
			[{ baseUrl: 'http://127.0.0.1:1/v2' }, /^Tradecloud cannot be reached\. Check/],
			[{ apiVersion: 'v1', baseUrl: 'http://127.0.0.1:1/v1' }, /^Tradecloud cannot be reached/],
			[{ baseUrl: url }, /^There is no Tradecloud API at the address/],
			[{ baseUrl: 'https://portal.tradecloud1.com' }, /the API there is at https:\/\/api\./],
		];
		for (const [fields, message] of said) {
			expect(await tested(fields)).toMatch(message);
			// The sandbox takes ten requests a second, whoever sends them.
			await pause(1_000);
		}
		expect(await tested({ password: 'wrong' }, 'a session of somebody else')).toMatch(
			/^Tradecloud does not accept/,
		);
	});

	test('an HTTP Request node logs in with it, and a POST that is answered 500 is sent once', async () => {
		const { n8n } = installation;
		const [credential] = await n8n.importCredentials([
			{
				name: 'hostile',
				type: 'tradecloudApi',
				data: {
					apiVersion: 'v2',
					environment: 'custom',
					baseUrl: `${hostile.url}/v2`,
					username: 'somebody@example.com',
					password: 'a long password',
				},
			},
		]);
		const workflow = workflowOf('request', [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
			{
				name: 'Request',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: {
					method: 'POST',
					url: `${hostile.url}/v2/api-connector/order`,
					authentication: 'predefinedCredentialType',
					nodeCredentialType: 'tradecloudApi',
					options: {},
				},
				credentials: { tradecloudApi: credential },
			},
		]);
		const id = await n8n.importWorkflow(workflow);
		for (const [count, status] of [500, 200].entries()) {
			hostile.behave((response) => json(response, status, { ok: true }));
			await n8n.session.runFrom(id, 'Start');
			await n8n.session.waitForExecutions(id, { count: count + 1 });
			expect(hostile.calls).toHaveLength(1);
			expect(hostile.calls[0].authorization).toMatch(/^Bearer ey/);
		}
	});
});
