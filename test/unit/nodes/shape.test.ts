/** What is found in the body of a message before it is sent: all that the manual forbids, and nothing else. */
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
import { findings, pathOf } from '../../../nodes/Tradecloud/model/shape';
import { sampleBodies } from './sampleBodies';

/** The findings as a user reads them. */
function sentences(body: unknown, message: Message): string[] {
	return findings(body, message).map((found) => `${pathOf(found)} ${found.says}`.trim());
}

/** A copy of the example, with one value changed. */
function changed(message: Message, path: string, value: unknown): unknown {
	const copy = structuredClone(message.example) as Record<string, unknown>;
	const names = path.split('.');
	const last = names.pop()!;
	const place = names.reduce(
		(inner, name) => (inner[name] ??= {}) as Record<string, unknown>,
		copy,
	);
	if (value === undefined) delete place[last];
	else place[last] = value;
	return copy;
}

test.each(sampleBodies)('%s passes, and stays as it is', (_name, message, body) => {
	const before = structuredClone(body);
	expect(sentences(body, message)).toEqual([]);
	expect(body).toEqual(before);
});

test.each(sampleBodies)('%s passes with fields that Tradecloud may add', (_name, message, body) => {
	const more = { addedLater: { at: ['all', 1, null] } };
	const { lines } = body as { lines?: object[] };
	const grown = {
		...body,
		...more,
		...(lines && { lines: lines.map((own) => ({ ...own, ...more })) }),
	};
	expect(sentences(grown, message)).toEqual([]);
});

const many = (count: number, make: (index: number) => unknown) =>
	Array.from({ length: count }, (_element, index) => make(index));
const delivery = 'lines.0.deliverySchedule.0';

