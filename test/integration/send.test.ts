/** Operations that send a message: JSON, fields and rows, what is checked before, and what Tradecloud gets. */
import fc from 'fast-check';
import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';

import { runs } from '../runs';
import { despatchAdvice } from '../../nodes/Tradecloud/model/messages/despatchAdvice';
import { forecast, slimstockForecast } from '../../nodes/Tradecloud/model/messages/forecast';
import { order, singleDeliveryOrder } from '../../nodes/Tradecloud/model/messages/order';
import { orderResponse } from '../../nodes/Tradecloud/model/messages/orderResponse';
import {
	deliveries,
	deliveryHistory,
	indicators,
	orderDocuments,
} from '../../nodes/Tradecloud/model/messages/orderUpdates';
import { errorOf, itemsOf, jsonOf } from './harness/n8n';
import { aboutOrder } from './harness/prepare';
import { startSetting, type Setting } from './harness/setting';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

/** A message about an order that the sandbox has, so that it is accepted. */
const aboutKnownOrder = (example: IDataObject): IDataObject =>
	aboutOrder(setting.sandbox.orders.list()[0], example);

const operations: [string, string, IDataObject, string, NodeParameterValueType?][] = [
	['order', 'send', order.example, '/api-connector/order'],
	['order', 'send', singleDeliveryOrder.example, '/api-connector/order/single-delivery', true],
	['order', 'sendResponse', orderResponse.example, '/api-connector/order-response'],
	['order', 'setIndicators', indicators.example, '/api-connector/order/indicators'],
	['order', 'addDeliveries', deliveries.example, '/api-connector/order/deliveries'],
	['order', 'setDeliveryHistory', deliveryHistory.example, '/api-connector/order/deliveryHistory'],
	['order', 'attachDocuments', orderDocuments.example, '/api-connector/order/documents'],
	[
		'shipment',
		'sendDespatchAdvice',
		despatchAdvice.example,
		'/api-connector/shipment/despatch-advice',
	],
	['forecast', 'send', forecast.example, '/api-connector/forecast'],
	['forecast', 'sendSlimstock', slimstockForecast.example, '/api-connector/forecast/slimstock'],
];

describe.each(operations)('%s: %s', (resource, operation, example, path, singleDelivery) => {
	const parameters = (body: unknown) => ({
		resource,
		operation,
		...(singleDelivery !== undefined && { singleDelivery }),
		bodyMode: 'json',
		body: body as NodeParameterValueType,
		options: { retries: 1 },
	});

	/** Responses and despatch advices come from the supplier, all else from the buyer. */
	const credential = () => {
		const { username, password } = /Response|Despatch/.test(operation)
			? setting.sandbox.users.supplier
			: setting.sandbox.users.buyer;
		return { username, password };
	};

	const appends =
		['addDeliveries', 'send', 'sendSlimstock'].includes(operation) &&
		(resource === 'forecast' || operation === 'addDeliveries');

	test('sends the body unchanged, as text or as an object', async () => {
		const body = { ...aboutKnownOrder(example), addedByTradecloudLater: { a: [1, null] } };
		const run = await setting.run(parameters('={{ $json.body }}'), [{ body }], {
			credential: credential(),
		});
		expect(jsonOf(run)).toEqual([expect.objectContaining({ ok: true })]);
		await setting.run(parameters(JSON.stringify(body)), [{}], { credential: credential() });
		expect(setting.received(path)).toEqual([body, body]);
	});

	test('names all that is forbidden, and sends nothing', async () => {
		const body = structuredClone(example) as { lines?: unknown[]; order?: unknown };
		body.lines = Array.from({ length: 501 }, () => ({}));
		delete body.order;
		const run = await setting.run(parameters(JSON.stringify(body)));
		expect(errorOf(run).message).toMatch(/^[A-Z].* was not sent: \S+ /);
		expect(errorOf(run).description).toMatch(
			/lines has 501 elements[^]*lines\[500\]\.\w+ is missing/,
		);
		expect(setting.received(path)).toEqual([]);
	});

	test('goes on behind a body that is refused, where the user chose so', async () => {
		const run = await setting.run(
			parameters('={{ $json.body }}'),
			[{ body: {} }, { body: aboutKnownOrder(example) }],
			{ credential: credential(), node: { onError: 'continueRegularOutput' } },
		);
		expect(jsonOf(run)).toEqual([
			{ error: expect.stringMatching(/ was not sent: /) as string },
			expect.objectContaining({ ok: true }),
		]);
		expect(itemsOf(run).map(({ pairedItem }) => pairedItem)).toMatchObject([
			{ item: 0 },
			{ item: 1 },
		]);
	});

	test.each([
		['busy (429)', { status: 429, headers: { 'Retry-After': '0' } }, 2],
		['not available (503)', { status: 503 }, appends ? 1 : 2],
		['silent after it has processed the message', { reset: true, after: true }, appends ? 1 : 2],
	])('%s: sent %s', async (_case, fault, times) => {
		setting.sandbox.fault({ path, ...fault });
		const run = await setting.run(
			parameters('={{ $json.body }}'),
			[{ body: aboutKnownOrder(example) }],
			{
				credential: credential(),
			},
		);
		expect(setting.received(path)).toHaveLength(times);
		if (times === 1)
			expect(errorOf(run).description).toMatch(/It may have been processed all the same/);
		else expect(jsonOf(run)).toEqual([expect.objectContaining({ ok: true })]);
	});

	test('tells Tradecloud’s refusal in its own words', async () => {
		setting.sandbox.fault({ path, status: 400, body: '{"error":"because of tests"}' });
		const run = await setting.run(parameters('={{ $json.body }}'), [
			{ body: aboutKnownOrder(example) },
		]);
		expect(errorOf(run).message).toMatch(
			/^Tradecloud rejected (order|forecast|despatch).*: "because of tests"/,
		);
	});

	test('says in one sentence that API v1 lacks it', async () => {
		const run = await setting.run(parameters(JSON.stringify(example)), [{}], {
			credential: { apiVersion: 'v1' },
		});
		expect(errorOf(run).message).toMatch(
			/exists only in Tradecloud One \(API v2\), and the credential is one of Tradecloud Legacy/,
		);
		expect(setting.sandbox.calls).toEqual([]);
	});
});

