/** The Tradecloud node's order: get, by a purchase order number without its buyer. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Order } from '../sandbox';
import { storeOrder } from '../sandbox/build';
import { errorOf, jsonOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

const orders = () => setting.sandbox.orders.list();
const returned = (order: Order) => ({ orderId: order.id, ...order });

async function get(number: string, credential: ICredentialDataDecryptedObject, mode = 'number') {
	const orderId = { __rl: true, mode, value: number };
	return await setting.run({ orderId, options: { retries: 0 } }, [{}], { credential });
}

describe('a purchase order number without a company', () => {
	const searches = () =>
		setting.sandbox.calls.filter(({ path }) => path === '/v2/order-search/search');

	async function byNumberAs(user: keyof Setting['sandbox']['users'], number: string) {
		const { username, password } = setting.sandbox.users[user];
		return await get(number, { username, password });
	}

	test('is one of the own company, for a buyer: one login, one call', async () => {
		const { id, buyerOrder } = orders()[3];
		const run = await byNumberAs('buyer', buyerOrder.purchaseOrderNumber);
		expect(jsonOf(run)).toEqual([returned(orders()[3])]);
		expect(setting.sandbox.calls.map(({ path }) => path)).toEqual([
			'/v2/authentication/login',
			`/v2/order/${id}`,
		]);
	});

	test('is recognised where it is entered as an id', async () => {
		const { username, password } = setting.sandbox.users.buyer;
		const number = orders()[3].buyerOrder.purchaseOrderNumber;
		const run = await get(number, { username, password }, 'id');
		expect(jsonOf(run)).toEqual([returned(orders()[3])]);
	});

	test('is told to be unknown in words', async () => {
		expect(errorOf(await byNumberAs('buyer', 'PO404')).message).toBe(
			"Tradecloud could not find purchase order 'PO404'",
		);
	});

	test('is searched for by a supplier, whose orders are those of its buyers', async () => {
		const order = storeOrder(setting.sandbox, { purchaseOrderNumber: 'S-1' });
		const run = await byNumberAs('supplier', 'S-1');
		expect(jsonOf(run)).toEqual([returned(order)]);
		expect(searches()).toHaveLength(1);
	});

	test('is found among more than a page of those that contain it', async () => {
		for (let line = 1; line <= 130; line++) {
			storeOrder(setting.sandbox, { purchaseOrderNumber: `4711-${line}` });
		}
		const order = storeOrder(setting.sandbox, { purchaseOrderNumber: '4711' });
		const before = storeOrder(setting.sandbox, { purchaseOrderNumber: '04711' });
		expect(jsonOf(await byNumberAs('supplier', '4711'))).toEqual([returned(order)]);
		expect(searches().map(({ body }) => body)).toMatchObject([
			{ query: '4711', offset: 0, limit: 100 },
			{ query: '4711', offset: 100 },
		]);
		expect(jsonOf(await byNumberAs('supplier', '04711'))).toEqual([returned(before)]);
	});

	test('of several buyers is refused, and the buyers are named', async () => {
		const { otherBuyer, buyer } = setting.sandbox.users;
		for (const { companyId } of [buyer, otherBuyer]) {
			storeOrder(setting.sandbox, { purchaseOrderNumber: 'TWICE', companyId });
			storeOrder(setting.sandbox, { purchaseOrderNumber: 'TWICE-2', companyId });
		}
		for (const user of ['supplier', 'group'] as const) {
			const asId = await get('TWICE-2', setting.sandbox.users[user], 'id');
			expect(errorOf(asId).message).toBe("2 companies have a purchase order 'TWICE-2'");
			const { message, description } = errorOf(await byNumberAs(user, 'TWICE'));
			expect(message).toBe("2 companies have a purchase order 'TWICE'");
			expect(description).toContain(`Müller & Söhne Maschinenbau B.V. (${buyer.companyId})`);
			expect(description).toContain(otherBuyer.companyId);
		}
	});

	test('is the only one of several companies for which the user is authorised', async () => {
		const { companyId } = setting.sandbox.users.otherBuyer;
		const order = storeOrder(setting.sandbox, { purchaseOrderNumber: 'ONCE', companyId });
		expect(jsonOf(await byNumberAs('group', 'ONCE'))).toEqual([returned(order)]);
	});

	test('that too many orders contain is refused', async () => {
		setting.sandbox.fault({
			path: '^/order-search/search$',
			status: 200,
			contentType: 'application/json',
			body: JSON.stringify({ data: [returned(orders()[0])], total: 10_001 }),
		});
		const { message, description } = errorOf(await byNumberAs('supplier', 'PO'));
		expect(message).toBe(
			"Too many orders contain 'PO': 10,001, of which Tradecloud's search lists 10,000",
		);
		expect(description).toBe("Choose the buyer in 'Company' as well.");
	});

	test('is not searched for where the order cannot be fetched just now', async () => {
		setting.sandbox.fault({ path: '^/order/', status: 503 });
		const run = await byNumberAs('buyer', orders()[3].buyerOrder.purchaseOrderNumber);
		expect(errorOf(run).message).toMatch(/not available/);
		expect(searches()).toEqual([]);
	});

	test.each([
		['a wrong password', { password: 'wrong' }, /username or the password/],
		['no password', { password: '' }, /'Username' or 'Password'/],
	])('with %s is told so', async (_case, credential, message) => {
		const run = await get('PO1', credential);
		expect(errorOf(run).message).toMatch(message);
	});

	test('with two-factor login is told so', async () => {
		const { message, description } = errorOf(await byNumberAs('twoFactor', 'PO1'));
		expect(message).toBe(
			'Tradecloud accepts the username and the password, but gives no access token',
		);
		expect(description).toMatch(/two-factor login[^]*support@tradecloud1\.com/);
	});
});
