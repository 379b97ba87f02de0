/** The Tradecloud node's order: get, in n8n's engine against the sandbox. */
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IRun,
	NodeParameterValueType,
} from 'n8n-workflow';

import type { Order } from '../sandbox';
import { storeOrder } from '../sandbox/build';
import { errorOf, itemsOf, jsonOf, workflowOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

const orders = () => setting.sandbox.orders.list();
/** Tradecloud's API calls the id of an order `id`; a workflow finds it as `orderId` as well. */
const returned = (order: Order) => ({ orderId: order.id, ...order });

const byId = { __rl: true, mode: 'id', value: '={{ $json.orderId }}' };
const byNumber = { __rl: true, mode: 'number', value: '={{ $json.number }}' };

/** Runs the node for these items, by default with the id of an order in each. */
async function get(
	items: IDataObject[],
	parameters: Record<string, NodeParameterValueType> = {},
	credential: IDataObject = {},
	node: Parameters<typeof workflowOf>[3] = {},
) {
	return await setting.run({ orderId: byId, ...parameters }, items, {
		credential: credential as ICredentialDataDecryptedObject,
		node,
	});
}

/** What n8n shows above the output. */
function hintsOf({ data }: IRun): string[] {
	const [{ hints = [] }] = Object.values(data.resultData.runData).at(-1)!;
	return hints.map(({ message }) => message);
}

const noRetry = { options: { retries: 0 } };

describe('one order', () => {
	test('is put out field by field as Tradecloud holds it', async () => {
		const run = await get([{ orderId: orders()[0].id }]);
		expect(jsonOf(run)).toEqual([returned(orders()[0])]);
	});

	test('is found by an id with reserved characters', async () => {
		const orderId = 'f56aa4ce-8ec8-5197-bc26-77716a58add7-PO 1/ü+%';
		expect(jsonOf(await get([{ orderId }]))).toMatchObject([{ orderId }]);
	});

	test('is found by its id in API v1', async () => {
		const { id: orderId, buyerOrder, lines } = orders()[0];
		const id = setting.sandbox.orders.legacyId(orderId);
		const run = await get([{ orderId: id }], {}, { apiVersion: 'v1' });
		expect(jsonOf(run)).toMatchObject([{ id, code: buyerOrder.purchaseOrderNumber }]);
		expect(jsonOf(run)[0].lines).toHaveLength(lines.length);
		expect(setting.sandbox.calls).toMatchObject([
			{ authorization: 'Basic', path: `/api/v1/purchaseOrder/${id}` },
		]);
	});

	test('is found by company and number in API v2, with one call', async () => {
		const { buyerOrder } = orders()[3];
		const run = await get([{ number: buyerOrder.purchaseOrderNumber }], {
			orderId: byNumber,
			companyId: buyerOrder.companyId,
		});
		expect(jsonOf(run)).toEqual([returned(orders()[3])]);
		expect(setting.sandbox.calls.map(({ path }) => path)).toEqual([
			'/v2/authentication/login',
			`/v2/order/${orders()[3].id}`,
		]);
	});

	test('is found by company and number in API v1', async () => {
		const { buyerOrder } = orders()[3];
		const run = await get(
			[{ number: buyerOrder.purchaseOrderNumber }],
			{ orderId: byNumber, companyId: buyerOrder.companyId },
			{ apiVersion: 'v1' },
		);
		expect(jsonOf(run)).toMatchObject([
			{ orderId: expect.any(String) as string, code: buyerOrder.purchaseOrderNumber },
		]);
	});
});

describe('many items', () => {
	test('give their orders in the same sequence, each linked to its item, with one login', async () => {
		const run = await get(orders().map(({ id }) => ({ orderId: id })));
		expect(jsonOf(run)).toEqual(orders().map(returned));
		expect(itemsOf(run).map(({ pairedItem }) => pairedItem)).toEqual(
			orders().map((_order, item) => expect.objectContaining({ item }) as unknown),
		);
		expect(setting.sandbox.calls.filter(({ path }) => path.endsWith('/login'))).toHaveLength(1);
	});

	test('stop at the first that Tradecloud does not know, and tell which it is', async () => {
		const run = await get([{ orderId: orders()[0].id }, { orderId: 'PO404' }]);
		expect(errorOf(run)).toEqual({
			message: "Tradecloud could not find purchase order 'PO404' [item 1]",
			description: expect.stringMatching(/typos[^]*'Environment'/) as string,
		});
		expect(run.data.resultData.error).toMatchObject({ context: { itemIndex: 1 } });
	});

	test('go on behind one that fails where the user chose so', async () => {
		const run = await get(
			[{ orderId: 'PO404' }, { orderId: orders()[0].id }],
			{},
			{},
			{ onError: 'continueRegularOutput' },
		);
		expect(jsonOf(run)).toEqual([
			{
				error: expect.stringMatching(
					/^Tradecloud could not find purchase order 'PO404'\. Check/,
				) as string,
				response: { status: 404, body: 'Order not found' },
			},
			returned(orders()[0]),
		]);
	});

	test('are parted into orders and errors where the user chose an error output', async () => {
		const run = await get(
			[{ orderId: 'PO404' }, { orderId: orders()[0].id }],
			{},
			{},
			{ onError: 'continueErrorOutput' },
		);
		expect(itemsOf(run).map(({ json }) => json)).toEqual([returned(orders()[0])]);
		expect(itemsOf(run, 'Tradecloud', 1)).toMatchObject([
			{ json: { error: expect.stringMatching(/PO404/) as string } },
		]);
	});
});

describe('output', () => {
	const one = () => [{ orderId: orders()[0].id }];

	test('simplified has few flat fields', async () => {
		const [json] = jsonOf(await get(one(), { output: 'simplified' }));
		const { id: orderId, buyerOrder, status, lines } = orders()[0];
		expect(json).toMatchObject({
			orderId,
			purchaseOrderNumber: buyerOrder.purchaseOrderNumber,
			supplierAccountNumber: buyerOrder.supplierAccountNumber,
			processStatus: status.processStatus,
			logisticsStatus: status.logisticsStatus,
			lineCount: lines.length,
			firstDeliveryDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
		});
		expect(Object.keys(json).length).toBeLessThanOrEqual(12);
		expect(Object.values(json).filter((value) => typeof value === 'object')).toEqual([]);
	});

	test('simplified has the supplier, and the total of an order in one currency', async () => {
		const buyerOrder = { supplierParty: { names: ['Bolts Ltd'] } };
		const order = storeOrder(setting.sandbox, { lines: [{}, {}], buyerOrder });
		const [json] = jsonOf(await get([{ orderId: order.id }], { output: 'simplified' }));
		expect(json).toMatchObject({ supplierName: 'Bolts Ltd', total: 2500, currency: 'EUR' });
	});

	test('simplified has the same names in API v1', async () => {
		const { id: orderId, buyerOrder, lines } = orders()[0];
		const id = setting.sandbox.orders.legacyId(orderId);
		const run = await get([{ orderId: id }], { output: 'simplified' }, { apiVersion: 'v1' });
		expect(jsonOf(run)).toMatchObject([
			{
				orderId: id,
				purchaseOrderNumber: buyerOrder.purchaseOrderNumber,
				lineCount: lines.length,
				firstDeliveryDate: expect.any(String) as string,
			},
		]);
	});

	test('lines has an item for each line, with the header of the order beside it', async () => {
		const run = await get(one(), { output: 'lines' });
		const { lines, ...header } = returned(orders()[0]);
		expect(jsonOf(run)).toEqual(
			lines.map((line) => ({
				orderId: header.orderId,
				purchaseOrderNumber: header.buyerOrder.purchaseOrderNumber,
				...line,
				order: header,
			})),
		);
	});

	test.each([
		['chosen in the list', ['orderId', 'status.processStatus', 'buyerOrder.contact']],
		['given as text', 'orderId, status.processStatus, buyerOrder.contact'],
	])(
		'selected fields, %s, are put out and no others, also where they lie deeper',
		async (_, fields) => {
			const run = await get(one(), { output: 'selectedFields', fields });
			const { id: orderId, status, buyerOrder } = orders()[0];
			expect(jsonOf(run)).toEqual([
				{
					orderId,
					status: { processStatus: status.processStatus },
					buyerOrder: { contact: buyerOrder.contact },
				},
			]);
			expect(hintsOf(run)).toEqual([]);
		},
	);

	test('selected fields that no order has are told once, and those that only this one lacks are not', async () => {
		const fields = 'orderId, processStatus, nothing.here, __proto__.x, buyerOrder.buyerParty.names';
		const run = await get([...one(), ...one()], { output: 'selectedFields', fields });
		expect(jsonOf(run)).toEqual([...one(), ...one()]);
		expect(hintsOf(run)).toEqual([
			"Orders have no field 'processStatus'. Did you mean 'status.processStatus'?",
			"Orders have no field 'nothing.here'. Choose one from the list.",
			"Orders have no field '__proto__.x'. Choose one from the list.",
		]);
	});

	test('a selected field that Tradecloud has added is not told as unknown', async () => {
		const [order] = orders();
		Object.assign(order.status, { newStatus: 'Fine' });
		const run = await get(one(), { output: 'selectedFields', fields: ['status.newStatus'] });
		expect(jsonOf(run)).toEqual([{ status: { newStatus: 'Fine' } }]);
		expect(hintsOf(run)).toEqual([]);
	});
});

describe('an id can never reach another endpoint', () => {
	test.each(['../company', 'PO1/../../company', '?x=', '#', 'a/b', '%2e%2e', '..%2f', 'ä\u0000'])(
		'%p',
		async (orderId) => {
			const run = await get([{ orderId }]);
			expect(errorOf(run).message).toBe(`Tradecloud could not find purchase order '${orderId}'`);
			const { path } = setting.sandbox.calls.at(-1)!;
			expect(path).toBe(`/v2/order/${encodeURIComponent(orderId)}`);
		},
	);

	test.each(['.', '..', '\ud800'])(
		'%j, which no encoding keeps apart, is not sent',
		async (orderId) => {
			const run = await get([{ orderId }]);
			expect(errorOf(run).message).toMatch(/cannot be an id or number in Tradecloud/);
			expect(setting.sandbox.calls).toEqual([]);
		},
	);
});

describe('what is missing is named', () => {
	test.each([
		['the order', [{}], { orderId: ' ' }, {}, /'Order' is empty/],
		[
			'the company in API v1',
			[{ number: 'PO1' }],
			{ orderId: byNumber },
			{ apiVersion: 'v1' },
			/'Company' is empty/,
		],
		['the user name', [{ orderId: 'A' }], {}, { username: '' }, /'Username' or 'Password'/],
		[
			'the password in API v1',
			[{ orderId: 'A' }],
			{},
			{ apiVersion: 'v1', password: '' },
			/'Username' or 'Password'/,
		],
		['the base URL', [{ orderId: 'A' }], {}, { baseUrl: '' }, /'Base URL'/],
		[
			'https',
			[{ orderId: 'A' }],
			{},
			{ baseUrl: 'http://api.tradecloud1.com/v2' },
			/begins with http:\/\/, which would send the password unencrypted/,
		],
	])('%s', async (_case, items, parameters, credential, message) => {
		const run = await get(items as IDataObject[], parameters, credential);
		expect(errorOf(run).message).toMatch(message);
		expect(setting.sandbox.calls.filter(({ path }) => path.includes('/order/'))).toEqual([]);
	});
});

describe('faults', () => {
	const one = () => [{ orderId: orders()[0].id }];

	test.each([
		[400, /^Tradecloud rejected the request for purchase order/, /Check the values/],
		[
			403,
			/^Tradecloud does not allow this: "because of tests"$/,
			/role 'integration'[^]*support@tradecloud1\.com/,
		],
		[404, /could not find purchase order/, /typos/],
		[429, /too many requests/, /at most 10 a second/],
		[500, /not available at the moment \(status 500\)/, /again later/],
		[502, /not available at the moment \(status 502\)/, /again later/],
		[503, /not available at the moment \(status 503\)/, /again later/],
		[504, /not available at the moment \(status 504\)/, /again later/],
		[302, /no Tradecloud API at the address/, /'Base URL'/],
	])('status %d has its sentence, and Tradecloud’s own words', async (status, message, remedy) => {
		const body = '{"error":"because of tests"}';
		setting.sandbox.fault({ path: '^/order/', status, body, contentType: 'application/json' });
		const error = errorOf(await get(one(), noRetry));
		expect(error.message).toMatch(message);
		expect(error.description).toMatch(remedy);
		expect(`${error.message} ${error.description}`).toMatch(/"because of tests"/);
	});

	test.each([
		['no answer in time', { delayMs: 2_000 }, /did not answer within 0.3 seconds/],
		[
			'a connection that breaks before the answer',
			{ reset: true },
			/ended before the response was complete/,
		],
		[
			'a connection that breaks within the answer',
			{ resetMidAnswer: true },
			/ended before the response was complete/,
		],
		[
			'HTML in place of JSON',
			{ status: 200, body: '<html><h1>Maintenance</h1></html>', contentType: 'text/html' },
			/it is not JSON/,
		],
		[
			'JSON that is cut off',
			{ status: 200, body: '{"orderId":"A', contentType: 'application/json' },
			/empty or cut off/,
		],
		['an empty answer', { status: 200, body: '' }, /empty or cut off/],
	])('%s has its sentence', async (_case, fault, message) => {
		setting.sandbox.fault({ path: '^/order/', ...fault });
		const run = await get(one(), { options: { retries: 0, timeout: 300 } });
		expect(errorOf(run).message).toMatch(message);
	});

	test('nobody at the address has its sentence', async () => {
		const run = await get(one(), noRetry, { baseUrl: 'http://127.0.0.1:1/v2' });
		expect(errorOf(run)).toEqual({
			message: 'Tradecloud cannot be reached',
			description: expect.stringMatching(/firewall[^]*\(ECONNREFUSED\)$/) as string,
		});
	});

	test.each(['v1', 'v2'])(
		'a wrong password has its sentence in API %s, after one call',
		async (apiVersion) => {
			const run = await get(one(), {}, { apiVersion, password: 'wrong' });
			expect(errorOf(run).message).toBe('Tradecloud does not accept the username or the password');
			expect(setting.sandbox.calls).toHaveLength(1);
		},
	);

	test('a user without the role has its sentence', async () => {
		const { username, password } = setting.sandbox.users.noRole;
		const run = await get(one(), {}, { username, password });
		expect(errorOf(run).message).toBe(
			'Tradecloud does not allow this: "The role integration is required"',
		);
		expect(errorOf(run).description).toMatch(/Tradecloud's support \(support@tradecloud1\.com\)/);
	});

	test.each([
		['429 with Retry-After', { status: 429, headers: { 'Retry-After': '0' } }],
		['503', { status: 503 }],
		['a broken connection', { reset: true }],
	])('%s is tried again, and the order arrives', async (_case, fault) => {
		setting.sandbox.fault({ path: '^/order/', times: 2, ...fault });
		expect(jsonOf(await get(one()))).toEqual([returned(orders()[0])]);
		expect(setting.sandbox.calls.filter(({ path }) => path.includes('/order/'))).toHaveLength(3);
	});

	test('a login that fails for a moment is tried again', async () => {
		setting.sandbox.fault({ path: '^/authentication/login', status: 503 });
		expect(jsonOf(await get(one()))).toEqual([returned(orders()[0])]);
	});

	test('a fault that stays is reported with the number of tries', async () => {
		setting.sandbox.fault({ path: '^/order/', status: 503, times: 3 });
		const error = errorOf(await get(one(), { options: { retries: 2 } }));
		expect(error.description).toMatch(/^Tried 3 times\./);
	});

	test('Retry-After is obeyed, and a request for more patience than a workflow has is passed on', async () => {
		setting.sandbox.fault({ path: '^/order/', status: 429, headers: { 'Retry-After': '1' } });
		const started = Date.now();
		expect(jsonOf(await get(one()))).toEqual([returned(orders()[0])]);
		expect(Date.now() - started).toBeGreaterThanOrEqual(1_000);
		setting.sandbox.fault({ path: '^/order/', status: 429, headers: { 'Retry-After': '3600' } });
		expect(errorOf(await get(one())).message).toMatch(/too many requests/);
	});

	test('tells no secret', async () => {
		const authorization = `Basic ${Buffer.from('a:b').toString('base64')}`;
		setting.sandbox.fault({ path: '^/order/', status: 400, body: `You sent ${authorization}` });
		const run = await get(one(), noRetry);
		const said = JSON.stringify(run.data.resultData);
		expect(errorOf(run).message).toMatch(/You sent Basic \*\*\*/);
		expect(said).not.toContain(setting.sandbox.users.buyer.password);
		expect(said).not.toContain('eyJ');
	});
});

describe('the session of API v2', () => {
	test('is logged in to once for two executions, and once more when its token has expired', async () => {
		const workflow = workflowOf('tradecloud', { orderId: byId }, setting.credential());
		const run = () => setting.engine.run(workflow, 'Tradecloud', [{ orderId: orders()[0].id }]);
		const before = setting.sandbox.logins();
		await run();
		await run();
		expect(setting.sandbox.logins() - before).toBe(1);
		setting.sandbox.expireTokens();
		expect(jsonOf(await run())).toEqual([returned(orders()[0])]);
		expect(setting.sandbox.logins() - before).toBe(2);
	});

	test('what Tradecloud answered in a new session is kept, though the credential cannot be read just then', async () => {
		const { credentials } = setting.engine;
		const read = credentials.getDecrypted.bind(credentials);
		const readings = jest.spyOn(credentials, 'getDecrypted');
		setting.sandbox.fault({ path: '^/order/', expireToken: true });
		// Only the node itself can read it.
		readings.mockImplementation(async (...what) => {
			if (readings.mock.calls.length > 1) throw new Error('The database is locked');
			return await read(...what);
		});
		const run = await get([{ orderId: orders()[0].id }], noRetry);
		expect(readings.mock.calls.length).toBeGreaterThan(2);
		readings.mockRestore();
		expect(jsonOf(run)).toEqual([returned(orders()[0])]);
	});
});

describe('the rate of requests', () => {
	let limited: Setting;
	beforeAll(async () => (limited = await startSetting({ requestsPerSecond: 10, orders: 30 })));
	afterAll(() => limited.close());

	test('is ten a second, so that Tradecloud has hardly a reason to answer 429', async () => {
		const workflow = workflowOf('tradecloud', { orderId: byId }, limited.credential());
		const ids = limited.sandbox.orders.list().map(({ id }) => ({ orderId: id }));
		const run = await limited.engine.run(workflow, 'Tradecloud', ids);
		expect(jsonOf(run)).toEqual(limited.sandbox.orders.list().map(returned));
		// On a busy machine a few calls may arrive closer to each other than they left.
		const refused = limited.sandbox.calls.filter(({ status }) => status === 429);
		expect(refused.length).toBeLessThan(3);
	});
});