describe.each([false, true])('JSON (single delivery: %p)', (singleDelivery) => {
	const field = () => {
		const { description } = setting.engine.nodeTypes.getByNameAndVersion('tradecloud');
		return description.properties.find(
			({ name, displayOptions: { show } = {} }) =>
				name === 'body' &&
				show?.operation?.includes('send') &&
				show.singleDelivery?.includes(singleDelivery),
		)!;
	};
	const parameters = { resource: 'order', operation: 'send', singleDelivery, bodyMode: 'json' };

	test('starts without an order, so that one click sends none', async () => {
		const run = await setting.run({ ...parameters, body: field().default });
		expect(errorOf(run)).toEqual({
			message: 'Order was not sent: order.purchaseOrderNumber is missing',
			description: expect.stringMatching(
				/^Correct these 3 values [^]*order\.supplierAccountNumber is missing\n• lines is empty/,
			) as string,
		});
		expect(setting.sandbox.calls).toEqual([]);
	});

	test('shows an example that can be sent as it is', async () => {
		const [, body] = /<code>(.*)<\/code>/.exec(field().hint!)!;
		const run = await setting.run({ ...parameters, body });
		expect(jsonOf(run)).toEqual([{ purchaseOrderNumber: 'PO123456', ok: true }]);
	});
});

test('what is no JSON is named', async () => {
	const run = await setting.run({
		resource: 'order',
		operation: 'send',
		bodyMode: 'json',
		body: '{"order":',
	});
	expect(errorOf(run).message).toMatch(/^'JSON' holds text that is not JSON: /);
});

test('what is no object is named', async () => {
	const parameters = { resource: 'order', operation: 'send', bodyMode: 'json' };
	const run = await setting.run({ ...parameters, body: '={{ $json.nothing }}' });
	expect(errorOf(run).message).toMatch(/^Order was not sent: the body is \w+, not an object$/);
});

test('whatever JSON a user gives arrives unchanged, or is refused with a path', async () => {
	const anyField = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { maxKeys: 3 });
	const parts = fc.record({ more: anyField, inOrder: anyField, inLine: anyField });
	await fc.assert(
		fc.asyncProperty(parts, async ({ more, inOrder, inLine }) => {
			setting.sandbox.reset();
			const { order: own, lines } = order.example as { order: object; lines: object[] };
			const body = { ...more, order: { ...inOrder, ...own }, lines: [{ ...inLine, ...lines[0] }] };
			const run = await setting.run(
				{ resource: 'order', operation: 'send', bodyMode: 'json', body: JSON.stringify(body) },
				[{}],
			);
			const [sent] = setting.received('/api-connector/order');
			if (sent === undefined) expect(errorOf(run).message).toMatch(/ was not sent: \S+/);
			else expect(sent).toEqual(JSON.parse(JSON.stringify(body)));
		}),
		runs(10),
	);
});

