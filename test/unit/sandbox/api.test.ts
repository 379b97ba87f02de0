/** How both generations of the API answer the sandbox's orders. */
import { reservedNumber, startSandbox, type Sandbox } from '../../sandbox';
import { basic, get, loggedIn, post } from '../../sandbox/client';

const aText: unknown = expect.any(String);

let sandbox: Sandbox;
let token: Record<string, string>;
let password: Record<string, string>;
const aUuid: unknown = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

beforeAll(async () => {
	sandbox = await startSandbox({ requestsPerSecond: 0 });
	token = await loggedIn(sandbox);
	password = basic(sandbox.users.buyer);
});
afterAll(() => sandbox.close());

const orders = () => sandbox.orders.list();
const orderUrl = (orderId: string) => `${sandbox.v2}/order/${encodeURIComponent(orderId)}`;

describe('API v2', () => {
	it('answers an order with all its lines', async () => {
		const order = orders()[3];
		expect((await get(orderUrl(order.orderId), token)).data).toEqual(order);
	});

	it('finds an order whose id holds reserved characters, encoded once', async () => {
		const order = sandbox.orders.byNumber(reservedNumber);
		const answer = await get(orderUrl(String(order?.orderId)), token);
		expect(answer.status).toBe(200);
		expect(answer.data).toEqual(order);
		expect(sandbox.calls.at(-1)?.path).toBe(
			'/v2/order/f56aa4ce-8ec8-5197-bc26-77716a58add7-PO%201%2F%C3%BC%2B%25',
		);
	});

	it.each(['/order/unknown', '/order', '/order/', '/Order/x', '/nothing', '/shipment/unknown'])(
		'answers 404 in JSON to GET %s',
		async (path) => {
			const answer = await get(sandbox.v2 + path, token);
			expect(answer.status).toBe(404);
			expect(answer.data).toEqual({ error: aText });
		},
	);

	it('answers 400 in JSON to a path or a body that cannot be read', async () => {
		expect((await get(`${sandbox.v2}/order/%zz`, token)).status).toBe(400);
		const json = { ...token, 'Content-Type': 'application/json' };
		const answer = await fetch(`${sandbox.v2}/order-search/poll`, {
			method: 'POST',
			headers: json,
			body: '{"filters":',
		});
		expect(answer.status).toBe(400);
		expect(await answer.json()).toEqual({ error: aText });
	});

	it('answers a shipment', async () => {
		const shipment = sandbox.shipments.list()[0];
		expect((await get(`${sandbox.v2}/shipment/${shipment.id}`, token)).data).toEqual(shipment);
	});
});

describe('API v1', () => {
	const first = () => orders()[0];
	const legacyUrl = () => `${sandbox.v1}/purchaseOrder/${sandbox.orders.legacyId(first().orderId)}`;

	it('knows the same order by a UUID, in a shape of its own', async () => {
		const answer = await get(legacyUrl(), password);
		expect(answer.data).toMatchObject({
			id: aUuid,
			code: 'PO-2026-0001',
			versionHash: aText,
			status: 'open',
			supplierCode: first().buyerOrder.supplierAccountNumber,
			properties: [{ key: 'Kostenstelle', value: '4000' }],
		});
		expect(answer.data.lines).toHaveLength(first().lines.length);
	});

	it('finds an order by tenant and code, reserved characters included', async () => {
		const tenant = sandbox.users.buyer.companyId;
		const code = encodeURIComponent(reservedNumber);
		const url = `${sandbox.v1}/purchaseOrder/tenant/${tenant}/code/${code}`;
		expect((await get(url, password)).data).toMatchObject({ code: reservedNumber });
		expect((await get(url.replace(tenant, 'other'), password)).status).toBe(404);
	});

	it('answers one line by its UUID', async () => {
		const { lines } = (await get(legacyUrl(), password)).data as { lines: { id: string }[] };
		const url = `${sandbox.v1}/purchaseOrderLine/${lines[0].id}`;
		expect((await get(url, password)).data).toEqual(lines[0]);
		expect((await get(`${sandbox.v1}/purchaseOrderLine/unknown`, password)).status).toBe(404);
	});

	it('lists orders page by page', async () => {
		const page = async (number: number) =>
			(await get(`${sandbox.v1}/purchaseOrder?page=${number}&limit=10`, password)).data;
		expect(await page(1)).toMatchObject({ page: 1, pageSize: 10, total: 25, totalPages: 3 });
		expect((await page(3)).data).toHaveLength(5);
		expect((await page(4)).data).toEqual([]);
		expect((await get(`${sandbox.v1}/purchaseOrder?limit=101`, password)).status).toBe(400);
	});

	it('lists by status, once or more', async () => {
		const query = 'status=open&status=rejected';
		const { data } = await get(`${sandbox.v1}/purchaseOrder?${query}`, password);
		const statuses = (data.data as { status: string }[]).map(({ status }) => status);
		expect(new Set(statuses)).toEqual(new Set(['open', 'rejected']));
	});

	it('no longer lists a version as unacknowledged once it is acknowledged', async () => {
		const total = async () =>
			(await get(`${sandbox.v1}/purchaseOrder?acknowledged=false`, password)).data.total;
		const { versionHash } = (await get(legacyUrl(), password)).data;
		const answer = await post(`${legacyUrl()}/_acknowledge`, { versionHash }, password);
		expect(answer.data).toEqual({ ok: true });
		expect(await total()).toBe(24);
		sandbox.orders.touch(first().orderId);
		expect(await total()).toBe(25);
	});

	it('acknowledges nothing without a version, nor an unknown order', async () => {
		expect((await post(`${legacyUrl()}/_acknowledge`, {}, password)).status).toBe(400);
		const unknown = `${sandbox.v1}/purchaseOrder/unknown/_acknowledge`;
		expect((await post(unknown, { versionHash: 'x' }, password)).status).toBe(404);
	});
});
