/** Rows for a sheet or a database: what a purchaser finds in them. */
import type { IDataObject } from 'n8n-workflow';

import { orderLineRow, orderRows, shipmentRows } from '../../../nodes/Tradecloud/model/flatRow';
import { simplified } from '../../../nodes/Tradecloud/model/simplified';
import { anOrder, aShipment, type WantedLine, type WantedOrder } from '../../sandbox/build';
import { singleDeliveryOrder } from '../../sandbox/data/singleDelivery';
import { purchaseOrderOf } from '../../sandbox/v1/shape';
import { orderLineView } from '../../sandbox/v2/orderLine';

const asData = (thing: object) => JSON.parse(JSON.stringify(thing)) as IDataObject;
const ordered = (line: WantedLine, more: WantedOrder = {}) =>
	asData(anOrder({ ...more, lines: [line] }));
const price = (value: number, currencyIso = 'EUR') => ({
	priceInTransactionCurrency: { value, currencyIso },
});

const split: WantedLine = {
	deliverySchedule: [
		{ position: '2', date: '2026-04-01', quantity: 0.2 },
		{ position: '1', date: '2026-03-02', quantity: 0.1 },
	],
	processStatus: 'Confirmed',
};

describe('the row of an order line', () => {
	test('has order, supplier, item, quantity, price, dates and status', () => {
		const order = ordered(split, {
			buyerOrder: { supplierParty: { names: ['Bolts Ltd', 'Sales'] } },
		});
		expect(orderRows(order)).toEqual([
			{
				orderLineId: `${order.id as string}-10`,
				orderId: order.id,
				purchaseOrderNumber: 'PO-1',
				position: '10',
				supplierAccountNumber: 'S-10010',
				supplierName: 'Bolts Ltd',
				buyerAccountNumber: 'B-20001',
				itemNumber: 'ITEM-1',
				itemName: 'Hex nut M8',
				quantity: 0.3,
				unitOfMeasure: 'PCE',
				price: 12.5,
				priceUnitQuantity: 1,
				currency: 'EUR',
				lineTotal: 3.75,
				requestedDate: '2026-03-02',
				lastRequestedDate: '2026-04-01',
				confirmedDate: '2026-03-02',
				lastConfirmedDate: '2026-04-01',
				processStatus: 'Confirmed',
				inProgressStatus: null,
				logisticsStatus: 'Open',
				deliveryOverdue: false,
				lastUpdatedAt: '2026-01-01T00:00:00.000Z',
			},
		]);
	});

	test('is the same when a search finds the line', () => {
		const order = anOrder({ lines: [split] });
		const [row] = orderRows(asData(order));
		const view = { ...orderLineView(order, order.lines[0]), lastUpdatedAt: row.lastUpdatedAt };
		expect(orderLineRow(asData(view))).toEqual(row);
	});

	test('has the same fields in each form, all flat', () => {
		const order = anOrder({ lines: [split, { inProgressStatus: 'OpenSupplierProposal' }] });
		const event = { orderId: order.id, ...order, id: undefined };
		const legacy = purchaseOrderOf(order, 'a-uuid');
		const empty = { id: order.id, lines: [{}] };
		const forms = [order, event, singleDeliveryOrder(order), legacy, empty];
		const rows = forms.flatMap((form) => orderRows(asData(form)));
		expect(rows).toHaveLength(11);
		const fields = Object.keys(rows[0]);
		for (const row of rows) {
			expect(Object.keys(row)).toEqual(fields);
			expect(Object.values(row).filter((value) => typeof value === 'object')).toEqual(
				Object.values(row).filter((value) => value === null),
			);
		}
	});

	test('has, of an order of API v1, what that tells', () => {
		const order = anOrder({ lines: [split] });
		expect(orderRows(asData(purchaseOrderOf(order, 'a-uuid')))).toMatchObject([
			{
				orderId: 'a-uuid',
				purchaseOrderNumber: 'PO-1',
				position: '10',
				supplierAccountNumber: 'S-10010',
				itemNumber: 'ITEM-1',
				itemName: 'Hex nut M8',
				unitOfMeasure: 'PCE',
				requestedDate: '2026-04-01',
				processStatus: 'confirmed',
			},
		]);
	});

	test('has, with single deliveries, a row for each delivery', () => {
		const order = singleDeliveryOrder(anOrder({ lines: [split] }));
		const rows = orderRows(asData(order));
		expect(rows.map(({ quantity, requestedDate }) => [requestedDate, quantity])).toEqual([
			['2026-04-01', 0.2],
			['2026-03-02', 0.1],
		]);
	});

	test.each([
		[
			'the net price of a gross price with discount',
			{ grossPrice: price(10), discountPercentage: 15 },
			8.5,
			850,
		],
		['a gross price without discount', { grossPrice: price(10) }, 10, 1000],
		['a price for a hundred', { netPrice: price(10), priceUnitQuantity: 100 }, 10, 10],
		[
			'no total where the price is for another unit',
			{ netPrice: price(10), priceUnitOfMeasureIso: 'KGM' },
			10,
			null,
		],
		['no price where there is none', {}, null, null],
	])('has %s', (_case, prices, net, total) => {
		const [row] = orderRows(ordered({ prices }));
		expect([row.price, row.lineTotal]).toEqual([net, total]);
	});

	test('has no quantity where that of one delivery is unknown', () => {
		const deliverySchedule = [{ date: '2026-03-02', quantity: 1 }, { date: '2026-04-01' }];
		const [row] = orderRows(ordered({ deliverySchedule }));
		expect([row.quantity, row.lineTotal]).toEqual([null, null]);
	});
});