describe('fields', () => {
	test('make an order without JSON', async () => {
		const parameters = {
			resource: 'order',
			operation: 'send',
			bodyMode: 'fields',
			purchaseOrderNumber: '={{ $json.number }}',
			supplierAccountNumber: 'S-10010',
			destinationCode: 'NL-01',
			destinationName: 'Warehouse 1',
			destinationAddressLine: 'Industrieweg 12',
			destinationPostalCode: '5600 AA',
			destinationCity: 'Eindhoven',
			destinationCountryCodeIso2: 'NL',
			lines: {
				line: [
					{
						position: '10',
						itemNumber: 'A-4711',
						itemName: 'Hexagon bolt M8',
						purchaseUnitOfMeasureIso: 'PCE',
						date: '2027-01-31',
						quantity: 1000,
						price: 0.25,
						currencyIso: 'EUR',
						priceUnitOfMeasureIso: 'PCE',
						priceUnitQuantity: 1,
						deliveryPosition: '1',
					},
				],
			},
		};
		const run = await setting.run(parameters, [{ number: 'PO123456' }]);
		expect(jsonOf(run)).toEqual([{ purchaseOrderNumber: 'PO123456', ok: true }]);
		expect(setting.received('/api-connector/order')).toEqual([order.example]);
	});

	test('take currency and unit of the first line, where a line has a price and an item', async () => {
		const line = [
			{ position: '10', itemNumber: 'A-1', purchaseUnitOfMeasureIso: 'PCE', price: 1, currencyIso: 'SEK' }, // prettier-ignore
			{ position: '20', itemNumber: 'A-2', price: 2, date: '2027-01-31T00:00:00' },
			{ position: '30', purchaseUnitOfMeasureIso: 'KGM', price: 3, currencyIso: 'EUR' },
			{ position: '40', date: '2027-01-31' },
		];
		await setting.run({
			resource: 'order',
			operation: 'send',
			bodyMode: 'fields',
			purchaseOrderNumber: 'PO-7',
			supplierAccountNumber: 'S-10010',
			lines: { line },
		});
		const [{ lines }] = setting.received('/api-connector/order') as { lines: unknown[] }[];
		const prices = (value: number, currencyIso: string) => ({
			netPrice: { priceInTransactionCurrency: { value, currencyIso } },
		});
		expect(lines.slice(1)).toEqual([
			{
				position: '20',
				item: { number: 'A-2', purchaseUnitOfMeasureIso: 'PCE' },
				deliverySchedule: [{ date: '2027-01-31' }],
				prices: prices(2, 'SEK'),
			},
			{ position: '30', item: { purchaseUnitOfMeasureIso: 'KGM' }, prices: prices(3, 'EUR') },
			{ position: '40', deliverySchedule: [{ date: '2027-01-31' }] },
		]);
	});

	describe('of a Slimstock forecast', () => {
		const send = async (own: IDataObject) =>
			await setting.run({
				resource: 'forecast',
				operation: 'sendSlimstock',
				bodyMode: 'fields',
				forecastNumber: 'FC-1',
				supplierAccountNumber: 'S-10010',
				lines: { line: [{ buyerItemNumber: 'A', buyerItemName: 'A', startDate: '2027-01-01', ...own }] }, // prettier-ignore
			});

		test.each<[IDataObject, IDataObject]>([
			[{ quantities: '500; 1,5;; 0' }, { M0: 500, M1: 1.5, M3: 0 }],
			[{ quantities: '={{ [500, null, 250] }}' }, { M0: 500, M2: 250 }],
			[
				{ M0: 500, M35: 2 },
				{ M0: 500, M35: 2 },
			],
		])('take the quantities of the months in one: %j', async (own, months) => {
			await send(own);
			const [{ lines }] = setting.received('/api-connector/forecast/slimstock') as {
				lines: unknown[];
			}[];
			expect(lines).toEqual([
				{ buyerItemNumber: 'A', buyerItemName: 'A', startDate: '2027-01-01', ...months },
			]);
		});

		test.each([
			['1;'.repeat(37), `'Quantity M0' in line 1 is "38 quantities for 36 months", not a number`],
			['500; x', `'Quantity M1' in line 1 is "x", not a number`],
		])('are told where they cannot be read: %s', async (quantities, says) => {
			expect(errorOf(await send({ quantities })).message).toContain(says);
		});
	});

	test('an empty number is missing, and not zero', async () => {
		const lines = { line: [{ position: '10', date: '2027-01-31' }] };
		const run = await setting.run({
			resource: 'order',
			operation: 'addDeliveries',
			bodyMode: 'fields',
			purchaseOrderNumber: 'PO1',
			lines,
		});
		expect(errorOf(run).message).toBe("Order 'PO1' was not sent: 'Quantity' in line 1 is missing");
	});

	test('set indicators of an order and of its lines', async () => {
		const { purchaseOrderNumber } = setting.sandbox.orders.list()[0].buyerOrder;
		await setting.run({
			resource: 'order',
			operation: 'setIndicators',
			bodyMode: 'fields',
			purchaseOrderNumber,
			orderIndicators: ['shipped'],
			lines: { line: [{ position: '10', indicators: ['delivered', 'completed'] }] },
		});
		expect(setting.received('/api-connector/order/indicators')).toEqual([
			{
				order: { purchaseOrderNumber, indicators: { shipped: true } },
				lines: [{ position: '10', indicators: { delivered: true, completed: true } }],
			},
		]);
	});

	test('hold whatever the manual lists, behind Additional Fields', async () => {
		const known = setting.sandbox.orders.list()[0];
		const run = await setting.run({
			resource: 'order',
			operation: 'send',
			bodyMode: 'fields',
			purchaseOrderNumber: 'PO-7',
			supplierAccountNumber: 'S-10010',
			destinationName: ['Warehouse 1', 'Gate 3'],
			additionalFields: {
				companyId: known.buyerOrder.companyId,
				orderType: 'Purchase',
				erpIssuedByEmail: 'j.jansen@example.com',
				orderNote: ['Call before delivery'],
				orderProperties: {
					values: [{ orderPropertyKey: 'Cost centre', orderPropertyValue: '4400' }],
				},
				orderIndicators: ['autoConfirm'],
			},
			lines: {
				line: [
					{
						position: '10',
						date: '2027-01-31',
						quantity: 6,
						additionalFields: {
							lineType: 'Item',
							netWeight: 2,
							netWeightUnitOfMeasureIso: 'KGM',
							documents: { values: [{ documentCode: 'D1' }, { documentCode: 'D2' }] },
						},
					},
					{ position: '10', date: '2027-02-28', quantity: 4 },
				],
			},
		});
		expect(jsonOf(run)).toEqual([{ purchaseOrderNumber: 'PO-7', ok: true }]);
		expect(setting.received('/api-connector/order')).toEqual([
			{
				order: {
					purchaseOrderNumber: 'PO-7',
					supplierAccountNumber: 'S-10010',
					companyId: known.buyerOrder.companyId,
					destination: { names: ['Warehouse 1', 'Gate 3'] },
					orderType: 'Purchase',
					notes: ['Call before delivery'],
					properties: [{ key: 'Cost centre', value: '4400' }],
					indicators: { autoConfirm: true },
				},
				lines: [
					{
						position: '10',
						lineType: 'Item',
						itemDetails: { netWeight: 2, netWeightUnitOfMeasureIso: 'KGM' },
						documents: [{ code: 'D1' }, { code: 'D2' }],
						deliverySchedule: [
							{ date: '2027-01-31', quantity: 6 },
							{ date: '2027-02-28', quantity: 4 },
						],
					},
				],
				erpIssuedBy: { email: 'j.jansen@example.com' },
			},
		]);
	});

	test('name what is wrong by the titles of the editor, and the lines that belong together', async () => {
		const empty = '={{ $json.nothing }}';
		const line = { position: '10', quantity: 1, itemNumber: 'A1' };
		const run = await setting.run({
			resource: 'order',
			operation: 'send',
			bodyMode: 'fields',
			purchaseOrderNumber: 'PO1',
			supplierAccountNumber: empty,
			lines: {
				line: [
					line,
					{ ...line, itemNumber: 'A2' },
					{ position: empty, itemNumber: 'A 1', date: 'soon' },
				],
			},
		});
		expect(errorOf(run).description).toBe(
			"Correct these 6 values and run the workflow again:\n• 'Item Number' in line 3 is \"A 1\", with white space (U+0020)\n• 'Delivery Date' in line 3 is \"soon\", not a date of the form yyyy-MM-dd\n• 'Item Number' is 'A1' in line 1 and 'A2' in line 2\n• 'Delivery Schedule' is the same in lines 1, 2: leave one of them out\n• 'Supplier Account Number' is missing\n• 'Position' in line 3 is missing",
		);
	});

	test('accept a whole order', async () => {
		const known = setting.sandbox.orders.list()[0];
		const { username, password } = setting.sandbox.users.supplier;
		await setting.run(
			{
				resource: 'order',
				operation: 'sendResponse',
				bodyMode: 'fields',
				purchaseOrderNumber: known.buyerOrder.purchaseOrderNumber,
				buyerAccountNumber: known.supplierOrder.buyerAccountNumber,
				answer: 'accepted',
				lines: { line: [{ position: known.lines[0].buyerLine.position }] },
			},
			[{}],
			{ credential: { username, password } },
		);
		expect(setting.received('/api-connector/order-response')).toEqual([
			{
				order: {
					purchaseOrderNumber: known.buyerOrder.purchaseOrderNumber,
					buyerAccountNumber: known.supplierOrder.buyerAccountNumber,
					indicators: { accepted: true },
				},
				lines: [{ purchaseOrderLinePosition: known.lines[0].buyerLine.position }],
			},
		]);
	});
});

