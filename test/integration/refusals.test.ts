/** What a user reads when Tradecloud refuses: its own words, whatever their form, and what may help. */
import type { IDataObject } from 'n8n-workflow';

import { exampleOrder, exampleResponse } from '../sandbox/data/examples';
import { errorOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting({ orders: 1 })));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

async function send(operation: 'send' | 'sendResponse' | 'setIndicators', body: IDataObject) {
	return await setting.run(
		{ resource: 'order', operation, bodyMode: 'json', body: JSON.stringify(body) },
		[{}],
		{ credential: operation === 'sendResponse' ? supplier() : {} },
	);
}

function supplier() {
	const { username, password } = setting.sandbox.users.supplier;
	return { username, password };
}

describe('a message to a company whose account number Tradecloud does not know', () => {
	const hint =
		/If this is the first message to this company: its account number must first be entered in Tradecloud's portal, in the connection of your two companies\./;

	test('says where the number must be entered', async () => {
		const order = { ...exampleOrder.order, supplierAccountNumber: 'S-404' };
		expect(errorOf(await send('send', { ...exampleOrder, order })).description).toMatch(hint);
		const toBuyer = { ...exampleResponse.order, buyerAccountNumber: 'B-404' };
		const response = await send('sendResponse', { ...exampleResponse, order: toBuyer });
		expect(errorOf(response).description).toMatch(hint);
	});

	test('is no matter for one that names none', async () => {
		const body = { order: { purchaseOrderNumber: 'PO404', indicators: { shipped: true } } };
		const { message, description } = errorOf(await send('setIndicators', body));
		expect(message).toBe("Tradecloud could not find order 'PO404', or one of its lines");
		expect(description).not.toMatch(hint);
	});
});

describe('the words of a refusal are shown', () => {
	async function refused(status: number, body: string, contentType = 'application/json') {
		setting.sandbox.fault({ path: '^/order/', status, body, contentType });
		return await setting.run({
			orderId: { __rl: true, mode: 'id', value: 'A' },
			options: { retries: 0 },
		});
	}

	test.each([
		[
			'{"error":"Validation","errors":[{"path":"lines[0].position","message":"is required"}]}',
			'Validation; lines[0].position: is required',
		],
		['{"errors":{"lines[0].position":["is required"]}}', 'lines[0].position: is required'],
		['["one","two"]', 'one; two'],
		['The request was malformed', 'The request was malformed'],
	])('%s', async (body, words) => {
		const { message } = errorOf(
			await refused(400, body, body.startsWith('T') ? 'text/plain' : undefined),
		);
		expect(message).toBe(`Tradecloud rejected the request for purchase order 'A': "${words}"`);
	});

	test('in the message where they say which right is missing, unless they are long', async () => {
		expect(errorOf(await refused(403, '{"error":"No access to company"}')).message).toBe(
			'Tradecloud does not allow this: "No access to company"',
		);
		const long = errorOf(await refused(403, JSON.stringify({ error: 'No access. '.repeat(20) })));
		expect(long.message).toBe('Tradecloud does not allow this (status 403)');
		expect(long.description).toContain('Tradecloud says: "No access. No access.');
		const silent = errorOf(await refused(403, ''));
		expect(silent.message).toBe('Tradecloud does not allow this (status 403)');
		expect(silent.description).toMatch(
			/may lack:\n• the role 'integration'\n• the authorisation for this company\nAsk /,
		);
	});

	test('in the editor as a list', async () => {
		const { error } = (await refused(403, '')).data.resultData;
		expect(error?.context?.descriptionTemplate).toMatch(
			/may lack:<br>• the role 'integration'<br>• [^<]*<br>Ask [^<]*$/,
		);
	});

	test('in the editor as it is, although that takes it as HTML', async () => {
		const order = { ...exampleOrder.order, purchaseOrderNumber: '<b> & co' };
		const { error } = (await send('send', { ...exampleOrder, order, lines: [] })).data.resultData;
		expect(error?.context?.descriptionTemplate).toMatch(
			/:<br>• .*"&lt;b> &amp; co".*<br>• lines is empty/,
		);
	});
});
