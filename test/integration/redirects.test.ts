/** A redirect to another host is never followed: that host gets neither the login nor anything else. */
import { startReceiver, type Receiver } from '../sandbox/receiver';
import { testCredential } from './harness/credentialTest';
import { errorOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
let elsewhere: Receiver;
beforeAll(async () => {
	setting = await startSetting();
	elsewhere = await startReceiver(200);
});
afterEach(() => {
	setting.sandbox.reset();
	elsewhere.received.length = 0;
});
afterAll(async () => {
	await elsewhere.close();
	await setting.close();
});

/** The next call of this path is sent elsewhere. */
function redirect(path: string, status: number): void {
	setting.sandbox.fault({ path, status, headers: { location: `${elsewhere.url}/elsewhere` } });
}

const file = { data: { data: 'QQ==', mimeType: 'text/plain', fileName: 'a.txt' } };
const orderId = { __rl: true, mode: 'id', value: 'A-1' };
const statuses = [300, 301, 302, 303, 305, 307, 308];

/** The path of a call, and what makes the node call it. */
const calls: [string, string, Parameters<Setting['run']>[0]][] = [
	['a login', '/login$', { resource: 'order', operation: 'get', orderId }],
	['a call that reads', '^/order/', { resource: 'order', operation: 'get', orderId }],
	['a call that searches', '/poll$', { resource: 'order', operation: 'getMany' }],
	['an upload', '^/object-storage/', { resource: 'document', operation: 'upload' }],
	['a call that deletes', '^/object-storage/', { resource: 'document', operation: 'delete' }],
	['a download link', '^/download/', { resource: 'document', operation: 'download' }],
];

describe.each(calls)('%s', (_name, path, parameters) => {
	test.each(statuses)('answered %d', async (status) => {
		const { id: documentId } = setting.sandbox.documents.put('a.pdf', 'application/pdf', 'A');
		redirect(path, status);
		const run = await setting.run({ ...parameters, documentId }, [{}], { binary: file });
		expect(errorOf(run).message).toBe(
			'There is no Tradecloud API at the address of the credential',
		);
		expect(elsewhere.received).toEqual([]);
	});
});

test.each(statuses)('a download for which there is no link, answered %d', async (status) => {
	const metadata = { status: 200, body: '{"id":"D-1"}', contentType: 'application/json' };
	setting.sandbox.fault({ path: '/metadata$', ...metadata });
	redirect('/D-1$', status);
	await setting.run({ resource: 'document', operation: 'download', documentId: 'D-1' });
	expect(setting.sandbox.calls.at(-1)).toMatchObject({ status, authorization: 'Bearer' });
	expect(elsewhere.received).toEqual([]);
});

test.each(statuses)('a call of API v1, answered %d', async (status) => {
	redirect('^/purchaseOrder/', status);
	const credential = { apiVersion: 'v1' };
	await setting.run({ resource: 'order', operation: 'get', orderId }, [{}], { credential });
	expect(setting.sandbox.calls).toMatchObject([{ status, authorization: 'Basic' }]);
	expect(elsewhere.received).toEqual([]);
});

describe.each([301, 302, 303, 307, 308])('the test of a credential, answered %d', (status) => {
	test.each([
		['v1', '^/purchaseOrder'],
		['v2', '/login$'],
		['v2', '/poll$'],
	])('in API %s at %s', async (apiVersion, path) => {
		redirect(path, status);
		const sentence = await testCredential(setting.engine, setting.credential({ apiVersion }));
		expect(sentence).toMatch(/^There is no Tradecloud API at the address/);
		expect(elsewhere.received).toEqual([]);
	});
});
