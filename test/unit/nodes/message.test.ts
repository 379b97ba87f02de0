/** What derives from the description of a message: its columns, its example, and a body from the cells of rows. */
import { build as buildRead } from '../../../nodes/Tradecloud/model/messages/build';
import { readRow, type Row } from '../../../nodes/Tradecloud/model/messages/cell';
import { localTimeIn } from '../../../nodes/Tradecloud/model/messages/day';
import { despatchAdvice } from '../../../nodes/Tradecloud/model/messages/despatchAdvice';
import { fields, isValue } from '../../../nodes/Tradecloud/model/messages/field';
import { forecast, slimstockForecast } from '../../../nodes/Tradecloud/model/messages/forecast';
import { rowColumns } from '../../../nodes/Tradecloud/model/messages/message';
import { order, singleDeliveryOrder } from '../../../nodes/Tradecloud/model/messages/order';
import { orderResponse } from '../../../nodes/Tradecloud/model/messages/orderResponse';
import {
	deliveries,
	deliveryHistory,
	indicators,
	orderDocuments,
} from '../../../nodes/Tradecloud/model/messages/orderUpdates';
import { findings } from '../../../nodes/Tradecloud/model/shape';
import { sampleBodies } from './sampleBodies';

const messages = Object.entries({
	deliveries,
	deliveryHistory,
	despatchAdvice,
	forecast,
	indicators,
	order,
	orderDocuments,
	orderResponse,
	singleDeliveryOrder,
	slimstockForecast,
});

describe.each(messages)('the message %s', (_name, message) => {
	test('has an example that can be sent', () => {
		expect(findings(message.example, message)).toEqual([]);
		expect(message.example).toHaveProperty(['lines', '0']);
	});

	test('has columns that cannot be confused', () => {
		const plain = (name: string) => name.toLowerCase().replace(/\W/g, '');
		const names = rowColumns(message).map(({ name }) => plain(name));
		const titles = rowColumns(message).map(({ title }) => plain(title));
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(titles).size).toBe(titles.length);
		const other = (index: number) => names.filter((_own, place) => place !== index);
		expect(titles.filter((title, index) => other(index).includes(title))).toEqual([]);
	});

	test('has a column for the key of the message and of a line', () => {
		const names = rowColumns(message).map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining([...message.key, ...(message.lineKey ?? [])]));
		expect(rowColumns(message)[0].name).toBe(message.key[0]);
	});

	test('has words for each column', () => {
		const { header, line } = message;
		const columns = [...header, ...line].flatMap((own) => (isValue(own) ? [own] : own.fields));
		expect(columns.filter(({ description }) => !description?.match(/^.{4,}$/))).toEqual([]);
	});
});

/** Leads to each value of a body, by the names of its fields. */
function pathsOf(value: unknown, path: string[] = []): string[] {
	if (Array.isArray(value)) return value.flatMap((own) => pathsOf(own, path));
	if (typeof value !== 'object' || value === null) return [path.join('.')];
	if (path.at(-1) === 'indicators') return [path.join('.')];
	return Object.entries(value).flatMap(([key, own]) => pathsOf(own, [...path, key]));
}

test.each(sampleBodies.filter(([name]) => name.includes('every field')))(
	'all fields of %s are offered',
	(_name, message, body) => {
		const { lines, ...header } = body as { lines: unknown };
		const offered = (columns: typeof message.header) =>
			columns.flatMap((column) =>
				isValue(column)
					? [column.path.join('.')]
					: column.fields.map(({ path }) => [...column.path, ...path].join('.')),
			);
		const known = new Set([
			...offered(message.header),
			...offered(message.line).map((path) => `lines.${path}`),
		]);
		const paths = [...pathsOf(header), ...pathsOf(lines, ['lines'])];
		expect(paths.filter((path) => !known.has(path) && !/chargeLines/.test(path))).toEqual([]);
	},
);

test('a table of fields tells what a row of it lacks', () => {
	expect(() => fields('position! | identifer | 10 | The line')).toThrow(/identifer/);
	expect(fields('a | text | | A\nb* | [text] | | B')).toHaveLength(2);
});

const header = {
	purchaseOrderNumber: 4711,
	supplierAccountNumber: ' S-1 ',
	destinationName: 'Warehouse 1',
};
const reader = { localTime: localTimeIn('Europe/Amsterdam') };
const build = (message: typeof order, rows: Row[]) =>
	buildRead(
		message,
		rows.map((row) => readRow(rowColumns(message), row, reader)),
	);
const linesOf = (message: typeof order, rows: Row[]) => build(message, rows).body.lines;

