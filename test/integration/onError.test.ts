/** Where things go that do not succeed: each input item leaves once, by the output that the user chose. */
import type { IDataObject, INodeExecutionData, IRun, NodeParameterValueType } from 'n8n-workflow';

import { callsTo, inputFile } from './harness/operations';
import { errorOf, itemsOf } from './harness/n8n';
import { messageOf } from './harness/prepare';
import { startSetting, type RunOptions, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting({ orders: 5 })));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

type OnError = 'continueRegularOutput' | 'continueErrorOutput';
type Parameters = Record<string, NodeParameterValueType>;

/** What left the node as an error, and what as a success; with one output, errors tell themselves apart. */
function parted(run: IRun, onError: OnError) {
	expect(run.data.resultData.error?.message).toBeUndefined();
	const all = [itemsOf(run), itemsOf(run, 'Tradecloud', 1)];
	if (onError === 'continueErrorOutput') return { successes: all[0], errors: all[1] };
	expect(all[1]).toEqual([]);
	const isError = ({ json }: INodeExecutionData) => 'error' in json;
	return {
		successes: all[0].filter((item) => !isError(item)),
		errors: all[0].filter(isError),
	};
}

/** The input items to which items are linked. */
function inputsOf(items: INodeExecutionData[]): number[] {
	return items
		.flatMap(({ pairedItem }) => pairedItem ?? [])
		.map((link) => (typeof link === 'number' ? link : link.item));
}

function row(purchaseOrderNumber: string, position: number, more: IDataObject = {}): IDataObject {
	const supplier = { supplierAccountNumber: 'S-10010' };
	return { purchaseOrderNumber, ...supplier, position: String(position), quantity: 1, ...more };
}

const rowMode = { mappingMode: 'autoMapInputData', value: null };
const sendRows = { resource: 'order', operation: 'send', bodyMode: 'rows', columns: rowMode };
const get = { resource: 'order', operation: 'get', orderId: '={{ $json.orderId }}' };

