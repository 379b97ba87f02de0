/** That the search for secrets, which is made in every integration test, finds them. */
import { NodeOperationError, type INode } from 'n8n-workflow';

import { lookForSecrets, rememberSecrets, takeSightings } from './harness/secrets';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterAll(() => setting.close());

test('a password in an error of a run is found', async () => {
	const { password } = setting.sandbox.users.buyer;
	const orderId = { __rl: true, mode: 'id', value: password };
	await setting.run({ resource: 'order', operation: 'get', orderId });
	expect(takeSightings()).toContainEqual(expect.stringContaining(`'${password}' in a run`));
});

test('a session token that the sandbox issued is known', async () => {
	const id = setting.credential();
	const { username, password } = setting.engine.credentials.read(id);
	const credential = { username, password };
	await setting.run({ resource: 'order', operation: 'getMany', limit: 1 }, [{}], { credential });
	const stored = setting.engine.credentials.read('credential 3');
	const [, token] = (stored.sessionToken as string).split(' ');
	expect(token).toMatch(/^ey/);
	lookForSecrets('a test', `a text with ${token} in it`);
	expect(takeSightings()).toHaveLength(1);
});

describe('a secret is found', () => {
	const secret = 'a secret: 4711/ü';
	const login = Buffer.from(`someone:${secret}`).toString('base64');
	beforeAll(() => rememberSecrets({ username: 'someone', password: secret }));
	const hidden = Object.defineProperty({}, 'hidden', { value: secret });
	const node = { name: 'N' } as INode;

	test.each([
		['in a text', `x${secret}x`],
		['in a header', { headers: { authorization: `Basic ${login}` } }],
		['in a URL', `https://host/?p=${encodeURIComponent(secret)}`],
		['deep in an item', { a: [{ b: { c: { d: { e: secret } } } }] }],
		['in a field that is not enumerable', hidden],
		['in the cause of an error', new Error('a', { cause: new Error(secret) })],
		['in the description of an error', new NodeOperationError(node, 'a', { description: secret })],
		['in a map', new Map([['a', secret]])],
	])('%s', (_case, thing) => {
		lookForSecrets('a test', thing);
		expect(takeSightings()).not.toEqual([]);
	});
});
