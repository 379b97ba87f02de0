/** How requests leave for Tradecloud and how their answers come in, where no operation of its own is about it. */
import { json, startHostileServer, type HostileServer } from '../security/hostileServer';
import { jsonOf, startEngine, workflowOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
let server: HostileServer;
beforeAll(async () => {
	setting = await startSetting();
	server = await startHostileServer();
});
afterAll(() => Promise.all([setting.close(), server.close()]));

const get = {
	resource: 'order',
	operation: 'get',
	orderId: { __rl: true, mode: 'id', value: 'A' },
};
const download = { resource: 'document', operation: 'download', documentId: 'D-1' };

async function run(parameters: Parameters<Setting['run']>[0]) {
	return await setting.run(parameters, [{}], { credential: { baseUrl: `${server.url}/v2` } });
}

test('an order is asked for as JSON, and a document as what it is', async () => {
	const accepted: Record<string, string> = {};
	server.behave((response, { path }, { headers }) => {
		accepted[path] = String(headers.accept);
		json(response, 200, { id: 'A' });
	});
	await run(get);
	await run(download);
	expect(accepted).toEqual({
		'/v2/order/A': 'application/json',
		'/v2/object-storage/document/D-1/metadata': 'application/json',
		'/v2/object-storage/document/D-1': expect.stringContaining('*/*') as string,
	});
});

test('a session is kept with the credential, so that the next start of n8n logs in no more', async () => {
	server.behave((response) => json(response, 200, { id: 'A' }));
	const id = setting.credential({ baseUrl: `${server.url}/v2` });
	const orders = async (engine: Setting['engine']) => {
		const workflow = workflowOf('tradecloud', get, id);
		return jsonOf(await engine.run(workflow, 'Tradecloud', [{}, {}]));
	};
	expect(await orders(setting.engine)).toHaveLength(2);
	expect(server.logins).toHaveLength(1);
	expect(await orders(await restarted())).toHaveLength(2);
	expect(server.logins).toHaveLength(1);
	const { credentials } = setting.engine;
	credentials.save(id, { ...credentials.read(id), sessionToken: '' });
	expect(await orders(await restarted())).toHaveLength(2);
	expect(server.logins).toHaveLength(2);
});

/** Another process of n8n, with the same store of credentials. */
async function restarted(): Promise<Setting['engine']> {
	return await startEngine(setting.engine.credentials);
}
