/** Rows of sheets as people have them: either what is sent means what the sheet shows, or its row is named and nothing is sent. */
import fc from 'fast-check';
import type { IDataObject, IRun } from 'n8n-workflow';

import { runs } from '../runs';
import { errorOf, itemsOf, jsonOf } from './harness/n8n';
import { startSetting, type Setting } from './harness/setting';
import { answersOfSuppliers } from './sheets/answersOfSuppliers';
import { itemsIn } from './sheets/files';
import { sheetsOfBuyers } from './sheets/ordersOfBuyers';

let setting: Setting;
beforeAll(async () => (setting = await startSetting()));
afterEach(() => setting.sandbox.reset());
afterAll(() => setting.close());

/** What was said, each once: of messages, or of the whole sheet before anything is sent. */
function saidIn(run: IRun): unknown[] {
	const errors = jsonOf(run).flatMap(({ error }) => error ?? []);
	if (!run.data.resultData.error) return [...new Set(errors)];
	const { message, description } = errorOf(run);
	return [`${message}. ${description}`];
}

const byTitle = { mappingMode: 'autoMapInputData', value: null };

describe.each([
	['a sheet of a buyer', sheetsOfBuyers],
	['an answer of a supplier', answersOfSuppliers],
])('%s', (_kind, sheets) => {
	test.each(sheets)('$name', async (sheet) => {
		const { resource, operation, options = {}, path, sent, said } = sheet;
		sheet.prepare?.(setting.sandbox);
		const { buyer, supplier } = setting.sandbox.users;
		const { username, password } = operation === 'sendResponse' ? supplier : buyer;
		const run = await setting.run(
			{ resource, operation, bodyMode: 'rows', columns: byTitle, options: options as never },
			itemsIn(sheet.source),
			{ credential: { username, password }, node: { onError: 'continueRegularOutput' } },
		);
		expect(saidIn(run)).toEqual(
			said.map((own) => (typeof own === 'string' ? own : (expect.stringMatching(own) as string))),
		);
		expect(setting.received(path)).toEqual(sent);
	});
});

const deliveries = { resource: 'order', operation: 'addDeliveries', bodyMode: 'rows' };

/** Sends goods that were received, mapped by their titles unless the parameters say otherwise. */
async function receive(
	rows: IDataObject[],
	parameters: Record<string, object> = {},
	more: Parameters<Setting['run']>[2] = {},
): Promise<IRun> {
	return await setting.run({ ...deliveries, columns: byTitle, ...parameters }, rows, more);
}

const path = '/api-connector/order/deliveries';
const known = () => setting.sandbox.orders.list()[0];

/** A row about the first order. */
function goods(more: IDataObject = {}): IDataObject {
	const { buyerOrder, lines } = known();
	return {
		Bestelnummer: buyerOrder.purchaseOrderNumber,
		Pos: lines[0].buyerLine.position,
		Datum: null,
		Ontvangstdatum: '2027-01-31',
		Aantal: 5,
		...more,
	};
}
const sentGoods = () =>
	(setting.received(path) as { lines: { deliveries: object[] }[] }[]).flatMap(({ lines }) =>
		lines.flatMap((line) => line.deliveries),
	);

describe('mapped by hand', () => {
	const mapped = (value: object) => ({
		columns: {
			mappingMode: 'defineBelow',
			value,
			schema: ['quantity'].map((id) => ({ id, displayName: id, type: 'number' })),
		},
	});
	const value = {
		purchaseOrderNumber: '={{ $json.Bestelnummer }}',
		position: '={{ $json.Pos }}',
		date: '={{ $json.Ontvangstdatum }}',
		quantity: '={{ $json.Aantal }}',
		deliveryPosition: '={{ $json.nothing }}',
	};

	test.each(['', null, undefined])('a cell with %j is empty, and not 0', async (empty) => {
		const run = await receive([goods({ Aantal: empty as null })], mapped(value));
		expect(errorOf(run).message).toMatch(/: 'Quantity' in row 2 is missing$/);
		await receive([goods()], mapped(value));
		expect(sentGoods()).toEqual([{ date: '2027-01-31', quantity: 5 }]);
	});

	test('dates of n8n are those of the workflow’s time zone', async () => {
		const date = "={{ DateTime.fromISO('2027-01-31', { zone: 'Asia/Tokyo' }) }}";
		await receive([goods()], mapped({ ...value, date }));
		await receive([goods()], mapped({ ...value, date: "={{ new Date('2027-02-01T04:59:00Z') }}" }));
		expect(sentGoods()).toMatchObject([{ date: '2027-01-31' }, { date: '2027-01-31' }]);
	});

	test('columns without a field and blank rows do not matter', async () => {
		const rows = [goods({ Aantekening: 'x' }), goods({ Bestelnummer: '', Pos: '', Ontvangstdatum: '', Aantal: '' })]; // prettier-ignore
		expect(jsonOf(await receive(rows, mapped({ ...value, companyId: '' })))).toHaveLength(1);
	});
});

