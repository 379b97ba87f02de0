/** Operations that send a message: JSON, fields and rows, what is checked before, and what Tradecloud gets. */
import fc from 'fast-check';
import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';

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

/** The bodies that the API got below a path, the earliest first. */
function received(path: string): unknown[] {
	return setting.sandbox.calls.filter((call) => call.path === `/v2${path}`).map(({ body }) => body);
}

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
		expect(received(path)).toEqual([body, body]);
	});

	test('names all that Tradecloud would refuse, and sends nothing', async () => {
		const body = structuredClone(example) as { lines?: unknown[]; order?: unknown };
		body.lines = Array.from({ length: 501 }, () => ({}));
		delete body.order;
		const run = await setting.run(parameters(JSON.stringify(body)));
		expect(errorOf(run).message).toMatch(/^Tradecloud would refuse the .*, so it was not sent: /);
		expect(errorOf(run).description).toMatch(
			/lines has 501 elements[^]*lines\[500\]\.\w+ is missing/,
		);
		expect(received(path)).toEqual([]);
	});

	test('goes on behind a body that is refused, where the user chose so', async () => {
		const run = await setting.run(
			parameters('={{ $json.body }}'),
			[{ body: {} }, { body: aboutKnownOrder(example) }],
			{ credential: credential(), node: { onError: 'continueRegularOutput' } },
		);
		expect(jsonOf(run)).toEqual([
			{ error: expect.stringMatching(/^Tradecloud would refuse/) as string },
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
		expect(received(path)).toHaveLength(times);
		if (times === 1)
			expect(errorOf(run).description).toMatch(/It may have been processed all the same/);
		else expect(jsonOf(run)).toEqual([expect.objectContaining({ ok: true })]);
	});

	test('tells Tradecloud’s refusal in its own words', async () => {
		setting.sandbox.fault({ path, status: 400, body: '{"error":"because of tests"}' });
		const run = await setting.run(parameters('={{ $json.body }}'), [
			{ body: aboutKnownOrder(example) },
		]);
		expect(errorOf(run).message).toMatch(/does not accept the request for/);
		expect(errorOf(run).description).toMatch(/because of tests/);
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

test.each([false, true])(
	'the example is sent as it is (single delivery: %p)',
	async (singleDelivery) => {
		const { description } = setting.engine.nodeTypes.getByNameAndVersion('tradecloud');
		const field = description.properties.find(
			({ name, displayOptions: { show } = {} }) =>
				name === 'body' &&
				show?.operation?.includes('send') &&
				show.singleDelivery?.includes(singleDelivery),
		)!;
		const parameters = { resource: 'order', operation: 'send', singleDelivery, bodyMode: 'json' };
		const run = await setting.run({ ...parameters, body: field.default });
		expect(jsonOf(run)).toEqual([{ purchaseOrderNumber: 'PO123456', ok: true }]);
	},
);

test('what is no JSON is named', async () => {
	const run = await setting.run({
		resource: 'order',
		operation: 'send',
		bodyMode: 'json',
		body: '{"order":',
	});
	expect(errorOf(run).message).toMatch(/^'JSON' holds text that is not JSON: /);
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
			const [sent] = received('/api-connector/order');
			if (sent === undefined) expect(errorOf(run).message).toMatch(/so it was not sent: \S+/);
			else expect(sent).toEqual(JSON.parse(JSON.stringify(body)));
		}),
		{ numRuns: 30 },
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
					},
				],
			},
		};
		const run = await setting.run(parameters, [{ number: 'PO123456' }]);
		expect(jsonOf(run)).toEqual([{ purchaseOrderNumber: 'PO123456', ok: true }]);
		expect(received('/api-connector/order')).toEqual([order.example]);
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
		expect(errorOf(run).message).toMatch(/lines\[0\]\.deliveries\[0\]\.quantity is missing/);
	});

	test('set and clear indicators of an order and of its lines', async () => {
		const known = setting.sandbox.orders.list()[0];
		await setting.run({
			resource: 'order',
			operation: 'setIndicators',
			bodyMode: 'fields',
			purchaseOrderNumber: known.buyerOrder.purchaseOrderNumber,
			set: ['shipped'],
			clear: ['completed'],
			lineIndicators: { line: [{ position: '10', set: ['delivered'], clear: [] }] },
		});
		expect(received('/api-connector/order/indicators')).toEqual([
			{
				order: {
					purchaseOrderNumber: known.buyerOrder.purchaseOrderNumber,
					indicators: { shipped: true, completed: false },
				},
				lines: [{ position: '10', indicators: { delivered: true } }],
			},
		]);
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
		expect(received('/api-connector/order-response')).toEqual([
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
		remark: 'a column of the sheet that no order has',
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
		const bodies = received('/api-connector/order');
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
				}),
			),
		};
		const columns = { mappingMode: 'defineBelow', value, schema: [] };
		const run = await setting.run(
			{ resource: 'order', operation: 'send', bodyMode: 'rows', columns },
			[
				{ ...own, nr: 'PO-C' },
				{ ...row('PO-C', 20), nr: 'PO-C' },
			],
		);
		expect(jsonOf(run)).toEqual([{ purchaseOrderNumber: 'PO-C', ok: true }]);
		expect(received('/api-connector/order').map(positions)).toEqual([['10', '20']]);
	});

	test('more than 500 lines name their order, before anything is sent', async () => {
		const many = Array.from({ length: 501 }, (_row, index) => row('PO-LONG', index));
		const run = await send([row('PO-A', 10), ...many]);
		expect(errorOf(run).message).toBe(
			"Tradecloud would refuse the order 'PO-LONG', so it was not sent: lines has 501 elements, and Tradecloud takes at most 500 [item 1]",
		);
		expect(received('/api-connector/order')).toEqual([]);
	});

	test('that contradict each other on a field of the order name both', async () => {
		const run = await send([row('PO-A', 10), row('PO-A', 20, { supplierAccountNumber: 'S-2' })]);
		expect(errorOf(run).message).toBe(
			"The rows of order 'PO-A' do not agree on 'Supplier Account Number': 'S-10010' in row 0, 'S-2' in row 1 [item 0]",
		);
	});

	test('may leave a field of the order to one of them', async () => {
		const run = await send([row('PO-A', 10, { supplierAccountNumber: '' }), row('PO-A', 20)]);
		expect(jsonOf(run)).toEqual([{ purchaseOrderNumber: 'PO-A', ok: true }]);
	});

	test('without a number among them, or with a date of another form, are named by their path', async () => {
		const run = await send([row('', 10, { date: '31.01.2027' }), row('PO-A', 10)]);
		expect(errorOf(run).description).toMatch(
			/order\.purchaseOrderNumber is missing; lines\[0\]\.deliverySchedule\[0\]\.date: "31\.01\.2027"/,
		);
	});

	test('whose columns have other names are told which name is missing', async () => {
		const run = await send([{ PO: 'PO-A', Pos: 10 }]);
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
			answer: ['accepted', 'rejected'][index],
		}));
		const { username, password } = setting.sandbox.users.supplier;
		const columns = { mappingMode: 'autoMapInputData', value: null };
		const parameters = { resource: 'order', operation: 'sendResponse', bodyMode: 'rows', columns };
		await setting.run(parameters, rows, { credential: { username, password } });
		expect(received('/api-connector/order-response')).toMatchObject([
			{ lines: [{ indicators: { accepted: true } }, { indicators: { rejected: true } }] },
		]);
		const unclear = await setting.run(parameters, [{ ...rows[0], answer: 'maybe' }]);
		expect(errorOf(unclear).message).toMatch(/lines\[0\]\.indicators: "maybe" is not an object/);
	});

	test('go on behind an order that is refused, where the user chose so, linked to all their rows', async () => {
		const rows = [row('PO-A', 10, { date: '' }), row('PO-A', 20), row('PO-B', 10)];
		const run = await send(rows, { node: { onError: 'continueRegularOutput' } });
		expect(jsonOf(run)).toEqual([
			{ error: expect.stringMatching(/'PO-A'[^]*date is missing/) as string },
			{ purchaseOrderNumber: 'PO-B', ok: true },
		]);
		expect(itemsOf(run)[0].pairedItem).toMatchObject([{ item: 0 }, { item: 1 }]);
	});

	test.each([
		[
			'order',
			'sendResponse',
			[
				{
					purchaseOrderNumber: 'PO-2026-0001',
					buyerAccountNumber: 'B-20001',
					position: '10',
					date: '2027-01-31',
					quantity: 5,
				},
			],
			'/api-connector/order-response',
		],
		[
			'shipment',
			'sendDespatchAdvice',
			[1, 2].map((position) => ({
				despatchAdviceNumber: 'DA-1',
				buyerAccountNumber: 'B-20001',
				shipmentNumber: 'SH-1',
				position,
				purchaseOrderNumber: 'PO-2026-0001',
				purchaseOrderLinePosition: '10',
				despatchQuantity: 5,
			})),
			'/api-connector/shipment/despatch-advice',
		],
		[
			'forecast',
			'send',
			[1, 2].map((month) => ({
				forecastNumber: 'FC-1',
				supplierAccountNumber: 'S-1',
				buyerItemNumber: 'A-1',
				buyerItemName: 'Bolt',
				purchaseUnitOfMeasureIso: 'PCE',
				startDate: `2027-0${month}-01`,
				endDate: `2027-0${month}-28`,
				quantity: 5,
			})),
			'/api-connector/forecast',
		],
	])('become one message of %s: %s', async (resource, operation, rows, path) => {
		const { username, password } =
			resource === 'forecast' ? setting.sandbox.users.buyer : setting.sandbox.users.supplier;
		const columns = { mappingMode: 'autoMapInputData', value: null };
		const run = await setting.run({ resource, operation, bodyMode: 'rows', columns }, rows, {
			credential: { username, password },
		});
		expect(jsonOf(run)).toEqual([expect.objectContaining({ ok: true })]);
		expect(received(path).map((body) => (body as { lines: unknown[] }).lines.length)).toEqual([
			rows.length,
		]);
	});
});