describe('the total of a simplified order', () => {
	const totalOf = (...lines: WantedLine[]) => {
		const { total, currency } = simplified(asData(anOrder({ lines })));
		return [total, currency];
	};
	const inDollars = { prices: { netPrice: price(1, 'USD') } };

	test.each([
		['is that of its lines', [{}, {}], [2500, 'EUR']],
		['leaves out cancelled lines', [{}, { processStatus: 'Cancelled' as const }], [1250, 'EUR']],
		['is unknown where the price of a line is', [{}, { prices: {} }], [undefined, undefined]],
		['is none in two currencies', [{}, inDollars], [undefined, undefined]],
		['is none without lines', [], [undefined, undefined]],
	])('%s', (_case, lines, expected) => {
		expect(totalOf(...lines)).toEqual(expected);
	});
});

test('the rows of a shipment are its lines, in packages or not, with the same fields', () => {
	const order = anOrder({ lines: [{}, {}] });
	const shipment = aShipment({
		order,
		inPackage: ['20'],
		changes: {
			transportMode: 'Road',
			identifiers: { trackingNumber: '1Z' },
			locations: {
				departure: { etdDate: '2026-03-01' },
				destinations: [{ etaStartDate: '2026-03-02' }],
			},
		},
	});
	const common = {
		shipmentId: shipment.id,
		shipmentNumber: 'SH-1',
		despatchAdviceNumber: 'DA-SH-1',
		purchaseOrderNumber: 'PO-1',
		deliveryPosition: '1',
		supplierAccountNumber: 'S-10010',
		buyerAccountNumber: 'B-20001',
		itemName: 'Hex nut M8',
		quantity: 100,
		backorderQuantity: null,
		unitOfMeasure: 'PCE',
		containerNumber: null,
		transportMode: 'Road',
		trackingNumber: '1Z',
		departureDate: '2026-03-01',
		arrivalDate: '2026-03-02',
		processStatus: 'Issued',
		lastUpdatedAt: '2026-01-01T00:00:00.000Z',
	};
	expect(shipmentRows(asData(shipment))).toEqual([
		{
			...common,
			despatchAdvicePosition: '20',
			position: '20',
			itemNumber: 'ITEM-2',
			packageSSCC: '003401234500000017',
		},
		{
			...common,
			despatchAdvicePosition: '10',
			position: '10',
			itemNumber: 'ITEM-1',
			packageSSCC: null,
		},
	]);
});
