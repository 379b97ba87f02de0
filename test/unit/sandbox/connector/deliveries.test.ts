/** A buyer tells what has arrived, and attaches documents. */
import { issued, lineOf, startSetting, stored, type Setting } from './setting';

let setting: Setting;

beforeAll(async () => (setting = await startSetting()));
afterAll(() => setting.close());

const delivery = { position: '1', date: '2026-03-03', quantity: 60 };
const appended = 'OrderLinesDeliveryHistoryAppendedByBuyer 10';
const replaced = 'OrderLinesDeliveryHistorySetByBuyer 10';

it('deliveries are appended, the same ones again when they are sent again', async () => {
	await issued(setting, 'ADD-1');
	const lines = [
		{ position: '10', deliveries: [delivery] },
		{ position: '20', deliveries: [] },
	];
	const body = { order: { purchaseOrderNumber: 'ADD-1' }, lines };
	expect((await setting.send('/order/deliveries', body)).status).toBe(202);
	await setting.send('/order/deliveries', body);
	expect(await setting.told()).toEqual([appended, appended]);
	expect(lineOf(setting, 'ADD-1', '10').deliveryHistory).toEqual([delivery, delivery]);
});

it('a delivery history is replaced, and cleared by an empty one', async () => {
	await issued(setting, 'SET-1');
	const set = (deliveryHistory: object[]) =>
		setting.send('/order/deliveryHistory', {
			order: { purchaseOrderNumber: 'SET-1' },
			lines: [{ position: '10', deliveryHistory }],
		});
	await set([delivery, { ...delivery, position: '2' }]);
	await set([delivery]);
	await set([delivery]);
	expect(await setting.told()).toEqual([replaced, replaced]);
	expect(lineOf(setting, 'SET-1', '10').deliveryHistory).toEqual([delivery]);
	await set([]);
	expect(await setting.told()).toEqual([replaced]);
	expect(lineOf(setting, 'SET-1', '10').deliveryHistory).toEqual([]);
});

describe('documents', () => {
	const drawing = { code: 'D-1', revision: 'A', name: 'drawing.pdf', url: 'https://x.example/d' };
	const attach = (number: string, documents: object[], lines?: object[]) =>
		setting.send('/order/documents', { order: { purchaseOrderNumber: number, documents }, lines });
	const told = 'OrderDocumentsAttachedByBuyer';

	it('are attached to order and lines, and told with the touched lines alone', async () => {
		await issued(setting, 'DOC-1');
		const lines = [{ position: '20', documents: [{ ...drawing, objectId: 'x' }] }];
		expect((await attach('DOC-1', [drawing], lines)).status).toBe(202);
		expect(await setting.events()).toMatchObject([
			{
				eventName: told,
				orderDocumentsEvent: {
					buyerOrder: { documents: [drawing] },
					lines: [{ buyerLine: { position: '20', documents: [{ objectId: 'x' }] } }],
				},
			},
		]);
	});

	it('of the same code are replaced; repeating is safe', async () => {
		await issued(setting, 'DOC-2');
		await attach('DOC-2', [drawing]);
		await attach('DOC-2', [drawing]);
		await attach('DOC-2', [{ ...drawing, revision: 'B' }]);
		expect(await setting.told()).toEqual([told, told]);
		expect(stored(setting, 'DOC-2').buyerOrder.documents).toEqual([{ ...drawing, revision: 'B' }]);
	});

	it('without a code are attached again', async () => {
		await issued(setting, 'DOC-3');
		await attach('DOC-3', [{ objectId: 'x' }]);
		await attach('DOC-3', [{ objectId: 'x' }]);
		await setting.events();
		expect(stored(setting, 'DOC-3').buyerOrder.documents).toHaveLength(2);
	});
});

it.each([
	['/order/deliveries', [{ position: '10', deliveries: [delivery] }]],
	['/order/deliveryHistory', [{ position: '10', deliveryHistory: [] }]],
	['/order/documents', []],
])('%s answers 404 to an unknown order', async (path, lines) => {
	const body = { order: { purchaseOrderNumber: 'UNKNOWN-1' }, lines };
	expect((await setting.send(path, body)).status).toBe(404);
});
