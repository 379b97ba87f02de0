/** Which lines are left of an order or a shipment when only those that changed are asked for. */
import {
	changedLinesOf,
	changedLinesSince,
	linesNamedBy,
} from '../../../nodes/Tradecloud/model/changedLines';

const early = '2027-01-05T08:00:00.100Z';
const middle = '2027-01-05T08:00:00.200Z';
const late = '2027-01-05T08:00:00.300Z';

describe('since a time stamp', () => {
	test('an order keeps the lines that were changed later, and all of its header', () => {
		const lines = [
			{ id: 'a', lastUpdatedAt: early },
			{ id: 'b', lastUpdatedAt: late },
		];
		const order = { id: 'O', version: 3, lines, lastUpdatedAt: late };
		expect(changedLinesSince(order, middle)).toEqual({ ...order, lines: [lines[1]] });
		expect(order.lines).toHaveLength(2);
	});

	test('a line that was changed at that very time is not later', () => {
		const lines = [{ lastUpdatedAt: middle }];
		expect(changedLinesSince({ lines }, middle)).toEqual({ lines: [] });
	});

	test('what is finer than a millisecond counts', () => {
		const lines = [
			{ lastUpdatedAt: '2027-01-05T08:00:00.200001Z' },
			{ lastUpdatedAt: '2027-01-05T08:00:00.2Z' },
		];
		expect(changedLinesSince({ lines }, middle)).toEqual({ lines: [lines[0]] });
	});

	test('a shipment keeps such lines in its load carriers too, and the load carriers themselves', () => {
		const [before, after] = [{ meta: { lastUpdatedAt: early } }, { meta: { lastUpdatedAt: late } }];
		const shipment = {
			loadCarriers: [
				{ packageSSCC: '1', lines: [before, after] },
				{ packageSSCC: '2', lines: [before] },
				{ packageSSCC: '3' },
			],
			lines: [before, after],
		};
		expect(changedLinesSince(shipment, middle)).toEqual({
			loadCarriers: [
				{ packageSSCC: '1', lines: [after] },
				{ packageSSCC: '2', lines: [] },
				{ packageSSCC: '3' },
			],
			lines: [after],
		});
	});

	test('a line without a time stamp is kept, since nobody knows', () => {
		const thing = { lines: [{ id: 'a' }, { id: 'b', lastUpdatedAt: 'soon' }] };
		expect(changedLinesSince(thing, middle)).toEqual(thing);
	});

	test('what has no lines gets none', () => {
		expect(changedLinesSince({ id: 'O' }, middle)).toEqual({ id: 'O' });
	});
});

describe('by an event', () => {
	test('a shipment keeps the lines that were changed when it was', () => {
		const [before, now] = [{ meta: { lastUpdatedAt: early } }, { meta: { lastUpdatedAt: late } }];
		const shipment = {
			loadCarriers: [{ lines: [before, now] }],
			lines: [before, now],
			meta: { lastUpdatedAt: late },
		};
		expect(changedLinesOf(shipment)).toEqual({
			...shipment,
			loadCarriers: [{ lines: [now] }],
			lines: [now],
		});
	});

	test('a shipment that does not tell when it was changed keeps all', () => {
		const shipment = { lines: [{ meta: { lastUpdatedAt: early } }] };
		expect(changedLinesOf(shipment)).toEqual(shipment);
	});

	const order = {
		id: 'O',
		lines: [
			{ id: 'l-1', buyerLine: { position: '10' } },
			{ id: 'l-2', buyerLine: { position: '20' } },
		],
	};

	test.each([
		['by their ids', [{ id: 'l-2' }]],
		['by their positions', [{ buyerLine: { position: '20' } }]],
		[
			'by the positions they were split from',
			[{ id: 'new', buyerLine: { position: '', originalPosition: '20' } }],
		],
	])('an order keeps the lines that the event names %s', (_case, lines) => {
		expect(linesNamedBy({ lines }, order)).toEqual({ id: 'O', lines: [order.lines[1]] });
	});

	test('an order keeps no line where the event names none', () => {
		expect(linesNamedBy({ lines: [] }, order)).toEqual({ id: 'O', lines: [] });
	});

	test.each([
		['has no list of lines', {}],
		['has a line that is not told apart', { lines: [{ id: 'l-1' }, {}] }],
		['names a line that the order does not have', { lines: [{ id: 'l-1' }, { id: 'l-9' }] }],
	])('an order keeps all of them where the event %s', (_case, event) => {
		expect(linesNamedBy(event, order)).toEqual(order);
	});
});