describe('cells', () => {
	test('go to their places, as the types that Tradecloud expects', () => {
		const row = { position: 10, itemNumber: 'A-1', date: '2027-01-31', quantity: '12.5', price: 0 };
		expect(build(order, [{ ...header, ...row, unknown: 1 }])).toMatchObject({
			body: {
				order: {
					purchaseOrderNumber: '4711',
					supplierAccountNumber: 'S-1',
					destination: { names: ['Warehouse 1'] },
				},
				lines: [
					{
						position: '10',
						item: { number: 'A-1' },
						deliverySchedule: [{ date: '2027-01-31', quantity: 12.5 }],
						prices: { netPrice: { priceInTransactionCurrency: { value: 0 } } },
					},
				],
			},
			conflicts: [],
		});
	});

	test('never make up the position of a delivery, nor a price unit', () => {
		expect(linesOf(order, [{ position: '10', quantity: 1, price: 2 }])).toEqual([
			{
				position: '10',
				deliverySchedule: [{ quantity: 1 }],
				prices: { netPrice: { priceInTransactionCurrency: { value: 2 } } },
			},
		]);
	});

	test('with the answer to a line are none to the order', () => {
		const { body } = build(orderResponse, [{ position: '10', answer: 'Accept' }]);
		expect(body).toEqual({
			lines: [{ purchaseOrderLinePosition: '10', indicators: { accepted: true } }],
		});
	});

	test('that cannot be read leave no gap for the check to find', () => {
		const { body } = build(deliveries, [
			{ purchaseOrderNumber: '#N/A', position: '1e+5', date: 'soon', quantity: '1.000' },
		]);
		expect(findings(body, deliveries)).toEqual([]);
	});
});

describe('rows with the same line key', () => {
	const two = [
		{ position: 10, itemNumber: 'A-1', date: '2027-01-31', quantity: 6 },
		{ position: '10', itemNumber: '', date: '2027-02-28', quantity: 4 },
	];

	test('become one line with several deliveries', () => {
		expect(linesOf(order, [two[0], { position: '20' }, two[1]])).toEqual([
			{
				position: '10',
				item: { number: 'A-1' },
				deliverySchedule: [
					{ date: '2027-01-31', quantity: 6 },
					{ date: '2027-02-28', quantity: 4 },
				],
			},
			{ position: '20' },
		]);
	});

	test('become one item of a forecast with several periods', () => {
		const rows = [1, 2].map((month) => ({
			buyerItemNumber: 'A-1',
			startDate: `2027-0${month}-01`,
			endDate: `2027-0${month}-28`,
			quantity: month,
		}));
		expect(linesOf(forecast, rows)).toEqual([
			{
				item: { buyerItemNumber: 'A-1' },
				schedule: rows.map(({ startDate, endDate, quantity }) => ({
					startDate,
					endDate,
					quantity,
				})),
			},
		]);
	});

	test('share their documents and notes', () => {
		const rows = two.map((row) => ({ ...row, documentCode: 'D1', note: 'N' }));
		expect(linesOf(order, rows)).toMatchObject([{ documents: [{ code: 'D1' }], notes: ['N'] }]);
	});

	test('conflict where they say different things of the line', () => {
		const rows = [two[0], { ...two[1], itemNumber: 'A-2' }];
		expect(build(order, rows).conflicts).toMatchObject([
			{ column: { title: 'Item Number' }, rows: [{ itemNumber: 'A-1' }, { itemNumber: 'A-2' }] },
		]);
		const spoiled = { ...two[1], itemNumber: '#N/A' };
		expect(build(order, [two[0], spoiled]).conflicts).toEqual([]);
	});

	test('conflict where they say a delivery twice', () => {
		expect(build(order, [two[0], { ...two[0] }]).conflicts).toMatchObject([
			{
				column: { title: 'Delivery Schedule' },
				rows: [two[0], two[0]].map(({ date }) => ({ date })),
			},
		]);
		const own = (deliveryPosition: string) => ({ ...two[0], deliveryPosition });
		expect(build(order, [own('1'), own('2')]).conflicts).toEqual([]);
	});

	test('conflict in single delivery, which has one delivery a line', () => {
		expect(build(singleDeliveryOrder, two).conflicts).toMatchObject([
			{ column: { title: 'Delivery Date' } },
			{ column: { title: 'Quantity' } },
		]);
	});

	test.each([undefined, ''])('but not those without one (%j)', (position) => {
		expect(
			linesOf(order, [
				{ position, quantity: 1 },
				{ position, quantity: 1 },
			]),
		).toHaveLength(2);
	});
});

test('a row about the order makes no line where lines are optional', () => {
	const row = { purchaseOrderNumber: 'PO1', orderIndicators: 'Shipped' };
	expect(build(indicators, [row]).body).toEqual({
		order: { purchaseOrderNumber: 'PO1', indicators: { shipped: true } },
	});
	expect(linesOf(order, [{ purchaseOrderNumber: 'PO1' }])).toEqual([{}]);
});
