/** What the editor shows of a test call that the trigger refuses, while its caller gets the answer as ever. */
import axios from 'axios';

import { auth, startTriggerSetting, type Given, type TriggerSetting } from './harness/trigger';

let setting: TriggerSetting;
beforeAll(async () => (setting = await startTriggerSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

async function testCall(given: Given, body: unknown, password = auth.password) {
	const server = await setting.trigger({ ...given, mode: 'manual' });
	const { status, data, headers } = await axios.post<{ message?: string }>(server.url, body, {
		auth: { ...auth, password },
		proxy: false,
		validateStatus: () => true,
	});
	return { status, message: data.message, headers, shown: server.shown, items: server.items };
}

test('a wrong password', async () => {
	const { headers, ...outcome } = await testCall({}, setting.anEvent(), 'guessed');
	expect(outcome).toEqual({
		status: 401,
		message: expect.not.stringContaining('guessed') as string,
		shown: [
			expect.stringMatching(
				/^The test call was answered 401: The credentials .* are missing or wrong/,
			),
		],
		items: [],
	});
	expect(headers['www-authenticate']).toMatch(/^Basic realm=/);
});

test('what is no event', async () => {
	expect(await testCall({}, { hello: 'world' })).toMatchObject({
		status: 400,
		message: "This body is not an event of Tradecloud: it holds no 'eventName'.",
		shown: ["The test call was answered 400: This body is not an event of Tradecloud: it holds no 'eventName'."], // prettier-ignore
	});
});

test('an address that is not allowed', async () => {
	const parameters = { options: { allowedIps: '10.0.0.1' } };
	expect(await testCall({ parameters }, setting.anEvent())).toMatchObject({
		status: 403,
		shown: [expect.stringMatching(/^The test call was answered 403: .*127\.0\.0\.1/)],
	});
});

test('an order that Tradecloud does not return', async () => {
	setting.sandbox.fault({ path: '^/order/', status: 500, times: 9 });
	const parameters = { output: 'eventAndOrder' };
	expect(await testCall({ parameters }, setting.anEvent())).toMatchObject({
		status: 503,
		message: 'This call cannot be processed at the moment. Please call again later.',
		shown: [expect.stringMatching(/^The test call was answered 503: Tradecloud/)],
	});
});

test('an event that is not one to start on is answered 200, and n8n waits on', async () => {
	const parameters = { triggerOn: 'newOrder' };
	expect(await testCall({ parameters }, setting.anEvent())).toMatchObject({
		status: 200,
		shown: [],
		items: [],
	});
});
