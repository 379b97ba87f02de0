/** What Tradecloud refuses, on every message alike, and how it says so. */
import { exampleOrder, exampleResponse } from '../../../sandbox/data/examples';
import { orderMessage, startSetting, type Setting } from './setting';

let setting: Setting;

beforeAll(async () => (setting = await startSetting()));
afterEach(async () => expect(await setting.events()).toEqual([]));
afterAll(() => setting.close());

const [line] = exampleOrder.lines;
const { order } = exampleOrder;

async function findings(path: string, body: object): Promise<unknown> {
	const { buyer, supplier } = setting.sandbox.users;
	const isSuppliers = path === '/order-response' || path.startsWith('/shipment');
	const answer = await setting.send(path, body, isSuppliers ? supplier : buyer);
	expect([answer.status, answer.data.error]).toEqual([400, 'Validation']);
	return answer.data.errors;
}

const required = (...paths: string[]) => paths.map((path) => ({ path, message: 'is required' }));

it.each([
	['/order', {}, ['order', 'lines']],
	['/order/single-delivery', { order, lines: [line] }, ['lines[0].scheduledDelivery']],
	['/order/indicators', { order: {} }, ['order.purchaseOrderNumber', 'order.indicators']],
	[
		'/order/deliveries',
		{ order: { purchaseOrderNumber: '1' }, lines: [{ position: '10' }] },
		['lines[0].deliveries'],
	],
	[
		'/order/deliveryHistory',
		{ order: { purchaseOrderNumber: '1' }, lines: [{ position: '10' }] },
		['lines[0].deliveryHistory'],
	],
	['/order/documents', { order: {} }, ['order.purchaseOrderNumber']],
	[
		'/order-response',
		{ ...exampleResponse, order: {} },
		['order.buyerAccountNumber', 'order.purchaseOrderNumber'],
	],
	['/shipment/despatch-advice', {}, ['header', 'lines']],
	[
		'/forecast',
		{ header: {}, lines: [] },
		['header.supplierAccountNumber', 'header.forecastNumber'],
	],
	['/forecast/slimstock', {}, ['header', 'lines']],
])('%s names what is missing', async (path, body, paths) => {
	expect(await findings(path, body)).toEqual(required(...paths));
});

it('all findings of a body come together', async () => {
	const delivery = { position: '1', date: '31-12-2026', quantity: '5' };
	const broken = { ...line, position: '1 0', deliverySchedule: [delivery], prices: {} };
	expect(await findings('/order', orderMessage('PO 1', [line, broken]))).toEqual([
		{ path: 'order.purchaseOrderNumber', message: 'must be a text without white space' },
		{ path: 'lines[1].position', message: 'must be a text without white space' },
		{ path: 'lines[1].prices', message: 'needs netPrice or grossPrice' },
		...required('lines[1].prices.priceUnitOfMeasureIso', 'lines[1].prices.priceUnitQuantity'),
		{
			path: 'lines[1].deliverySchedule[0].date',
			message: 'must be a date of the form yyyy-MM-dd',
		},
		{ path: 'lines[1].deliverySchedule[0].quantity', message: 'must be a number' },
	]);
});

it.each(['2026-02-30', '2026-2-3', '2026-03-02T00:00:00', 20260302, ''])(
	'%j is no date',
	async (date) => {
		const deliverySchedule = [{ position: '1', date, quantity: 1 }];
		const errors = await findings('/order', orderMessage('D-1', [{ ...line, deliverySchedule }]));
		expect(errors).toMatchObject([{ path: 'lines[0].deliverySchedule[0].date' }]);
	},
);

it.each(['', ' ', 'a b', 'tab\t', 7])('%j is no identifier', async (purchaseOrderNumber) => {
	const body = { order: { ...order, purchaseOrderNumber }, lines: [] };
	expect(await findings('/order', body)).toMatchObject([{ path: 'order.purchaseOrderNumber' }]);
});

it('an array has at most 100 elements, also where no rule knows it; the lines 500', async () => {
	const notes = Array(101).fill('x');
	expect(await findings('/order', orderMessage('N-1', [{ ...line, notes }]))).toEqual([
		{ path: 'lines[0].notes', message: 'holds at most 100 elements' },
	]);
	const lines = Array.from({ length: 501 }, (_, row) => ({ ...line, position: String(row) }));
	expect(await findings('/order', orderMessage('N-2', lines))).toEqual([
		{ path: 'lines', message: 'holds at most 500 elements' },
	]);
	expect((await setting.send('/order', orderMessage('N-3', lines.slice(1)))).status).toBe(202);
	await setting.events();
});

it('a response has a line at least, a document an object id or a URL', async () => {
	expect(await findings('/order-response', { ...exampleResponse, lines: [] })).toEqual([
		{ path: 'lines', message: 'needs at least 1 element' },
	]);
	const documents = [{ code: 'D-1' }];
	const body = { order: { purchaseOrderNumber: '1', documents } };
	expect(await findings('/order/documents', body)).toEqual([
		{ path: 'order.documents[0]', message: 'needs objectId or url' },
	]);
});

it('a body that is no object is refused', async () => {
	expect(await findings('/order', [])).toEqual([{ path: '', message: 'must be an object' }]);
	expect(await findings('/order', { order, lines: {} })).toEqual([
		{ path: 'lines', message: 'must be an array' },
	]);
});