describe('rows', () => {
	test('that are blank are skipped; one with values and no number is named', async () => {
		const run = await receive(
			[goods(), goods({ Bestelnummer: ' ', Pos: '', Ontvangstdatum: null, Aantal: '' }), goods({ Bestelnummer: '', Pos: '', Ontvangstdatum: '', Aantal: 5 })],
			{},
			{ node: { onError: 'continueRegularOutput' } },
		); // prettier-ignore
		expect(jsonOf(run)).toEqual([
			expect.objectContaining({ ok: true }),
			{
				error: expect.stringMatching(
					/^Order was not sent: 'Bestelnummer' is empty in row 4, which holds other values/,
				) as string,
				rows: [4],
			},
		]);
		expect(itemsOf(run).map(({ pairedItem }) => pairedItem)).toMatchObject([
			{ item: 0 },
			{ item: 2 },
		]);
	});

	test('are numbered as the sheet counts, where a step before tells it', async () => {
		const row = (row_number: number) => goods({ row_number, Aantal: 'veel' });
		const run = await receive([row(7), row(8), row(12), row(13), row(14)]);
		expect(errorOf(run).description).toMatch(
			/'Aantal' in row 7 is "veel"[^]*'Aantal' in row 14 is/,
		);
		const again = [goods({ row_number: 3 }), goods({ row_number: 9 })];
		expect(errorOf(await receive(again)).message).toMatch(
			/'Deliveries' is the same in rows 3, 9: leave one of them out/,
		);
	});

	test('that are faulty are told together, of all messages, each once', async () => {
		const bad = (number: string) => goods({ Bestelnummer: number, Aantal: 'veel' });
		const run = await receive([bad('A'), goods(), bad('B'), bad('A')]);
		expect(errorOf(run)).toEqual({
			message: 'Nothing was sent: 2 of 3 messages need correction',
			description: `Correct this and run the workflow again:\n• 'A': 'Aantal' in row 2 is "veel", not a number\n• 'A': 'Aantal' in row 5 is "veel", not a number\n• 'B': 'Aantal' in row 4 is "veel", not a number`,
		});
		expect(sentGoods()).toEqual([]);
	});

	test('that are faulty are told up to a hundred, and counted', async () => {
		const rows = Array.from({ length: 250 }, (_row, index) =>
			goods({ Bestelnummer: `N${index % 20}`, Aantal: '?' }),
		);
		const { description } = errorOf(await receive(rows));
		expect(description).toMatch(/\n• and 150 more$/);
		expect(description?.match(/is "\?", not a number/g)).toHaveLength(100);
	});

	test('of a message that lacks something are named, the first ones', async () => {
		const rows = [1, 2, 3, 4, 5].map((position) => ({
			Bestelnummer: 'N1',
			Positie: position,
			Aantal: 5,
			Leverdatum: '31-1-2027',
		}));
		const send = { operation: 'send' as never };
		expect(errorOf(await receive(rows, send)).message).toMatch(
			/^Order 'N1' was not sent: 'Supplier Account Number' in rows 2, 3, 4, 5, and 1 more is missing/,
		);
	});

	test('may begin with a byte order mark, and have empty columns without a title', async () => {
		const { Bestelnummer, ...rest } = goods({ __EMPTY: '', Result: 'x' });
		await receive([{ '\ufeffBestelnummer': Bestelnummer, ...rest }]);
		expect(sentGoods()).toHaveLength(1);
	});

	test('give the choice of separator and format to all cells', async () => {
		const rows = [goods({ Aantal: '1.000', Ontvangstdatum: '1/2/2027' })];
		const options = { decimalSeparator: 'comma', dateFormat: 'monthDayYear' };
		await receive(rows, { options });
		expect(sentGoods()).toEqual([{ date: '2027-01-02', quantity: 1000 }]);
	});

	test('hint at leading zeros that only some positions have', async () => {
		const run = await receive([goods({ Pos: '00020' }), goods({ Pos: 30 })], {}, { node: { onError: 'continueRegularOutput' } }); // prettier-ignore
		const [{ hints }] = run.data.resultData.runData.Tradecloud;
		expect(hints).toEqual([
			{
				message: `Position '30' may have lost leading zeros, since '${known().buyerOrder.purchaseOrderNumber}' has '00020'. Format the column as text in the sheet, and enter them again.`,
			},
		]);
	});

	test('tell titles that are not clear before anything is sent', async () => {
		const run = await receive([goods({ Aantal_2: 7, AANTAL: 5, Opmerking: 'x' })]);
		expect(errorOf(run)).toEqual({
			message: "Nothing was sent: column 'Aantal_2' is not known (the nearest is 'Aantal')",
			description: `Rename the columns, or choose 'Map Each Column Manually'.
• column 'Aantal_2' is not known (the nearest is 'Aantal')
• column 'Opmerking' is not known (the nearest is 'Position')
• columns 'Aantal' and 'AANTAL' are both 'Quantity'
To leave a column out, enter it in 'Ignore Columns' under 'Options': Aantal_2, Opmerking`,
		});
		expect(sentGoods()).toEqual([]);
	});
});

