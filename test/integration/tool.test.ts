/** The node as a tool of an AI agent: what its model reads and fills in. */
import { NodeHelpers, type INodeProperties } from 'n8n-workflow';

import { startSetting, type Setting } from './harness/setting';
import { jsonOf } from './harness/n8n';
import { buyerAccountNumber } from '../sandbox/data/companies';
import { properties, resources } from '../../nodes/Tradecloud/actions/router';

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

describe('a model can define what people choose from a list', () => {
	/** The names of all lists that the panel of a tool shows among these. */
	function listsIn(fields: INodeProperties[]): string[] {
		return fields.flatMap(({ name, type, displayOptions, options = [] }) => {
			if (displayOptions?.show?.['@tool']?.includes(false)) return [];
			if (type === 'options') return [name];
			if (name === 'options') return [];
			return options.flatMap((own) => {
				if ('values' in own) return listsIn(own.values);
				return 'displayName' in own ? listsIn([own]) : [];
			});
		});
	}

	test('in all messages and filters', () => {
		const ofPeople = ['resource', 'operation', 'bodyMode', 'output'];
		expect(new Set(listsIn(properties))).toEqual(new Set(ofPeople));
	});

	test('such as the answer of a supplier, in which it may choose nothing else', async () => {
		const { supplier } = setting.sandbox.users;
		const [order] = setting.sandbox.orders.list();
		const answered = async (answer: string) =>
			jsonOf(
				await setting.run(
					{
						resource: 'order',
						operation: 'sendResponse',
						purchaseOrderNumber: order.buyerOrder.purchaseOrderNumber,
						buyerAccountNumber,
						answer,
						lines: { line: [{ position: order.lines[0].buyerLine.position }] },
					},
					[{}],
					{ node: tool, credential: supplier },
				),
			);
		expect(await answered('perhaps')).toMatchObject([
			{ error: expect.stringContaining('is "perhaps", not one of Accept, Reject') as string },
		]);
		expect(await answered('accepted')).toMatchObject([{ ok: true }]);
	});
});

describe('what an operation does', () => {
	const all = resources.flatMap(({ value: resource, operations }) =>
		operations.map(({ value: operation, kind }) => ({ resource, operation, kind })),
	);

	test.each(all)('$resource $operation', ({ resource, operation, kind }) => {
		const { description } = setting.engine.nodeTypes.getByNameAndVersion('tradecloud');
		const told = NodeHelpers.makeDescription({ resource, operation }, description);
		expect(/^(Get|Download) .* in Tradecloud$/.test(told)).toBe(kind === 'read');
		const notice = properties.find(({ name }) => name === 'toolNotice')!;
		const isShown = (name: string) =>
			NodeHelpers.displayParameter(
				{ resource, operation },
				notice,
				{ typeVersion: 1 },
				{
					...description,
					name,
				},
			);
		expect(isShown('tradecloudTool')).toBe(kind !== 'read');
		expect(isShown('tradecloud')).toBe(false);
	});
});