describe.each<OnError>(['continueRegularOutput', 'continueErrorOutput'])('%s', (onError) => {
	async function run(parameters: Parameters, items: IDataObject[], more: RunOptions = {}) {
		const run = await setting.run(parameters, items, { ...more, node: { onError, ...more.node } });
		return parted(run, onError);
	}

	test.each<[string, Parameters, RegExp, RunOptions]>([
		['titles that no message has', sendRows, /^Nothing was sent: column 'Foo' is not known/, {}],
		[
			'an operation that the API version lacks',
			{ resource: 'order', operation: 'acknowledge', orderId: 'A', versionHash: 'B' },
			/^'Acknowledge' exists only in Tradecloud Legacy/,
			{},
		],
		[
			'an unknown operation',
			{ resource: 'order', operation: 'teleport' },
			/^The Tradecloud node has no operation 'teleport'/,
			{},
		],
		[
			'a credential that cannot be read',
			get,
			/^Credential "gone" does not exist/,
			{ node: { credentials: { tradecloudApi: { id: 'gone', name: 'gone' } } } },
		],
	])('%s: each input leaves as an error', async (_case, parameters, sentence, more) => {
		const { successes, errors } = await run(parameters, [{ Foo: 1 }, { Foo: 2 }], more);
		expect(successes).toEqual([]);
		expect(inputsOf(errors)).toEqual([0, 1]);
		for (const { json } of errors) expect(json.error).toMatch(sentence);
		expect(setting.sandbox.calls).toEqual([]);
	});

	test.each([
		['a node that there is not', "={{ $json.orderId ?? $('Nowhere').first().json.id }}"],
		['code that throws', "={{ $json.orderId ?? (() => { throw new Error('out') })() }}"],
	])('an expression about %s: only its item is an error', async (_case, orderId) => {
		const [{ id }] = setting.sandbox.orders.list();
		const { successes, errors } = await run({ ...get, orderId }, [{ orderId: id }, {}]);
		expect(inputsOf(successes)).toEqual([0]);
		expect(inputsOf(errors)).toEqual([1]);
		expect(errors[0].json.error).toMatch(/^The expression in 'Order' /);
	});

	test('each of many inputs leaves once, in the order in which they came', async () => {
		const ids = setting.sandbox.orders.list().map(({ id }) => id);
		const items = [ids[0], 'PO404', ids[1], '', ids[2], 'PO405'].map((orderId) => ({ orderId }));
		const { successes, errors } = await run(get, items);
		expect(inputsOf(successes)).toEqual([0, 2, 4]);
		expect(inputsOf(errors)).toEqual([1, 3, 5]);
	});

	test('an error holds what Tradecloud answered', async () => {
		const body = '{"message":"Not this one","token":"eyJhbGciOi.eyJzdWIi.c2ln"}';
		setting.sandbox.fault({ path: '^/order/', status: 400, body });
		setting.sandbox.fault({
			path: '^/order/',
			status: 403,
			body: 'Forbidden',
			contentType: 'text/plain',
		});
		const { errors } = await run(get, [{ orderId: 'A' }, { orderId: 'B' }, { orderId: '' }]);
		expect(errors.map(({ json }) => json.response)).toEqual([
			{ status: 400, body: 'Not this one: token ***' },
			{ status: 403, body: 'Forbidden' },
			undefined,
		]);
	});

	test('a message of several rows is one error, with its number, for all of them', async () => {
		const rows = [row('PO-A', 10), row('PO-B', 10), row('PO-A', 20), row('PO-C', 10)];
		setting.sandbox.fault({ path: '/order$', status: 400, body: '{"message":"No"}' });
		setting.sandbox.fault({ path: '/order$', delayMs: 0 });
		rows[3].quantity = 'many';
		const { successes, errors } = await run(sendRows, rows);
		expect(successes.map(({ json }) => json)).toMatchObject([{ purchaseOrderNumber: 'PO-B' }]);
		expect(errors.map(({ json }) => json)).toMatchObject([
			{
				error: expect.stringMatching(/^Tradecloud rejected order 'PO-A': "No"\. /) as string,
				purchaseOrderNumber: 'PO-A',
				response: { status: 400, body: 'No' },
			},
			{
				error: expect.stringMatching(/^Order 'PO-C' was not sent: .*'many'|"many"/) as string,
				purchaseOrderNumber: 'PO-C',
			},
		]);
		expect(errors[1].json).not.toHaveProperty('response');
		expect(inputsOf(errors)).toEqual([0, 2, 3]);
	});
});

test('on the error output the fields of the input stand beside what is told', async () => {
	const rows = [row('PO-A', 10, { remark: 'urgent' })];
	setting.sandbox.fault({ path: '/order$', status: 400 });
	const options = { ignoreColumns: 'remark' };
	const run = await setting.run({ ...sendRows, options }, rows, {
		node: { onError: 'continueErrorOutput' },
	});
	expect(itemsOf(run, 'Tradecloud', 1)).toMatchObject([
		{ json: { ...rows[0], error: expect.any(String) as string, response: { status: 400 } } },
	]);
});

