/** n8n's Retry On Fail runs the whole node again, for all items: what went through, or may have, does not happen twice. */
import { WorkflowExecute } from 'n8n-core';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import { operationOf } from '../../nodes/Tradecloud/actions/router';
import { errorOf, itemsOf, jsonOf, workflowOf } from './harness/n8n';
import { callsTo, examples, inputFile, parametersOf } from './harness/operations';
import { startSetting, type Setting } from './harness/setting';
import { toolOf } from './harness/tool';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

/** Three tries, without a pause to speak of. */
const retryOnFail: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const noRetries = { options: { retries: 0 } };

/** As many times as it takes to befall all calls that come. */
const always = 99;

/** An example, run for items of which each does the same, with faults from the call on that `from` tells. */
async function runOf(name: string, items: number, onError?: INode['onError']) {
	const { user = 'buyer', apiVersion = 'v2', prepare } = examples[name];
	const { username, password } = setting.sandbox.users[user];
	const prepared = prepare(setting.sandbox);
	const run = await setting.run(
		{ ...parametersOf(name, prepared), ...noRetries },
		Array.from({ length: items }, () => ({})),
		{
			credential: { apiVersion, username, password },
			node: { ...retryOnFail, ...(onError && { onError }) },
			binary: inputFile,
		},
	);
	return { run, happened: prepared.happened };
}

const named = Object.keys(examples).filter((name) => examples[name].kind !== 'link');

describe.each(named)('%s', (name) => {
	const { kind, path } = examples[name];

	test('is of the kind that the operation says', () => {
		const [resource, operation] = name.split(' ');
		const told = operationOf(resource, operation)?.kind;
		// With a code for each document, these can be repeated; the operation tells the worst case.
		const expected = operation === 'attachDocuments' ? 'once' : kind;
		expect(told).toBe(expected);
	});

	test('is not done again for an item that went through, when the next one does not', async () => {
		setting.sandbox.fault({ path, delayMs: 0 });
		setting.sandbox.fault({ path, status: 429, times: always });
		const { run } = await runOf(name, 2);
		expect(errorOf(run).message).toMatch(/too many requests.* \[item 1\]$/);
		expect(callsTo(setting.sandbox, path)).toHaveLength(1 + 3);
	});
});

const once = named.filter((name) => examples[name].kind === 'once');

describe.each(once)('%s', (name) => {
	const { path } = examples[name];

	test.each([undefined, 'continueRegularOutput'] as const)(
		'is not repeated where it may have happened, which each try tells (%s)',
		async (onError) => {
			setting.sandbox.fault({ path, reset: true, after: true });
			const { run, happened } = await runOf(name, 1, onError);
			const told = onError ? (jsonOf(run)[0].error as string) : errorOf(run).description;
			expect(told).toContain('It may have been processed all the same, and was not sent again');
			expect(callsTo(setting.sandbox, path)).toHaveLength(1);
			expect(happened!()).toBe(1);
		},
	);

	test('happens once where it certainly did not happen before', async () => {
		setting.sandbox.fault({ path, status: 429 });
		const { run, happened } = await runOf(name, 1);
		expect(itemsOf(run)).toHaveLength(1);
		expect(happened!()).toBe(1);
	});
});

/** Three deliveries of one order, each of which its own item appends. */
function threeDeliveries() {
	const [order] = setting.sandbox.orders.list();
	const [{ buyerLine }] = order.lines;
	const { purchaseOrderNumber } = order.buyerOrder;
	const before = buyerLine.deliveryHistory.length;
	const bodies = [1, 2, 3].map((quantity) => {
		const deliveries = [{ position: '1', date: '2027-01-31', quantity }];
		const lines = [{ position: buyerLine.position, deliveries }];
		return { body: { order: { purchaseOrderNumber }, lines } };
	});
	const quantities = () => buyerLine.deliveryHistory.slice(before).map(({ quantity }) => quantity);
	return { bodies, quantities };
}

const appending = {
	resource: 'order',
	operation: 'addDeliveries',
	bodyMode: 'json',
	body: '={{ $json.body }}',
	...noRetries,
};

