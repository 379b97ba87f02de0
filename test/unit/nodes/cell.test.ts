/** What the cells of a sheet mean: what can be read in one way is read, all else is told and never guessed. */
import fc from 'fast-check';

import { runs } from '../../runs';
import { readRow, type Reader } from '../../../nodes/Tradecloud/model/messages/cell';
import { localTimeIn } from '../../../nodes/Tradecloud/model/messages/day';
import { despatchAdvice } from '../../../nodes/Tradecloud/model/messages/despatchAdvice';
import { rowColumns } from '../../../nodes/Tradecloud/model/messages/message';
import { order } from '../../../nodes/Tradecloud/model/messages/order';
import { orderResponse } from '../../../nodes/Tradecloud/model/messages/orderResponse';
import { indicators } from '../../../nodes/Tradecloud/model/messages/orderUpdates';
import { Unread } from '../../../nodes/Tradecloud/model/messages/unread';

const zones = { amsterdam: 'Europe/Amsterdam', newYork: 'America/New_York', tokyo: 'Asia/Tokyo' };
const columns = [order, orderResponse, indicators, despatchAdvice].flatMap(rowColumns);

type Choices = Partial<Reader> & { zone?: keyof typeof zones };

/** The value of a cell in a column, or what is said of it. */
function read(name: string, content: unknown, { zone = 'amsterdam', ...chosen }: Choices = {}) {
	const reader = { localTime: localTimeIn(zones[zone]), ...chosen };
	const own = columns.filter((column) => column.name === name).slice(0, 1);
	const { [name]: value } = readRow(own, { [name]: content }, reader);
	return value instanceof Unread ? value.says : value;
}

const point = { decimalSeparator: 'point' } as const;
const comma = { decimalSeparator: 'comma' } as const;

describe('a number', () => {
	test.each<[unknown, number]>([
		[1.5, 1.5],
		[0, 0],
		['12', 12],
		[' 12 ', 12],
		['-5', -5],
		['.5', 0.5],
		['1,5', 1.5],
		['0,25', 0.25],
		['0.012', 0.012],
		['0012.345', 12.345],
		['1234.567', 1234.567],
		['1.250,00', 1250],
		['1,250.00', 1250],
		['1.234.567', 1_234_567],
		['1 000,5', 1000.5],
		['1\u00a0000', 1000],
		['1\u202f000.25', 1000.25],
		["1'000.5", 1000.5],
		['1’000', 1000],
	])('%j is read in its one way: %d', (content, value) => {
		expect(read('quantity', content)).toBe(value);
	});

	test.each([
		['1.000', 1, 1000],
		['1,000', 1, 1000],
		['12.345', 12.345, 12_345],
		['-1.500', -1.5, -1500],
	])('%s can be %d or %d, until the separator is chosen', (content, one, other) => {
		const [first, second] = content.includes(',') ? [other, one] : [one, other];
		expect(read('price', content)).toBe(
			`is "${content}", which can be ${first} or ${second}: choose 'Decimal Separator' in 'Options'`,
		);
		expect(read('price', content, point)).toBe(first);
		expect(read('price', content, comma)).toBe(second);
	});

	test.each([
		['1,5', point],
		['1.250,00', point],
		['0.012', comma],
		['1,250.00', comma],
	])('%s is refused where it contradicts the choice', (content, choice) => {
		expect(read('price', content, choice)).toBe(
			`is "${content}", which does not fit the chosen 'Decimal Separator'`,
		);
	});

	test.each([
		true,
		'12 pcs',
		'€ 5',
		'1.000.00',
		'1 00',
		'1e3',
		'0x10',
		'-',
		{},
		[1],
		NaN,
		Infinity,
	])('%j is none', (content) => {
		expect(read('quantity', content)).toMatch(/^is .*, not a number$/);
	});

	test('is not sent where digits would be lost', () => {
		expect(read('quantity', '12345678901234567890')).toMatch(/, a number too long to be exact/);
	});

	test('whatever way it is written, is never read as another one', () => {
		const groupings = ['', ',', '.', ' ', '\u00a0', "'"];
		const written = fc.record({
			value: fc.integer({ min: -999_999_999, max: 999_999_999 }),
			decimals: fc.integer({ min: 0, max: 4 }),
			group: fc.constantFrom(...groupings),
			decimal: fc.constantFrom('.', ','),
		});
		fc.assert(
			fc.property(written, ({ value, decimals, group, decimal }) => {
				fc.pre(group !== decimal);
				const number = value / 10 ** decimals;
				const [whole, fraction] = Math.abs(number).toFixed(decimals).split('.');
				const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
				const text = `${value < 0 ? '-' : ''}${grouped}${fraction ? decimal + fraction : ''}`;
				const read1 = read('quantity', text);
				if (typeof read1 === 'number') expect(read1).toBeCloseTo(number, 6);
				else expect(read1).toMatch(/which can be/);
				const chosen = decimal === '.' ? point : comma;
				expect(read('quantity', text, chosen)).toBeCloseTo(number, 6);
			}),
		);
	});
});