describe('what is forbidden is named by its path', () => {
	test.each<[Message, string, unknown, string]>([
		[order, 'order.purchaseOrderNumber', undefined, 'order.purchaseOrderNumber is missing'],
		[order, 'order.purchaseOrderNumber', '', 'order.purchaseOrderNumber is missing'],
		[order, 'order.supplierAccountNumber', null, 'order.supplierAccountNumber is missing'],
		[order, 'order', 'PO1', 'order is "PO1", not an object'],
		[order, 'order', [], 'order is a list, not an object'],
		[order, 'lines', {}, 'lines is an object, not a list'],
		[order, 'lines', [], "lines is empty, and the indicator 'cancelLineWhenMissing' is not set"],
		[
			order,
			'lines',
			undefined,
			"lines is empty, and the indicator 'cancelLineWhenMissing' is not set",
		],
		[order, 'lines.0.position', undefined, 'lines[0].position is missing'],
		[
			order,
			'lines',
			many(501, (n) => ({ position: `${n}` })),
			'lines has 501 elements, and Tradecloud takes at most 500',
		],
		[
			order,
			'order.labels',
			many(101, String),
			'order.labels has 101 elements, and Tradecloud takes at most 100',
		],
		[
			order,
			'order.later',
			many(101, String),
			'order.later has 101 elements, and Tradecloud takes at most 100',
		],
		[order, 'lines.1', { position: '10' }, 'lines[1].position is "10", as in lines[0]'],
		[
			order,
			'lines.0.deliverySchedule.1',
			{ position: '1' },
			'lines[0].deliverySchedule[1].position is "1", as in lines[0].deliverySchedule[0]',
		],
		[
			order,
			'lines.0.lineType',
			'Goods',
			'lines[0].lineType is "Goods", not one of Charge, Item, Service',
		],
		[
			order,
			'order.orderType',
			'Order',
			'order.orderType is "Order", not one of Forecast, Purchase, RFQ',
		],
		[
			order,
			`${delivery}.status`,
			'Cancelled',
			'lines[0].deliverySchedule[0].status is "Cancelled", not one of Delivered, Open, Produced, ReadyToShip, Shipped',
		],
		[
			order,
			'lines.0.itemDetails',
			{ netWeight: 2 },
			'lines[0].itemDetails.netWeightUnitOfMeasureIso is missing beside netWeight',
		],
		[
			order,
			'lines.0.prices.netPrice',
			{},
			'lines[0].prices.netPrice.priceInTransactionCurrency.value is missing',
		],
		[
			order,
			'lines.0.prices.netPrice.priceInTransactionCurrency.currencyIso',
			'Euro',
			'lines[0].prices.netPrice.priceInTransactionCurrency.currencyIso is "Euro", not a code of 3 letters',
		],
		[
			order,
			'order.destination.countryCodeIso2',
			'NLD',
			'order.destination.countryCodeIso2 is "NLD", not a code of 2 letters',
		],
		[order, 'erpIssuedBy', 'jjansen', 'erpIssuedBy is "jjansen", not an object'],
		[order, 'order.description', 4, 'order.description is 4, a number: put it in quotes'],
		[order, 'order.notes', 'Call us', 'order.notes is "Call us", not a list'],
		[
			order,
			'lines.0.scheduledDelivery',
			{ date: '2027-01-31' },
			"lines[0].scheduledDelivery is not for this form of order; use 'deliverySchedule'",
		],
		[
			order,
			'lines.0.originalPosition',
			'10',
			"lines[0].originalPosition is not for this form of order; use 'deliverySchedule'",
		],
		[
			singleDeliveryOrder,
			'lines.0.deliveryHistory',
			[{}],
			"lines[0].deliveryHistory is not for this form of order; use 'actualDelivery'",
		],
		[
			singleDeliveryOrder,
			'lines.0.scheduledDelivery.status',
			'open',
			'lines[0].scheduledDelivery.status is "open", not one of Delivered, Open, Produced, ReadyToShip, Shipped',
		],
		[orderResponse, 'lines', undefined, 'lines is missing'],
		[orderResponse, 'lines', [], 'lines is empty'],
		[orderResponse, 'lines.0.deliverySchedule', [], 'lines[0].deliverySchedule is empty'],
		[
			orderResponse,
			'lines.0.indicators',
			{ accepted: true, rejected: true },
			'lines[0].indicators are both accepted and rejected',
		],
		[
			orderResponse,
			'order.indicators',
			{ accepted: true, rejected: true },
			'order.indicators are both accepted and rejected',
		],
		[
			orderResponse,
			'lines.0.indicators',
			{ accept: true },
			'lines[0].indicators has "accept", which is none of accepted, rejected',
		],
		[
			orderResponse,
			'lines.0.indicators',
			'accepted',
			'lines[0].indicators is "accepted", not an object of accepted, rejected',
		],
		[
			orderResponse,
			'lines.0.prices.netPrice.priceInTransactionCurrency',
			undefined,
			'lines[0].prices.netPrice.priceInTransactionCurrency.value is missing',
		],
		[
			indicators,
			'order.indicators',
			{ shiped: true },
			'order.indicators has "shiped", which is none of cancelled, completed, confirmed, delivered, requestReconfirmation, shipped, autoConfirm, cancelLineWhenMissing, noDeliveryExpected',
		],
		[
			indicators,
			'order.indicators',
			{ shipped: 'true' },
			'order.indicators.shipped is "true", not true or false',
		],
		[
			indicators,
			'lines.0.indicators',
			{ autoConfirm: true },
			'lines[0].indicators has "autoConfirm", which is none of cancelled, completed, confirmed, delivered, requestReconfirmation, shipped, noDeliveryExpected, proposeWhenAccepted',
		],
		[indicators, 'lines.0.indicators', undefined, 'lines[0].indicators is missing'],
		[deliveries, 'lines', undefined, 'lines is missing'],
		[deliveries, 'lines.0.deliveries.0.date', undefined, 'lines[0].deliveries[0].date is missing'],
		[deliveryHistory, 'lines.0.deliveryHistory', undefined, 'lines[0].deliveryHistory is missing'],
		[
			deliveryHistory,
			'lines.0.deliveryHistory.0.quantity',
			'',
			'lines[0].deliveryHistory[0].quantity is missing',
		],
		[
			orderDocuments,
			'lines.0.documents',
			many(101, () => ({})),
			'lines[0].documents has 101 elements, and Tradecloud takes at most 100',
		],
		[forecast, 'header.forecastNumber', undefined, 'header.forecastNumber is missing'],
		[forecast, 'lines.0.item', undefined, 'lines[0].item.buyerItemNumber is missing'],
		[forecast, 'lines.0.item.buyerItemName', undefined, 'lines[0].item.buyerItemName is missing'],
		[forecast, 'lines.0.schedule', undefined, 'lines[0].schedule is missing'],
		[
			forecast,
			'lines.0.schedule.0.endDate',
			'2027-02-29',
			'lines[0].schedule[0].endDate is "2027-02-29", not a date of the form yyyy-MM-dd',
		],
		[slimstockForecast, 'lines.0.startDate', undefined, 'lines[0].startDate is missing'],
		[slimstockForecast, 'lines.0.M35', '5', 'lines[0].M35 is "5", not a number'],
		[despatchAdvice, 'header.shipment', undefined, 'header.shipment.shipmentNumber is missing'],
		[
			despatchAdvice,
			'header.shipment.departure',
			{ location: { city: 'Bonn' } },
			'header.shipment.departure.location.id is missing',
		],
		[
			despatchAdvice,
			'header.shipment.destinations',
			[{ location: { id: '1', locationType: 'Warehouse' } }],
			'header.shipment.destinations[0].location.locationType is "Warehouse", not one of AgreedPlace, FinalDestination, PlaceOfDestination, PortOfDestination, PortOfLoading',
		],
		[
			despatchAdvice,
			'header.shipment.finalDestination',
			{ scheduledStartTime: '25:00:00' },
			'header.shipment.finalDestination.scheduledStartTime is "25:00:00", not a time of the form hh:mm:ss',
		],
		[despatchAdvice, 'lines.0.despatchQuantity', undefined, 'lines[0].despatchQuantity is missing'],
		[
			despatchAdvice,
			'lines.0.purchaseOrderNumber',
			undefined,
			'lines[0].purchaseOrderNumber is missing',
		],
		[
			despatchAdvice,
			'lines.0.purchaseOrderLinePosition',
			undefined,
			'lines[0].purchaseOrderLinePosition is missing',
		],
		[
			despatchAdvice,
			'loadCarriers',
			[
				{
					lines: [
						{ despatchQuantity: 1, purchaseOrderNumber: 'PO1', purchaseOrderLinePosition: '1' },
					],
				},
			],
			'loadCarriers[0].lines[0].despatchAdviceLinePosition is missing',
		],
	])('%#: %s', (message, path, value, finding) => {
		expect(sentences(changed(message, path, value), message)[0]).toBe(finding);
	});

	const silent = { purchaseOrderLinePosition: '10' };
	test.each([
		{},
		{ indicators: { accepted: false, rejected: false } },
		{ notes: [], documents: [], reason: '' },
	])('a line of a response that says nothing: %j', (line) => {
		const body = { ...orderResponse.example, lines: [{ ...silent, ...line }] };
		expect(sentences(body, orderResponse)).toEqual([
			'lines[0] has no answer: accept or reject it, or enter deliveries, prices or what else changes',
		]);
	});

	test('more deliveries than Tradecloud takes of a line that was split', () => {
		const lines = many(101, (n) => ({ position: `${n}`, originalPosition: '10' }));
		expect(sentences({ ...singleDeliveryOrder.example, lines }, singleDeliveryOrder)).toEqual([
			"lines has 101 lines split from '10', and Tradecloud takes at most 100",
		]);
	});

	test('indicators and documents for neither the order nor a line', () => {
		const body = { order: { purchaseOrderNumber: 'PO1' } };
		expect(sentences(body, indicators)).toEqual([
			'order.indicators is missing, and there are no lines',
		]);
		expect(sentences({ ...body, lines: [] }, orderDocuments)).toEqual([
			'order.documents is missing, and there are no lines',
		]);
	});

	test('all of them together', () => {
		const body = { order: { supplierAccountNumber: 'S 1' }, lines: [{ prices: 1 }] };
		expect(sentences(body, order)).toEqual([
			'order.purchaseOrderNumber is missing',
			'order.supplierAccountNumber is "S 1", with white space (U+0020)',
			'lines[0].position is missing',
			'lines[0].prices is 1, not an object',
		]);
	});

	test('what is needed of an empty body', () => {
		expect(sentences({}, despatchAdvice)).toEqual([
			'header.despatchAdviceNumber is missing',
			'header.buyerAccountNumber is missing',
			'header.shipment.shipmentNumber is missing',
			'lines is empty',
		]);
	});

	test.each([[[]], ['text'], [1], [null], [undefined], [true]])('a body that is %j', (body) => {
		expect(sentences(body, order)).toEqual([expect.stringMatching(/^is .*, not an object$/)]);
	});
});