describe('three items of which the second does not go through at once', () => {
	test.each([undefined, 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'are appended once each (%s)',
		async (onError) => {
			const { bodies, quantities } = threeDeliveries();
			setting.sandbox.fault({ path: '/deliveries$', delayMs: 0 });
			setting.sandbox.fault({ path: '/deliveries$', status: 429 });
			const run = await setting.run(appending, bodies, {
				node: { ...retryOnFail, ...(onError && { onError }) },
			});
			// With Continue n8n tries again only when the first item is an error.
			expect(quantities().sort()).toEqual(onError ? [1, 3] : [1, 2, 3]);
			const all = [...itemsOf(run), ...itemsOf(run, 'Tradecloud', 1)];
			expect(all.map(({ pairedItem }) => pairedItem)).toHaveLength(3);
		},
	);

	test('are appended once each where the first is an error, and n8n goes on', async () => {
		const { bodies, quantities } = threeDeliveries();
		setting.sandbox.fault({ path: '/deliveries$', status: 429 });
		const run = await setting.run(appending, bodies, {
			node: { ...retryOnFail, onError: 'continueRegularOutput' },
		});
		expect(quantities().sort()).toEqual([1, 2, 3]);
		expect(jsonOf(run)).toEqual(Array(3).fill(expect.objectContaining({ ok: true })));
	});

	test('are appended once each although the time in them is another at each try', async () => {
		const { bodies, quantities } = threeDeliveries();
		setting.sandbox.fault({ path: '/deliveries$', delayMs: 0 });
		setting.sandbox.fault({ path: '/deliveries$', status: 429 });
		const body = '={{ ({ ...$json.body, sentAt: $now.toMillis() + Math.random() }) }}';
		await setting.run({ ...appending, body }, bodies, { node: retryOnFail });
		expect(quantities().sort()).toEqual([1, 2, 3]);
	});
});

describe('what is no repetition happens again', () => {
	test('another execution with the same items, such as one that is retried', async () => {
		const { bodies, quantities } = threeDeliveries();
		await setting.run(appending, bodies.slice(0, 1), { node: retryOnFail });
		await setting.run(appending, bodies.slice(0, 1), { node: retryOnFail });
		expect(quantities()).toEqual([1, 1]);
	});

	test('another run of the node in the same execution, with the very same items', async () => {
		const { bodies, quantities } = threeDeliveries();
		const data = { main: [[{ json: bodies[0] }]] };
		const { engine } = setting;
		const parameters = workflowOf('tradecloud', appending, setting.credential(), retryOnFail);
		const workflow = new Workflow({ ...parameters, nodeTypes: engine.nodeTypes });
		const node = workflow.getNode('Tradecloud')!;
		const entry = { node, data, source: null };
		const runExecutionData = createRunExecutionData({
			executionData: { nodeExecutionStack: [{ ...entry }, { ...entry }] },
		});
		const additionalData = engine.additionalData(parameters);
		const execution = new WorkflowExecute(additionalData, 'trigger', runExecutionData);
		const { data: result } = await execution.processRunExecutionData(workflow);
		expect(result.resultData.runData.Tradecloud).toHaveLength(2);
		expect(quantities()).toEqual([1, 1]);
	});
});

describe('a tool of an AI agent', () => {
	const tool = (body: unknown) =>
		toolOf(setting, { ...appending, body: JSON.stringify(body) }, retryOnFail);

	test('does not send again what may have happened, in any of its tries', async () => {
		const { bodies, quantities } = threeDeliveries();
		setting.sandbox.fault({ path: '/deliveries$', reset: true, after: true });
		await expect(tool(bodies[0].body)({})).rejects.toThrow(/may have been processed/);
		expect(quantities()).toEqual([1]);
	});

	test('does again what the model asks for twice', async () => {
		const { bodies, quantities } = threeDeliveries();
		const called = tool(bodies[0].body);
		await called({});
		await called({});
		expect(quantities()).toEqual([1, 1]);
	});
});
