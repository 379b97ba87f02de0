/** What is found in the body of a message before it is sent. */
import fc from 'fast-check';

import { despatchAdvice } from '../../../nodes/Tradecloud/model/messages/despatchAdvice';
import { forecast, slimstockForecast } from '../../../nodes/Tradecloud/model/messages/forecast';
import type { Message } from '../../../nodes/Tradecloud/model/messages/message';
import { order, singleDeliveryOrder } from '../../../nodes/Tradecloud/model/messages/order';
import { orderResponse } from '../../../nodes/Tradecloud/model/messages/orderResponse';
import {
	deliveries,
	deliveryHistory,
	indicators,
	orderDocuments,
} from '../../../nodes/Tradecloud/model/messages/orderUpdates';
import { findings } from '../../../nodes/Tradecloud/model/shape';

const messages: Record<string, Message> = {
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
};

/** A copy of the example, with one value changed. */
function example(message: Message, path: string, value: unknown): unknown {
	const copy = structuredClone(message.example) as Record<string, unknown>;
	const names = path.split('.');
	const last = names.pop()!;
	const place = names.reduce((inner, name) => inner[name] as Record<string, unknown>, copy);
	if (value === undefined) delete place[last];
	else place[last] = value;
	return copy;
}

const paths = (count: number) =>
	Array.from({ length: count }, (_line, index) => ({
		...structuredClone((order.example.lines as object[])[0]),
		position: String(index),
	}));

test.each(Object.entries(messages))('the example of %s has no finding', (_name, message) => {
	expect(findings(message.example, message.shape)).toEqual([]);
});

describe('what Tradecloud would refuse is named by its path', () => {
	test.each([
		[order, 'order.purchaseOrderNumber', undefined, 'order.purchaseOrderNumber is missing'],
		[order, 'order.purchaseOrderNumber', '', 'order.purchaseOrderNumber is missing'],
		[order, 'order.purchaseOrderNumber', null, 'order.purchaseOrderNumber is missing'],
		[order, 'order', undefined, 'order is missing'],
		[order, 'order', 'PO1', 'order: "PO1" is not an object'],
		[order, 'order', [], 'order is a list, not an object'],
		[order, 'lines', {}, 'lines is an object, not a list'],
		[order, 'lines', [], 'lines is empty'],
		[order, 'lines', paths(501), 'lines has 501 elements, and Tradecloud takes at most 500'],
		[
			order,
			'lines.0.deliverySchedule.0.date',
			'31-12-2026',
			'lines[0].deliverySchedule[0].date: "31-12-2026" is not a date of the form yyyy-MM-dd',
		],
		[
			order,
			'lines.0.deliverySchedule.0.date',
			'2026-02-30',
			'lines[0].deliverySchedule[0].date: "2026-02-30" is not a date of the form yyyy-MM-dd',
		],
		[
			order,
			'lines.0.deliverySchedule.0.date',
			46022,
			'lines[0].deliverySchedule[0].date: 46022 is not a date of the form yyyy-MM-dd',
		],
		[
			order,
			'lines.0.deliverySchedule.0.quantity',
			'ten',
			'lines[0].deliverySchedule[0].quantity: "ten" is not a number',
		],
		[
			order,
			'order.purchaseOrderNumber',
			'PO 1',
			'order.purchaseOrderNumber: "PO 1" holds white space, which identifiers in Tradecloud never do',
		],
		[
			order,
			'erpIssueDateTime',
			'2026-12-31',
			'erpIssueDateTime: "2026-12-31" is not a date and time of the form yyyy-MM-ddThh:mm:ss',
		],
		[
			order,
			'lines.0.prices.netPrice',
			undefined,
			'lines[0].prices.netPrice or grossPrice is missing',
		],
		[
			order,
			'order.labels',
			Array.from({ length: 101 }, String),
			'order.labels has 101 elements, and Tradecloud takes at most 100',
		],
		[
			orderDocuments,
			'order.documents.0.objectId',
			undefined,
			'order.documents[0].objectId or url is missing',
		],
		[
			singleDeliveryOrder,
			'lines.0.scheduledDelivery',
			undefined,
			'lines[0].scheduledDelivery is missing',
		],
	])('%#: %s', (message, path, value, finding) => {
		expect(findings(example(message, path, value), message.shape)).toEqual([finding]);
	});

	test('two lines with one position', () => {
		const [line] = order.example.lines as object[];
		expect(findings({ ...order.example, lines: [line, line] }, order.shape)).toEqual([
			'lines[1].position: "10" stands in lines[0] already',
		]);
	});

	test('all of them together', () => {
		expect(findings({ order: { supplierAccountNumber: 'S 1' }, lines: [{}] }, order.shape)).toEqual(
			[
				'order.purchaseOrderNumber is missing',
				'order.destination is missing',
				'order.supplierAccountNumber: "S 1" holds white space, which identifiers in Tradecloud never do',
				'lines[0].position is missing',
				'lines[0].item is missing',
				'lines[0].deliverySchedule is missing',
				'lines[0].prices is missing',
			],
		);
	});

	test.each([[[]], ['text'], [1], [null], [undefined], [true]])('a body that is %j', (body) => {
		expect(findings(body, order.shape)).toEqual([
			expect.stringMatching(/^the body is .*, not an object$/),
		]);
	});
});

test('a gross price does in place of a net price, and numbers do as identifiers', () => {
	const price = { priceInTransactionCurrency: { value: 1, currencyIso: 'EUR' } };
	const body = example(order, 'lines.0.prices', {
		grossPrice: price,
		priceUnitOfMeasureIso: 'PCE',
		priceUnitQuantity: 1,
	});
	expect(findings(body, order.shape)).toEqual([]);
	expect(findings(example(order, 'lines.0.position', 10), order.shape)).toEqual([]);
});

test('fields that Tradecloud may add pass', () => {
	expect(findings(example(order, 'lines.0.anything', { at: ['all'] }), order.shape)).toEqual([]);
});

test('no body makes the check itself stumble', () => {
	fc.assert(
		fc.property(fc.anything({ withNullPrototype: true }), fc.jsonValue(), (anything, json) => {
			for (const body of [anything, json, { lines: json }, { order: json, lines: [json] }]) {
				const found = findings(body, order.shape);
				if (!Array.isArray(found) || found.some((finding) => typeof finding !== 'string'))
					return false;
			}
			return true;
		}),
	);
});
