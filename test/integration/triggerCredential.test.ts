/** The credential of the Tradecloud Trigger: read once for a burst of calls, and never old for long. */
import axios from 'axios';
import { sleep } from 'n8n-workflow';

import { workflowOf } from './harness/n8n';
import { startSetting, webhookSecrets, type Setting } from './harness/setting';
import { startWebhookServer, type WebhookServer } from './harness/webhookServer';

const { webhookUsername: username, webhookPassword: password } = webhookSecrets;
const newPassword = 'webhook:changed';

let setting: Setting;
let credential: string;
let server: WebhookServer;
beforeAll(async () => (setting = await startSetting()));
afterEach(async () => {
	jest.restoreAllMocks();
	await server.close();
});
afterAll(() => setting.close());

async function startTrigger(options = {}): Promise<void> {
	credential = setting.credential();
	const workflow = workflowOf('tradecloudTrigger', { options }, credential);
	server = await startWebhookServer(setting.engine, workflow);
}

async function statusOfCall(webhookPassword: string): Promise<number> {
	const event = setting.sandbox.webhooks.orderEvent(
		setting.sandbox.orders.list()[0].id,
		'OrderLinesAcceptedBySupplier',
	);
	const auth = { username, password: webhookPassword };
	return (await axios.post(server.url, event, { auth, validateStatus: () => true })).status;
}

function changePassword(): void {
	const { credentials } = setting.engine;
	credentials.save(credential, { ...credentials.read(credential), webhookPassword: newPassword });
}

test('a new password is let in as soon as it is saved, and the old one no more', async () => {
	await startTrigger();
	expect(await statusOfCall(password)).toBe(200);
	changePassword();
	expect(await statusOfCall(newPassword)).toBe(200);
	expect(await statusOfCall(password)).toBe(401);
});

test('an old password that Tradecloud goes on sending is refused two seconds after it was changed', async () => {
	await startTrigger();
	expect(await statusOfCall(password)).toBe(200);
	changePassword();
	await sleep(2_100);
	expect(await statusOfCall(password)).toBe(401);
});

test('an old password that is refused once is not let in again by calls before it', async () => {
	await startTrigger();
	const [first] = await Promise.all([statusOfCall(password), statusOfCall('a wrong one')]);
	expect(first).toBe(200);
	changePassword();
	expect(await statusOfCall('another wrong one')).toBe(401);
	expect(await statusOfCall(password)).toBe(401);
});

test.each([
	['calls that come together', {}],
	['calls that come together, with their orders', { fetchOrder: true }],
])('%s read the credential once', async (_calls, options) => {
	await startTrigger(options);
	// A session is at hand afterwards, and the credential is read again.
	await statusOfCall(password);
	await sleep(2_100);
	const readings = jest.spyOn(setting.engine.credentials, 'getDecrypted');
	const statuses = await Promise.all(Array.from({ length: 5 }, () => statusOfCall(password)));
	expect(statuses).toEqual(Array(5).fill(200));
	expect(readings).toHaveBeenCalledTimes(1);
});

test('calls without credentials are refused without reading the credential', async () => {
	await startTrigger();
	const readings = jest.spyOn(setting.engine.credentials, 'getDecrypted');
	for (const authorization of [undefined, '', 'Basic', 'Bearer x', 'Digest username="n8n"']) {
		const headers = authorization === undefined ? {} : { authorization };
		const { status } = await axios.post(server.url, {}, { headers, validateStatus: () => true });
		expect(status).toBe(401);
	}
	expect(readings).not.toHaveBeenCalled();
});

test('wrong calls that come together share readings, and a new password is let in among them', async () => {
	await startTrigger();
	const { credentials } = setting.engine;
	const read = credentials.getDecrypted.bind(credentials);
	const readings = jest
		.spyOn(credentials, 'getDecrypted')
		.mockImplementation(async (...reading) => {
			await sleep(100);
			return await read(...reading);
		});
	const wrong = Array.from({ length: 30 }, () => statusOfCall('a wrong one'));
	expect(await Promise.all(wrong)).toEqual(Array(30).fill(401));
	expect(readings.mock.calls.length).toBeLessThan(15);
	const others = Array.from({ length: 10 }, () => statusOfCall('a wrong one'));
	await sleep(20);
	changePassword();
	const right = statusOfCall(newPassword);
	expect(await Promise.all(others)).toEqual(Array(10).fill(401));
	expect(await right).toBe(200);
});

test('a secret that resolves to nothing for a moment costs no event', async () => {
	await startTrigger();
	const { credentials } = setting.engine;
	const whole = credentials.read(credential);
	credentials.save(credential, { ...whole, webhookPassword: '' });
	expect(await statusOfCall(password)).toBe(503);
	expect(server.log).toEqual([expect.stringMatching(/'Webhook Password' must be filled in/)]);
	credentials.save(credential, whole);
	expect(await statusOfCall(password)).toBe(200);
});

test('a fault of our own is logged whole, and the call comes again', async () => {
	await startTrigger();
	jest.spyOn(setting.engine.credentials, 'getDecrypted').mockImplementation(() => {
		throw new TypeError('x is not a function\nat all');
	});
	expect(await statusOfCall(password)).toBe(503);
	expect(server.log).toEqual([
		expect.stringMatching(
			/answered 503: TypeError: x is not a function at all .*triggerCredential/,
		),
	]);
});

test('workflows do not share what they have read', async () => {
	await startTrigger();
	const other = { ...workflowOf('tradecloudTrigger', {}, credential), id: 'another workflow' };
	const otherServer = await startWebhookServer(setting.engine, other);
	const readings = jest.spyOn(setting.engine.credentials, 'getDecrypted');
	await statusOfCall(password);
	await server.close();
	server = otherServer;
	await statusOfCall(password);
	expect(readings).toHaveBeenCalledTimes(2);
});

test('a credential that could not be read is read again by the next call', async () => {
	await startTrigger();
	jest.spyOn(setting.engine.credentials, 'getDecrypted').mockRejectedValueOnce(new Error('locked'));
	expect(await statusOfCall(password)).toBe(503);
	expect(await statusOfCall(password)).toBe(200);
});