describe('a day', () => {
	test.each<[unknown, string]>([
		['2027-01-31', '2027-01-31'],
		['2027-1-5', '2027-01-05'],
		['2027/01/31', '2027-01-31'],
		['31-1-2027', '2027-01-31'],
		['31.01.2027', '2027-01-31'],
		['1/31/2027', '2027-01-31'],
		['31/01/2027', '2027-01-31'],
		['5/5/2027', '2027-05-05'],
		['1.2.2027', '2027-02-01'],
		['31-1-2027 14:30', '2027-01-31'],
		['2027-01-31T23:30:00', '2027-01-31'],
		[46418, '2027-01-31'],
		[46418.99999, '2027-01-31'],
		['46418', '2027-01-31'],
		[' 2027-01-31\u00a0', '2027-01-31'],
	])('%j is %s', (content, day) => {
		expect(read('date', content)).toBe(day);
	});

	const dayFirst = { dateFormat: 'dayMonthYear' } as const;
	const monthFirst = { dateFormat: 'monthDayYear' } as const;

	test.each(['1/2/2027', '1-2-2027', '01/02/2027'])('%s is refused until chosen', (content) => {
		expect(read('date', content)).toBe(
			`is "${content}", which can be 2027-02-01 or 2027-01-02: choose 'Date Format' in 'Options'`,
		);
		expect(read('date', content, dayFirst)).toBe('2027-02-01');
		expect(read('date', content, monthFirst)).toBe('2027-01-02');
	});

	test.each([
		['1/31/2027', dayFirst],
		['31/1/2027', monthFirst],
		['1.2.2027', monthFirst],
	])('%s is refused where it contradicts the choice', (content, choice) => {
		expect(read('date', content, choice)).toMatch(/does not fit the chosen 'Date Format'$/);
	});

	test.each([
		'soon',
		'31.02.2027',
		'2026-02-30',
		'13/13/2027',
		'10:00',
		100,
		5e6,
		true,
		{},
		[],
		'',
	])('%j is none, or empty', (content) => {
		const is = read('date', content);
		if (content === '' || Array.isArray(content)) expect(is).toBeUndefined();
		else expect(is).toMatch(/^is .*, not a date of the form yyyy-MM-dd$/);
	});

	test('with a year of two digits is not guessed', () => {
		expect(read('date', '31-1-27')).toBe('is "31-1-27", with a year of two digits: write all four');
	});

	test.each<[keyof typeof zones, string, string]>([
		['amsterdam', '2027-01-31T22:59:59Z', '2027-01-31'],
		['amsterdam', '2027-01-31T23:30:00Z', '2027-02-01'],
		['newYork', '2027-02-01T04:59:00.000Z', '2027-01-31'],
		['tokyo', '2027-01-31 20:00:00+01:00', '2027-02-01'],
		['newYork', '2027-02-01 00:30:00+01', '2027-01-31'],
	])('of a time stamp is that of the zone of the workflow: %s, %s', (zone, stamp, day) => {
		expect(read('date', stamp, { zone })).toBe(day);
		expect(read('date', new Date(stamp.replace(/\+01$/, '+01:00')), { zone })).toBe(day);
	});

	test.each<keyof typeof zones>(['amsterdam', 'newYork', 'tokyo'])(
		'that a program made midnight stays that day in %s',
		(zone) => {
			expect(read('date', '2027-01-31T00:00:00.000Z', { zone })).toBe('2027-01-31');
			expect(read('date', new Date(Date.UTC(2027, 0, 31)), { zone })).toBe('2027-01-31');
			expect(read('date', new Date(2027, 0, 31), { zone })).toBe('2027-01-31');
		},
	);

	test('of a date of Luxon is that day in its zone', () => {
		const midnight = { toJSON: () => '2027-01-31T00:00:00.000+09:00' };
		for (const zone of Object.keys(zones) as (keyof typeof zones)[]) {
			expect(read('date', midnight, { zone })).toBe('2027-01-31');
		}
	});

	test('of an invalid date object is none', () => {
		expect(read('date', new Date(NaN))).toMatch(/, not a date/);
	});
});

describe('a time', () => {
	test.each<[unknown, string]>([
		['08:00', '08:00:00'],
		['8:05:30', '08:05:30'],
		['2:30 PM', '14:30:00'],
		['12:00 am', '00:00:00'],
		[0.5, '12:00:00'],
		[46418.75, '18:00:00'],
		['31-1-2027 14:30', '14:30:00'],
	])('%j is %s', (content, time) => {
		expect(read('destinationEtaStartTime', content)).toBe(time);
	});

	test.each<[unknown, string]>([
		['2027-01-31T10:15:00', '2027-01-31T10:15:00'],
		['31-1-2027 9:05', '2027-01-31T09:05:00'],
		['1/31/2027, 2:30 PM', '2027-01-31T14:30:00'],
		['2027-01-31T23:30:00Z', '2027-02-01T00:30:00'],
		[46418.5, '2027-01-31T12:00:00'],
		[46418, '2027-01-31T00:00:00'],
		['31.01.2027', '2027-01-31T00:00:00'],
	])('with its day: %j is %s', (content, both) => {
		expect(read('erpIssueDateTime', content)).toBe(both);
	});

	test.each(['25:00', '8 uur', '2027-01-31', 3, true])('%j is none', (content) => {
		expect(read('destinationEtaStartTime', content)).toMatch(/^is .*, not a time of the form/);
	});
});

