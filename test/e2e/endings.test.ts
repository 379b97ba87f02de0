/** 'When Last Node Finishes': what Tradecloud is answered for each way in which a workflow can end. */
import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { basic, install, workflowOf, type Installation, type Step } from './harness/installation';

let installation: Installation;
beforeAll(async () => (installation = await install()), 900_000);
afterAll(async () => await installation?.close());

const never = { leftValue: 1, rightValue: 2, operator: { type: 'number', operation: 'equals' } };
const conditions = {
	options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
	conditions: [{ id: '1', ...never }],
	combinator: 'and',
};

function base(name: string, typeVersion: number, parameters: INodeParameters = {}): Step {
	return { name, type: `n8n-nodes-base.${name}`, typeVersion, parameters };
}

function code(jsCode: string): Step {
	return base('code', 2, { jsCode });
}

let count = 0;

/** Publishes a workflow of these steps after the trigger, and lets Tradecloud tell of an event. */
async function outcomeOf(steps: Step[], settings: IDataObject = {}) {
	const { n8n, credential, sandbox } = installation;
	const webhookId = `ending-${++count}`;
	const trigger: Step = {
		name: 'Tradecloud Trigger',
		type: 'n8n-nodes-tradecloud.tradecloudTrigger',
		typeVersion: 2,
		webhookId,
		parameters: { responseMode: 'lastNode' },
		credentials: { tradecloudApi: credential },
	};
	const workflow = workflowOf(webhookId, [trigger, ...steps]);
	const id = await n8n.importWorkflow({
		...workflow,
		settings: { ...workflow.settings, ...settings },
	});
	await n8n.publish(id);
	const url = `${n8n.url}/webhook/${webhookId}`;
	await n8n.waitForWebhook(url);
	const event = sandbox.webhooks.orderEvent(sandbox.orders.list()[0].id, 'OrderIssuedByBuyer');
	const options = {
		auth: basic,
		timeout: 20_000,
		proxy: false,
		validateStatus: () => true,
	} as const;
	const { status, data } = await axios.post<unknown>(url, event, options);
	return { id, status, body: JSON.stringify(data) };
}

const margin = '42 percent';
const stop = base('stopAndError', 1, { errorMessage: margin });
const done = base('noOp', 1);
const throwing = code(`throw new Error('${margin}')`);

describe('200, and nothing of what the workflow made', () => {
	test.each<[string, Step[]]>([
		['the trigger alone', []],
		['items at the last node', [code(`return [{ json: { margin: '${margin}' } }];`)]],
		['a Filter that lets nothing through', [base('filter', 2.2, { conditions }), done]],
		['an IF without a false branch', [base('if', 2.2, { conditions }), done]],
		[
			'a Switch that nothing matches',
			[base('switch', 3.2, { rules: { values: [{ conditions }] } })],
		],
		['Code that returns nothing', [code('return [];')]],
		['a Wait node of two seconds', [base('wait', 1.1, { amount: 2 }), done]],
		['a failing node that goes on', [{ ...throwing, onError: 'continueRegularOutput' }]],
		['a failing node with an error output', [{ ...throwing, onError: 'continueErrorOutput' }]],
	])('%s', async (_ending, steps) => {
		expect(await outcomeOf(steps)).toMatchObject({ status: 200, body: '""' });
	});

	test('a sub-workflow without items', async () => {
		const { n8n } = installation;
		const trigger = base('executeWorkflowTrigger', 1.1, { inputSource: 'passthrough' });
		const value = await n8n.importWorkflow(workflowOf('sub', [trigger, code('return [];')]));
		await n8n.publish(value);
		const workflowId = { __rl: true, mode: 'id', value };
		const call = base('executeWorkflow', 1.2, { workflowId });
		expect(await outcomeOf([call])).toMatchObject({ status: 200, body: '""' });
	});

	test('at once, a Wait node of more than a minute, or for a call', async () => {
		const forCall = { ...base('wait', 1.1, { resume: 'webhook' }), webhookId: 'resume' };
		for (const wait of [base('wait', 1.1, { amount: 70 }), forCall]) {
			const { id, ...answer } = await outcomeOf([wait, stop]);
			expect(answer).toEqual({ status: 200, body: '""' });
			const [{ status }] = await installation.n8n.executions(id);
			expect(status).toBe('waiting');
		}
	});
});

describe('503, after which Tradecloud calls again', () => {
	test.each<[string, Step[], IDataObject]>([
		['a node that fails', [stop], {}],
		[
			'a time-out of the execution',
			[base('wait', 1.1, { amount: 20 }), done],
			{ executionTimeout: 1 },
		],
		// The node works only behind n8n's own Webhook node, and fails here until it is removed.
		[
			'a Respond to Webhook node',
			[base('respondToWebhook', 1.4, { respondWith: 'json', responseBody: `["${margin}"]` })],
			{},
		],
	])('%s', async (_ending, steps, settings) => {
		const { status, body } = await outcomeOf(steps, settings);
		expect(status).toBe(503);
		expect(body).not.toContain(margin);
	});
});