describe('fields', () => {
	const line = (more: IDataObject) => ({
		...deliveries,
		bodyMode: 'fields',
		purchaseOrderNumber: '={{ $json.Bestelnummer }}',
		lines: { line: [{ position: '10', date: '2027-01-31', quantity: 5, ...more }] },
	});

	test('are read as cells are', async () => {
		const parameters = line({ date: '={{ 46418 }}', quantity: '={{ "1.250,5" }}' });
		await setting.run(parameters, [goods()]);
		expect(sentGoods()).toEqual([{ date: '2027-01-31', quantity: 1250.5 }]);
		const unclear = await setting.run(line({ quantity: '={{ "1.000" }}' }), [goods()]);
		expect(errorOf(unclear).message).toMatch(/: 'Quantity' in line 1 is "1\.000", which can be/);
	});

	test('may not be what an expression gives where there is nothing', async () => {
		const run = await setting.run(
			{ ...line({}), purchaseOrderNumber: '={{ `${$json.nothing}` }}' },
			[goods()],
		);
		expect(errorOf(run).message).toBe(
			`Order was not sent: 'Purchase Order Number' is "undefined", which an expression gives in place of a missing value`,
		);
	});
});

/** A cell as somebody may have it, and what the sheet shows; nothing where it shows no such value. */
interface Shown<Value> {
	cell: unknown;
	means?: Value;
}

const junk = fc
	.oneof(
		fc.constantFrom('#NV', '#REF!', '4,00638E+12', '####', 'n/a', '?', true, {}, ['x'], '1.000.00'),
		fc.string({ unit: 'binary' }).filter((text) => !/[\d]/.test(text)),
	)
	.map((cell): Shown<never> => ({ cell }));

const quantities: fc.Arbitrary<Shown<number>> = fc
	.record({
		thousandths: fc.integer({ min: -9_999_999, max: 9_999_999 }),
		decimals: fc.integer({ min: 0, max: 3 }),
		signs: fc.constantFrom(',.', '.,', ' ,', '\u00a0.', "'.", ''),
	})
	.map(({ thousandths, decimals, signs: [group = '', decimal] }) => {
		const means = Number((thousandths / 1000).toFixed(decimals)) + 0;
		if (!decimal) return { cell: means, means };
		const [whole, fraction] = Math.abs(means).toFixed(decimals).split('.');
		const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
		const text = fraction ? `${grouped}${decimal}${fraction}` : grouped;
		return { cell: means < 0 ? `-${text}` : text, means };
	});

const days: fc.Arbitrary<Shown<string>> = fc
	.record({
		serial: fc.integer({ min: 40_000, max: 60_000 }),
		form: fc.constantFrom('serial', 'iso', 'stamp', 'date', 'd-m-y', 'd.m.y', 'm/d/y', 'd/m/y'),
	})
	.map(({ serial, form }) => {
		const date = new Date((serial - 25_569) * 86_400_000);
		const means = date.toISOString().slice(0, 10);
		const [year, month, day] = means.split('-').map(Number);
		const cells: Record<string, unknown> = {
			serial,
			iso: means,
			stamp: `${means}T17:30:00Z`,
			date,
		};
		const written = form.replace('d', `${day}`).replace('m', `${month}`).replace('y', `${year}`);
		return { cell: cells[form] ?? written, means };
	});

test('whatever the cells of a sheet hold, what is sent means what it shows, or its row is named', async () => {
	const row = fc.record({
		quantity: fc.oneof({ weight: 4, arbitrary: quantities }, junk),
		date: fc.oneof({ weight: 4, arbitrary: days }, junk),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
			setting.sandbox.reset();
			const items = rows.map(({ quantity, date }, index) => ({
				Bestelnummer: `N${index}`,
				Pos: '10',
				Aantal: quantity.cell,
				Ontvangstdatum: date.cell,
			}));
			const run = await receive(items as IDataObject[], {}, { node: { onError: 'continueRegularOutput' } }); // prettier-ignore
			const bodies = setting.received(path) as {
				order: IDataObject;
				lines: { deliveries: object[] }[];
			}[];
			const said = saidIn(run).join('\n');
			for (const [index, { quantity, date }] of rows.entries()) {
				const body = bodies.find(({ order }) => order.purchaseOrderNumber === `N${index}`);
				const means = { date: date.means, quantity: quantity.means };
				if (body) expect(body.lines[0].deliveries).toEqual([means]);
				else expect(said).toMatch(new RegExp(` in row ${index + 2} (is|has|are) `));
			}
		}),
		runs(10),
	);
});