describe('an identifier', () => {
	test.each<[unknown, string]>([
		[4711, '4711'],
		[4006381333931, '4006381333931'],
		[' PO1\u00a0', 'PO1'],
		['\ufeffPO1\u200b', 'PO1'],
		['00010', '00010'],
	])('%j is %s', (content, value) => {
		expect(read('purchaseOrderNumber', content)).toBe(value);
	});

	test.each<[unknown, string]>([
		['PO 1', 'is "PO 1", with white space (U+0020)'],
		['PO\u200b1', 'is "PO\u200b1", with an invisible character (U+200B)'],
		[true, 'is true, not a text'],
		[{}, 'is an object, not a text'],
		[new Date(0), 'is an object, not a text'],
		[1e20, 'is 100000000000000000000, a number too long to be exact: make it text in the sheet'],
		['undefined', 'is "undefined", which an expression gives in place of a missing value'],
		[
			'[object Object]',
			'is "[object Object]", which an expression gives in place of a missing value',
		],
	])('is not %j', (content, says) => {
		expect(read('purchaseOrderNumber', content)).toBe(says);
	});
});

const errorValues = '#NV #N/A #REF! #BEZUG! #VALUE! #WERT! #WAARDE! #VALEUR! #DIV/0! #DEEL/0! #NAME? #NAAM? #NOM? #NUM! #ZAHL! #GETAL! #VERW! #N/B #ÜBERLAUF! Err:502'; // prettier-ignore
const cutOff = ['4,00638E+12', '4.00638E+12', '1E-05', '####'];

describe('a cell that the sheet has spoiled', () => {
	test.each([...errorValues.split(' '), ...cutOff])('%s is refused wherever it is', (content) => {
		for (const name of ['purchaseOrderNumber', 'itemName', 'quantity', 'date', 'currencyIso']) {
			expect(read(name, content)).toBe(`is "${content}": the sheet has spoiled this cell`);
		}
	});

	test('may be a remark, but for the error values of spreadsheets', () => {
		expect(cutOff.map((content) => read('description', content))).toEqual(cutOff);
		expect(read('description', '#N/A')).toMatch(/spoiled/);
		expect(read('description', 'Why is there #N/A?')).toBe('Why is there #N/A?');
	});

	test.each(['#17', '#A', 'E10', '12E3', 'N/A', '#000/17'])('%s is none', (content) => {
		expect(read('itemNumber', content)).toBe(content);
	});
});

describe('a choice', () => {
	test.each(['Accept', 'accepted', ' ACCEPT ', 'Accepted'])('%s is one', (content) => {
		expect(read('answer', content)).toEqual({ accepted: true });
	});

	test.each(['OK', 'ja', 'akkoord', 'Accept, Reject', true, 1])(
		'%s is told what it can be',
		(content) => {
			expect(read('answer', content)).toBe(`is "${content}", not one of Accept, Reject`);
		},
	);

	test('may be several indicators, by values and labels', () => {
		expect(read('indicators', 'Shipped; requestReconfirmation')).toEqual({
			shipped: true,
			requestReconfirmation: true,
		});
		expect(read('indicators', ['shipped', 'Cancelled'])).toEqual({
			shipped: true,
			cancelled: true,
		});
		expect(read('indicators', 'shiped')).toBe(
			'is "shiped", not one or more of Cancelled, Completed, Confirmed, Delivered, Request Reconfirmation, Shipped, No Delivery Expected, Propose When Accepted',
		);
	});

	test('of a list is told with its values', () => {
		expect(read('deliveryStatus', 'ready to ship')).toBe('ReadyToShip');
		expect(read('lineType', 'Goods')).toBe('is "Goods", not one of Charge, Item, Service');
	});
});

test.each(['', ' ', '\u00a0', '\u200b', '\ufeff', null, undefined, [], ['', null]])(
	'a cell with %j is empty',
	(content) => {
		for (const { name } of columns) expect(read(name, content)).toBeUndefined();
	},
);

test('a list in a cell is a list', () => {
	expect(read('note', ['A', ' ', 'B'])).toEqual(['A', 'B']);
	expect(read('note', 'A')).toEqual(['A']);
	expect(read('note', ['A', '#N/A'])).toMatch(/spoiled/);
});

test('whatever a cell holds, it is read or told', () => {
	const reader = { localTime: localTimeIn('Europe/Amsterdam') };
	const kinds = new Map(columns.map((column) => [column.kind, column]));
	fc.assert(
		fc.property(fc.oneof(fc.anything(), fc.date(), fc.string({ unit: 'binary' })), (content) => {
			for (const column of kinds.values()) {
				const { [column.name]: value } = readRow([column], { [column.name]: content }, reader);
				if (value instanceof Unread) expect(value.says).toMatch(/^(is|are|has|\S+ is) /);
			}
		}),
		runs(200),
	);
});