describe('rows', () => {
	const row = (number: string, position: number, more: IDataObject = {}): IDataObject => ({
		'Purchase Order Number': number,
		supplierAccountNumber: 'S-10010',
		destination_code: 'NL-01',
		destinationName: 'Warehouse 1',
		destinationAddressLine: 'Industrieweg 12',
		destinationPostalCode: '5600 AA',
		destinationCity: 'Eindhoven',
		destinationCountryCode: 'NL',
		Position: position,
		itemNumber: `A-${position}`,
		itemName: 'Hexagon bolt M8',
		purchaseUnitOfMeasure: 'PCE',
		date: '2027-01-31',
		quantity: '1000',
		price: 0.25,
		currency: 'EUR',
		priceUnitOfMeasure: 'PCE',
		priceUnitQuantity: '1',
		deliveryPosition: 1,
		remark: '',
		...more,
	});

	async function send(rows: IDataObject[], more: Parameters<Setting['run']>[2] = {}) {
		const columns = { mappingMode: 'autoMapInputData', value: null };
		return await setting.run(
			{ resource: 'order', operation: 'send', bodyMode: 'rows', columns },
			rows,
			more,
		);
	}

	const positions = (body: unknown) =>
		(body as { lines: { position: string }[] }).lines.map(({ position }) => position);

	test('become one order for each number, a line for each row in its sequence, linked to all their rows', async () => {
		const rows = [row('PO-A', 20), row('PO-B', 10), row('PO-A', 10), row('PO-A', 30)];
		const run = await send(rows);
		expect(jsonOf(run)).toEqual([
			{ purchaseOrderNumber: 'PO-A', ok: true },
			{ purchaseOrderNumber: 'PO-B', ok: true },
		]);
		expect(itemsOf(run).map(({ pairedItem }) => pairedItem)).toMatchObject([
			[{ item: 0 }, { item: 2 }, { item: 3 }],
			{ item: 1 },
		]);
		const bodies = setting.received('/api-connector/order');
		expect(bodies.map(positions)).toEqual([['20', '10', '30'], ['10']]);
		expect(bodies[1]).toEqual({
			...order.example,
			order: { ...(order.example.order as IDataObject), purchaseOrderNumber: 'PO-B' },
			lines: [
				{
					...(order.example.lines as IDataObject[])[0],
					item: { number: 'A-10', name: 'Hexagon bolt M8', purchaseUnitOfMeasureIso: 'PCE' },
				},
			],
		});
	});

	test('are mapped column by column where the user does so', async () => {
		const own = row('PO-C', 10);
		const value = {
			purchaseOrderNumber: '={{ $json.nr }}',
			...Object.fromEntries(
				Object.entries({
					supplierAccountNumber: 'S-10010',
					destinationCode: 'NL-01',
					destinationName: 'Warehouse 1',
					destinationAddressLine: 'Industrieweg 12',
					destinationPostalCode: '5600 AA',
					destinationCity: 'Eindhoven',
					destinationCountryCodeIso2: 'NL',
					position: '={{ $json.Position }}',
					itemNumber: '={{ $json.itemNumber }}',
					itemName: 'Hexagon bolt M8',
					purchaseUnitOfMeasureIso: 'PCE',
					date: '2027-01-31',
					quantity: 1000,
					price: 0.25,
					currencyIso: 'EUR',
					priceUnitOfMeasureIso: 'PCE',
					deliveryPosition: null,
					priceUnitQuantity: '',
				}),
			),
		};
		const types = { quantity: 'number', price: 'number', priceUnitQuantity: 'number' };
		const schema = Object.entries(types).map(([id, type]) => ({ id, displayName: id, type }));
		const columns = { mappingMode: 'defineBelow', value, schema };
		const run = await setting.run(
			{ resource: 'order', operation: 'send', bodyMode: 'rows', columns },
			[
				{ ...own, nr: 'PO-C' },
				{ ...row('PO-C', 20), nr: 'PO-C' },
			],
		);
		expect(jsonOf(run)).toEqual([{ purchaseOrderNumber: 'PO-C', ok: true }]);
		expect(setting.received('/api-connector/order').map(positions)).toEqual([['10', '20']]);
		expect(setting.received('/api-connector/order')).toMatchObject([
			{ lines: [{ deliverySchedule: [{ date: '2027-01-31', quantity: 1000 }] }, {}] },
		]);
		const [{ lines }] = setting.received('/api-connector/order') as [{ lines: object[] }];
		expect(lines[0]).not.toHaveProperty('prices.priceUnitQuantity');
	});

	test('more than 500 lines name their order, before anything is sent', async () => {
		const many = Array.from({ length: 501 }, (_row, index) => row('PO-LONG', index));
		const run = await send([row('PO-A', 10), ...many]);
		expect(errorOf(run).message).toBe(
			"Order 'PO-LONG' was not sent: lines has 501 elements, and Tradecloud takes at most 500 [rows 3, 4, 5, 6, and 497 more]",
		);
		expect(setting.received('/api-connector/order')).toEqual([]);
	});

	test('that contradict each other on a field of the order name both', async () => {
		const run = await send([row('PO-A', 10), row('PO-A', 20, { supplierAccountNumber: 'S-2' })]);
		expect(errorOf(run).message).toBe(
			"Order 'PO-A' was not sent: 'supplierAccountNumber' is 'S-10010' in row 2 and 'S-2' in row 3",
		);
	});

	test('may leave a field of the order to one of them', async () => {
		const run = await send([row('PO-A', 10, { supplierAccountNumber: '' }), row('PO-A', 20)]);
		expect(jsonOf(run)).toEqual([{ purchaseOrderNumber: 'PO-A', ok: true }]);
	});

	test('whose columns have other names are told which name is missing', async () => {
		const run = await send([{ Supplier: 'S-10010', Pos: 10 }]);
		expect(errorOf(run)).toEqual({
			message:
				"No column of the input is called 'Purchase Order Number', or it is empty in all rows",
			description: "Rename the columns, or choose 'Map Each Column Manually'.",
		});
	});

	test('accept and reject single lines of an order', async () => {
		const known = setting.sandbox.orders.list().find(({ lines }) => lines.length >= 2)!;
		const rows = known.lines.slice(0, 2).map(({ buyerLine }, index) => ({
			purchaseOrderNumber: known.buyerOrder.purchaseOrderNumber,
			buyerAccountNumber: known.supplierOrder.buyerAccountNumber,
			position: buyerLine.position,
			answer: ['accepted', 'Reject'][index],
		}));
		const { username, password } = setting.sandbox.users.supplier;
		const columns = { mappingMode: 'autoMapInputData', value: null };
		const parameters = { resource: 'order', operation: 'sendResponse', bodyMode: 'rows', columns };
		await setting.run(parameters, rows, { credential: { username, password } });
		expect(setting.received('/api-connector/order-response')).toMatchObject([
			{ lines: [{ indicators: { accepted: true } }, { indicators: { rejected: true } }] },
		]);
		const unclear = await setting.run(parameters, [{ ...rows[0], answer: 'maybe' }]);
		expect(errorOf(unclear).message).toMatch(
			/'answer' in row 2 is "maybe", not one of Accept, Reject/,
		);
	});

	test('go on behind an order that is refused, where the user chose so, linked to all their rows', async () => {
		const rows = [row('PO-A', 10, { date: 'soon' }), row('PO-A', 20), row('PO-B', 10)];
		const run = await send(rows, { node: { onError: 'continueRegularOutput' } });
		expect(jsonOf(run)).toEqual([
			{
				error: expect.stringMatching(/'PO-A'[^]*'date' in row 2 is "soon"/) as string,
				purchaseOrderNumber: 'PO-A',
				rows: [2, 3],
			},
			{ purchaseOrderNumber: 'PO-B', ok: true },
		]);
		expect(itemsOf(run)[0].pairedItem).toMatchObject([{ item: 0 }, { item: 1 }]);
	});

	const run = async (resource: string, operation: string, rows: IDataObject[]) => {
		const { buyer, supplier } = setting.sandbox.users;
		const isSupplier = /Response|Despatch/.test(operation);
		const { username, password } = isSupplier ? supplier : buyer;
		const columns = { mappingMode: 'autoMapInputData', value: null };
		const parameters = { resource, operation, bodyMode: 'rows', columns };
		return await setting.run(parameters, rows, { credential: { username, password } });
	};
	const ofKnownOrder = () => {
		const { buyerOrder, supplierOrder, lines } = setting.sandbox.orders.list()[0];
		const { purchaseOrderNumber } = buyerOrder;
		const { position } = lines[0].buyerLine;
		return { purchaseOrderNumber, position, buyer: supplierOrder.buyerAccountNumber };
	};

	test('become a response with several deliveries', async () => {
		const { purchaseOrderNumber, position, buyer } = ofKnownOrder();
		const rows = ['2027-01-31', '2027-02-28'].map((date) => ({
			purchaseOrderNumber,
			buyerAccountNumber: buyer,
			position,
			date,
			quantity: 5,
			reason: 'Split',
		}));
		expect(jsonOf(await run('order', 'sendResponse', rows))).toEqual([
			{ purchaseOrderNumber, ok: true },
		]);
		expect(setting.received('/api-connector/order-response')).toEqual([
			{
				order: { purchaseOrderNumber, buyerAccountNumber: buyer },
				lines: [
					{
						purchaseOrderLinePosition: position,
						deliverySchedule: rows.map(({ date, quantity }) => ({ date, quantity })),
						reason: 'Split',
					},
				],
			},
		]);
	});

	test('become a despatch advice', async () => {
		const { purchaseOrderNumber, position, buyer } = ofKnownOrder();
		const rows = [1, 2].map((number) => ({
			despatchAdviceNumber: 'DA-1',
			buyerAccountNumber: buyer,
			shipmentNumber: 'SH-1',
			position: number,
			purchaseOrderNumber,
			purchaseOrderLinePosition: position,
			despatchQuantity: 5,
		}));
		expect(jsonOf(await run('shipment', 'sendDespatchAdvice', rows))).toEqual([
			{ despatchAdviceNumber: 'DA-1', ok: true },
		]);
		expect(setting.received('/api-connector/shipment/despatch-advice')).toMatchObject([
			{ lines: [{ despatchAdviceLinePosition: '1' }, { despatchAdviceLinePosition: '2' }] },
		]);
	});

	const period = (supplier: string, item: string, month: number) => ({
		forecastNumber: 'FC-1',
		supplierAccountNumber: supplier,
		'Item Number': item,
		itemName: 'Bolt',
		startDate: `2027-0${month}-01`,
		endDate: `2027-0${month}-28`,
		quantity: month,
	});

	test('become a forecast for each supplier, under one number, with a line for each item', async () => {
		const sheet = [
			period('S-10010', 'A-1', 1),
			period('S-10020', 'A-1', 1),
			period('S-10010', 'A-2', 1),
			period('S-10010', 'A-1', 2),
		];
		expect(jsonOf(await run('forecast', 'send', sheet))).toEqual([
			{ forecastNumber: 'FC-1', supplierAccountNumber: 'S-10010', ok: true },
			{ forecastNumber: 'FC-1', supplierAccountNumber: 'S-10020', ok: true },
		]);
		const schedule = (...months: number[]) =>
			months.map((month) => ({
				startDate: `2027-0${month}-01`,
				endDate: `2027-0${month}-28`,
				quantity: month,
			}));
		const item = (number: string) => ({ buyerItemNumber: number, buyerItemName: 'Bolt' });
		expect(setting.received('/api-connector/forecast')).toEqual([
			{
				header: { forecastNumber: 'FC-1', supplierAccountNumber: 'S-10010' },
				lines: [
					{ item: item('A-1'), schedule: schedule(1, 2) },
					{ item: item('A-2'), schedule: schedule(1) },
				],
			},
			{
				header: { forecastNumber: 'FC-1', supplierAccountNumber: 'S-10020' },
				lines: [{ item: item('A-1'), schedule: schedule(1) }],
			},
		]);
	});

	test('that say a period twice are not sent, as a forecast cannot be taken back', async () => {
		const sheet = [period('S-10010', 'A-1', 1), period('S-10010', 'A-1', 1)];
		expect(errorOf(await run('forecast', 'send', sheet)).message).toBe(
			"Forecast 'FC-1 / S-10010' was not sent: 'Schedule' is the same in rows 2, 3: leave one of them out",
		);
		expect(setting.received('/api-connector/forecast')).toEqual([]);
	});

	test.each([
		['addDeliveries', 'deliveries', '/api-connector/order/deliveries'],
		['setDeliveryHistory', 'deliveryHistory', '/api-connector/order/deliveryHistory'],
	])('become goods that were received: %s', async (operation, field, path) => {
		const { purchaseOrderNumber, position } = ofKnownOrder();
		const rows = [5, 7].map((quantity) => ({ purchaseOrderNumber, position, date: '2027-01-31', quantity })); // prettier-ignore
		expect(jsonOf(await run('order', operation, rows))).toEqual([
			{ purchaseOrderNumber, ok: true },
		]);
		const goods = [5, 7].map((quantity) => ({ date: '2027-01-31', quantity }));
		expect(setting.received(path)).toEqual([
			{ order: { purchaseOrderNumber }, lines: [{ position, [field]: goods }] },
		]);
		const [cleared] = [{ purchaseOrderNumber, position, date: '', quantity: '' }];
		expect(errorOf(await run('order', operation, [cleared])).message).toMatch(
			/ in row 2 is missing/,
		);
	});

	test('become indicators of orders and lines', async () => {
		const { purchaseOrderNumber, position } = ofKnownOrder();
		const sheet = [
			{ purchaseOrderNumber, orderIndicators: 'Shipped' },
			{ purchaseOrderNumber, position, indicators: 'Delivered, completed' },
		];
		await run('order', 'setIndicators', sheet);
		expect(setting.received('/api-connector/order/indicators')).toEqual([
			{
				order: { purchaseOrderNumber, indicators: { shipped: true } },
				lines: [{ position, indicators: { delivered: true, completed: true } }],
			},
		]);
	});

	test('become documents of an order and of its lines', async () => {
		const { purchaseOrderNumber, position } = ofKnownOrder();
		const sheet = [
			{ purchaseOrderNumber, orderDocumentCode: 'D1' },
			{ purchaseOrderNumber, orderDocumentCode: 'D2', orderDocumentName: 'Terms.pdf' },
			{ purchaseOrderNumber, position, documentCode: 'D3' },
		];
		await run('order', 'attachDocuments', sheet);
		expect(setting.received('/api-connector/order/documents')).toEqual([
			{
				order: {
					purchaseOrderNumber,
					documents: [{ code: 'D1' }, { code: 'D2', name: 'Terms.pdf' }],
				},
				lines: [{ position, documents: [{ code: 'D3' }] }],
			},
		]);
	});
});

test.each(['setIndicators', 'addDeliveries', 'setDeliveryHistory'])(
	'the panel says that %s is not for single delivery',
	(operation) => {
		const { description } = setting.engine.nodeTypes.getByNameAndVersion('tradecloud');
		const notices = description.properties.filter(
			({ type, displayOptions: { show } = {} }) =>
				type === 'notice' && show?.operation?.includes(operation),
		);
		expect(notices.map(({ displayName }) => displayName)).toContainEqual(
			expect.stringMatching(/single delivery per line/),
		);
	},
);