describe('an identifier', () => {
	test.each([
		[4711, 'is 4711, a number: put it in quotes'],
		[true, 'is true, not a text'],
		['PO 1', 'is "PO 1", with white space (U+0020)'],
		['PO1\u00a0', 'is "PO1\u00a0", with white space (U+00A0)'],
		['PO1\n', 'is "PO1\\n", with white space (U+000A)'],
		['PO\u200b1', 'is "PO\u200b1", with an invisible character (U+200B)'],
		['PO\u00ad1', 'is "PO\u00ad1", with an invisible character (U+00AD)'],
		['PO\u00001', 'is "PO\\u00001", with an invisible character (U+0000)'],
		['PO\u{e0001}1', 'is "PO\u{e0001}1", with an invisible character (U+E0001)'],
		['PO\ud8001', 'is "PO\\ud8001", with an invisible character (U+D800)'],
	])('that is %j', (value, says) => {
		expect(sentences(changed(order, 'order.purchaseOrderNumber', value), order)).toEqual([
			`order.purchaseOrderNumber ${says}`,
		]);
	});

	test.each(['4711', 'PO/1_a#b', 'Å-Ø', '注文1', '😀'])('may be %s', (value) => {
		expect(sentences(changed(order, 'order.purchaseOrderNumber', value), order)).toEqual([]);
	});
});

