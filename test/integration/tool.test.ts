/** The node as a tool of an AI agent: what its model reads. */
import { startSetting, type Setting } from './harness/setting';
import { jsonOf } from './harness/n8n';

const tool = { type: 'n8n-nodes-tradecloud.tradecloudTool' };

let setting: Setting;
beforeAll(async () => (setting = await startSetting({ orders: 12 })));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

test('what does not succeed is told, and does not end in silence', async () => {
	const orderId = { __rl: true, mode: 'number', value: 'PO-404' };
	const run = await setting.run({ resource: 'order', operation: 'get', orderId }, [{}], {
		node: tool,
	});
	expect(jsonOf(run)).toEqual([{ error: expect.stringContaining('PO-404') as string }]);
});

test('what is not filled in is told before anything is sent', async () => {
	const parameters = { resource: 'order', operation: 'send', bodyMode: 'json', body: '{}' };
	const run = await setting.run(parameters, [{}], { node: tool });
	expect(jsonOf(run)).toMatchObject([{ error: expect.stringMatching(/was not sent/) as string }]);
	expect(setting.sandbox.calls).toEqual([]);
});

test('a list that is not complete says so, and one that is does not', async () => {
	const list = async (limit: number, node = tool) =>
		jsonOf(await setting.run({ resource: 'order', operation: 'getMany', limit }, [{}], { node }));
	const cut = await list(5);
	expect(cut).toHaveLength(6);
	expect(cut[5]).toEqual({
		note: expect.stringMatching(/^There are more than these 5\./) as string,
	});
	const whole = await list(12);
	expect(whole).toHaveLength(12);
	expect(await list(5, { type: 'n8n-nodes-tradecloud.tradecloud' })).toHaveLength(5);
});