describe('where the node is to stop', () => {
	const sendJson = {
		resource: 'order',
		bodyMode: 'json',
		body: '={{ $json.body }}',
		options: { retries: 0 },
	};
	const bodyOf = (operation: string, purchaseOrderNumber?: string) => {
		const { order, ...rest } = structuredClone(messageOf('order', operation)!.example);
		return { body: { ...rest, order: { ...(order as IDataObject), purchaseOrderNumber } } };
	};

	test('all that keeps messages from being sent is told at once, and none is sent', async () => {
		const rows = [
			row('PO-A', 10, { quantity: 'many' }),
			row('PO-B', 10),
			row('PO-C', 10, { quantity: 'few' }),
		];
		const { message, description } = errorOf(await setting.run(sendRows, rows));
		expect(message).toBe('Nothing was sent: 2 of 3 messages need correction');
		expect(description).toMatch(/^Correct this .*:\n• 'PO-A': .*many.*\n• 'PO-C': .*few/);
		expect(setting.sandbox.calls).toEqual([]);
	});

	test('each reason is told once, a hundred at most, and how many there are beside them', async () => {
		const same = Array.from({ length: 6 }, () => ({ body: '{' }));
		const told = errorOf(await setting.run({ ...sendJson, operation: 'send' }, same));
		expect(told.description).toMatch(
			/:\n• item 0, item 1, item 2, item 3, and 2 more: 'JSON' holds text that is not JSON: .*$/,
		);
		const rows = Array.from({ length: 120 }, (_, index) =>
			row(`PO-${index}`, 10, { quantity: 'many' }),
		);
		const { description } = errorOf(await setting.run(sendRows, rows));
		expect(description).toMatch(/\n• 'PO-99': .*\n• and 20 more$/);
		expect(description).not.toContain("'PO-100'");
	});

	test('one message that cannot be sent is told as it is', async () => {
		const rows = [row('PO-A', 10), row('PO-B', 10, { quantity: 'many' })];
		expect(errorOf(await setting.run(sendRows, rows)).message).toMatch(
			/^Order 'PO-B' was not sent: /,
		);
	});

	test.each([
		[
			'send',
			'PO-1',
			/^It takes.* What went through before: 'PO-1'\. It does no harm to send that again\.$/,
		],
		[
			'addDeliveries',
			'PO-1',
			/What went through before: 'PO-1'\. Leave that out when you run the workflow again, or it may happen twice\./,
		],
	])('what went through before is told (%s of %s)', async (operation, number, told) => {
		const path = operation === 'send' ? '/order$' : '/deliveries$';
		setting.sandbox.fault({ path, status: 200, body: '{"ok":true}' });
		setting.sandbox.fault({ path, status: 429, times: 3 });
		const items = [bodyOf(operation, number), bodyOf(operation, 'PO-2'), bodyOf(operation, 'PO-3')];
		const run = await setting.run({ ...sendJson, operation }, items);
		expect(errorOf(run).message).toMatch(/did not take this one \[item 1\]$/);
		expect(errorOf(run).description).toMatch(told);
		expect(callsTo(setting.sandbox, path)).toHaveLength(2);
	});

	test('by its item where it has no number', async () => {
		setting.sandbox.fault({ path: '/document$', delayMs: 0 });
		setting.sandbox.fault({ path: '/document$', status: 400 });
		const upload = { resource: 'document', operation: 'upload' };
		const run = await setting.run(upload, [{}, {}], { binary: inputFile });
		expect(errorOf(run).description).toMatch(/What went through before: item 0\. Leave that out/);
	});

	test('and told once, however often n8n tries', async () => {
		const path = '/deliveries$';
		setting.sandbox.fault({ path, status: 200, body: '{"ok":true}' });
		setting.sandbox.fault({ path, reset: true });
		const items = ['PO-1', 'PO-2'].map((number) => bodyOf('addDeliveries', number));
		const run = await setting.run({ ...sendJson, operation: 'addDeliveries' }, items, {
			node: { retryOnFail: true, waitBetweenTries: 1 },
		});
		expect(errorOf(run).message.match(/\[item 1\]/g)).toHaveLength(1);
		expect(errorOf(run).description?.match(/What went through before/g)).toHaveLength(1);
	});

	test('a few names are enough where much went through, and none where it is only read', async () => {
		const path = '/deliveries$';
		setting.sandbox.fault({ path, status: 200, body: '{"ok":true}', times: 30 });
		setting.sandbox.fault({ path, status: 400 });
		const items = Array.from({ length: 31 }, (_, index) => bodyOf('addDeliveries', `PO-${index}`));
		const run = await setting.run({ ...sendJson, operation: 'addDeliveries' }, items);
		expect(errorOf(run).description).toMatch(/'PO-19', and 10 more\. Leave that out/);
		const [{ id }] = setting.sandbox.orders.list();
		const read = await setting.run(get, [{ orderId: id }, { orderId: 'PO404' }]);
		expect(errorOf(read).description).not.toContain('went through');
	});
});
