/** What n8n itself does with what does not succeed: it runs the node again, or lets it leave by the error output. */
import axios from 'axios';
import type { INode, INodeExecutionData } from 'n8n-workflow';

import type { Execution } from '../../tools/n8n-session';
import { install, workflowOf, type Installation, type Step } from './harness/installation';

let installation: Installation;
beforeAll(async () => (installation = await install()), 900_000);
afterAll(async () => await installation?.close());

/** The items of a call go one by one through the node, and what it puts out through one node for each output. */
async function executed(
	webhookId: string,
	items: object[],
	parameters: INode['parameters'],
	settings: Partial<INode>,
): Promise<Execution> {
	const { n8n, credential } = installation;
	const steps: Step[] = [
		{
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2.1,
			webhookId,
			parameters: { httpMethod: 'POST', path: webhookId, responseMode: 'lastNode' },
		},
		{
			name: 'Items',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body', options: {} },
		},
		{
			name: 'Tradecloud',
			type: 'n8n-nodes-tradecloud.tradecloud',
			typeVersion: 1,
			credentials: { tradecloudApi: credential },
			parameters: { ...parameters, options: { retries: 0 } },
			...settings,
		},
		...['Successes', 'Errors'].map((name) => ({
			name,
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			parameters: {},
		})),
	];
	const workflow = workflowOf(webhookId, steps);
	const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
	workflow.connections.Tradecloud = { main: [to('Successes'), to('Errors')] };
	delete workflow.connections.Successes;
	const id = await n8n.importWorkflow(workflow);
	await n8n.publish(id);
	const url = `${n8n.url}/webhook/${webhookId}`;
	await axios.post(url, items, { proxy: false, validateStatus: () => true });
	const [execution] = await n8n.session.waitForExecutions(id, { count: 1 });
	return execution;
}

function itemsOf({ data }: Execution, node: string): INodeExecutionData[] {
	return data.resultData.runData[node]?.[0]?.data?.main[0] ?? [];
}

/** A delivery of the first order for each quantity. */
function deliveries(quantities: number[]) {
	const [{ buyerOrder, lines }] = installation.sandbox.orders.list();
	const [{ buyerLine }] = lines;
	const { purchaseOrderNumber } = buyerOrder;
	const before = buyerLine.deliveryHistory.length;
	const bodies = quantities.map((quantity) => ({
		order: { purchaseOrderNumber },
		lines: [
			{
				position: buyerLine.position,
				deliveries: [{ position: '1', date: '2027-01-31', quantity }],
			},
		],
	}));
	const received = () => buyerLine.deliveryHistory.slice(before).map(({ quantity }) => quantity);
	return { bodies, received, purchaseOrderNumber };
}

const addDeliveries = {
	resource: 'order',
	operation: 'addDeliveries',
	bodyMode: 'json',
	body: '={{ $json }}',
};

const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 };

test('with Retry On Fail, three deliveries of which the second fails once are appended once each', async () => {
	const { sandbox } = installation;
	const { bodies, received } = deliveries([1, 2, 3]);
	sandbox.fault({ path: '/deliveries$', delayMs: 0 });
	sandbox.fault({ path: '/deliveries$', status: 429 });
	const execution = await executed('e2e-retry', bodies, addDeliveries, retryOnFail);
	expect(execution.status).toBe('success');
	expect(itemsOf(execution, 'Successes')).toHaveLength(3);
	expect(received().sort()).toEqual([1, 2, 3]);
});

test('with Retry On Fail, what may have been processed is not sent again', async () => {
	const { sandbox } = installation;
	const { bodies, received } = deliveries([4, 5]);
	sandbox.fault({ path: '/deliveries$', delayMs: 0 });
	sandbox.fault({ path: '/deliveries$', reset: true, after: true });
	const execution = await executed('e2e-doubt', bodies, addDeliveries, retryOnFail);
	expect(execution.status).toBe('error');
	const { description } = execution.data.resultData.error as { description?: string };
	expect(description).toMatch(/may have been processed all the same, and was not sent again/);
	expect(received().sort()).toEqual([4, 5]);
});

test('with an error output, each item leaves once, an error with its number and what Tradecloud answered', async () => {
	const { sandbox } = installation;
	const { bodies, purchaseOrderNumber } = deliveries([6, 7]);
	sandbox.fault({ path: '/deliveries$', status: 400, body: '{"message":"Not now"}' });
	const execution = await executed('e2e-errors', bodies, addDeliveries, {
		onError: 'continueErrorOutput',
	});
	expect(itemsOf(execution, 'Successes').map(({ json }) => json)).toEqual([
		{ purchaseOrderNumber, ok: true },
	]);
	expect(itemsOf(execution, 'Errors').map(({ json }) => json)).toEqual([
		{
			...bodies[0],
			error: expect.stringMatching(/^Tradecloud rejected .*"Not now"/) as string,
			purchaseOrderNumber,
			response: { status: 400, body: 'Not now' },
		},
	]);
});

test('with an error output, all leave by it when nothing can be sent at all', async () => {
	const rows = [{ Foo: 1 }, { Foo: 2 }];
	const columns = { mappingMode: 'autoMapInputData', value: null };
	const parameters = { resource: 'order', operation: 'send', bodyMode: 'rows', columns };
	const execution = await executed('e2e-titles', rows, parameters, {
		onError: 'continueErrorOutput',
	});
	expect(itemsOf(execution, 'Successes')).toEqual([]);
	expect(itemsOf(execution, 'Errors').map(({ json }) => json)).toMatchObject([
		{ Foo: 1, error: expect.any(String) as string },
		{ Foo: 2, error: expect.any(String) as string },
	]);
});