test.each([NaN, Infinity, -Infinity, '10', true])('%j is no number', (value) => {
	expect(sentences(changed(order, `${delivery}.quantity`, value), order)).toEqual([
		expect.stringMatching(/quantity is .*, not a number$/),
	]);
});

test.each(['31-12-2026', '2026-02-30', '2027-1-5', 46022, '2027-01-31T00:00:00'])(
	'%j is no date',
	(value) => {
		expect(sentences(changed(order, `${delivery}.date`, value), order)).toEqual([
			expect.stringMatching(/date is .*, not a date of the form yyyy-MM-dd$/),
		]);
	},
);

test.each(['2027-01-31', '2027-01-31T10:00', '2027-01-31T10:00:00Z', '2027-02-30T10:00:00', 1])(
	'%j is no local date and time',
	(value) => {
		expect(sentences(changed(order, 'erpIssueDateTime', value), order)).toEqual([
			expect.stringMatching(/is .*, not a date and time of the form yyyy-MM-ddThh:mm:ss$/),
		]);
	},
);

test('no body makes the check itself stumble', () => {
	const messages = [...new Set(sampleBodies.map(([, message]) => message))];
	fc.assert(
		fc.property(fc.anything({ withNullPrototype: true }), fc.jsonValue(), (anything, json) => {
			for (const body of [anything, json, { lines: json }, { order: json, lines: [json] }]) {
				for (const message of messages) sentences(body, message);
			}
		}),
	);
});
