/** Rules: what becomes of a line when the supplier responds. */
import {
	accept,
	answer,
	asked,
	delivery,
	firstDate,
	line,
	otherDate,
	otherPrice,
	prices,
	reject,
	secondDate,
	thirdDate,
	type Body,
} from '../bodies';
import { answered, at, holds, is, textAt } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import type { World } from '../world';

const page = 'order/supplier/send-order-response/README.md';
const evidence = 'documented';
const usedBy = [parts.orderResponse];
const needs = ['buyer', 'supplier'] as const;

/** A rule that a response to an Issued line leads to a status. */
function leads(
	sentence: string,
	respond: (order: TestOrder) => Promise<unknown>,
	...status: [string, string?]
): Rule {
	return {
		page,
		sentence,
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await TestOrder.issued(world);
			await respond(order);
			await order.becomes('00010', ...status);
		},
	};
}

/** An order with an open proposal of another date. */
async function proposed(world: World): Promise<TestOrder> {
	const order = await TestOrder.issued(world);
	await order.respond([answer('00010', { ...otherDate, reason: 'The mill is late' })]);
	await order.becomes('00010', 'InProgress', 'OpenSupplierProposal');
	return order;
}

const sparse = prices(98.7, { priceUnitOfMeasureIso: undefined, priceUnitQuantity: undefined });

const toIssued: readonly Rule[] = [
	leads(
		'accepted on an Issued line makes it Confirmed',
		(order) => order.respond([accept('00010')]),
		'Confirmed',
	),
	leads(
		'An Issued line whose response has the values asked for is Confirmed',
		(order) => order.respond([answer('00010')]),
		'Confirmed',
	),
	leads(
		'rejected on an Issued line makes it Rejected',
		(order) => order.respond([reject('00010')]),
		'Rejected',
	),
	leads(
		'An Issued line whose response has another date is InProgress, as OpenSupplierProposal',
		(order) => order.respond([answer('00010', otherDate)]),
		'InProgress',
		'OpenSupplierProposal',
	),
	leads(
		'An Issued line whose response has another price is InProgress, as OpenSupplierProposal',
		(order) => order.respond([answer('00010', otherPrice)]),
		'InProgress',
		'OpenSupplierProposal',
	),
	leads(
		'The positions of deliveries may be left out of a response',
		(order) =>
			order.respond([
				answer('00010', { deliverySchedule: [delivery(undefined, firstDate, 12.5)] }),
			]),
		'Confirmed',
	),
	leads(
		'A price without its unit and quantity has those of the buyer',
		(order) => order.respond([answer('00010', { prices: sparse })]),
		'Confirmed',
	),
	leads(
		'accepted goes before a schedule and prices in the same line',
		(order) => order.respond([answer('00010', { ...otherDate, indicators: { accepted: true } })]),
		'Confirmed',
	),
	leads(
		'accepted in the header is for all lines of the response',
		(order) =>
			order.respond([{ purchaseOrderLinePosition: '00010' }], {
				order: { indicators: { accepted: true } },
			}),
		'Confirmed',
	),
	leads(
		'accepted in the header goes before schedules and prices of the lines',
		(order) =>
			order.respond([answer('00010', otherDate)], { order: { indicators: { accepted: true } } }),
		'Confirmed',
	),
	leads(
		'rejected in the header is for all lines of the response',
		(order) =>
			order.respond([{ purchaseOrderLinePosition: '00010', reason: 'Closed' }], {
				order: { indicators: { rejected: true } },
			}),
		'Rejected',
	),
	leads(
		'An indicator on a line goes before one in the header',
		(order) => order.respond([accept('00010')], { order: { indicators: { rejected: true } } }),
		'Confirmed',
	),
];

/** A rule about an order with an open proposal. */
function then(sentence: string, own: Body, ...status: [string, string?]): Rule {
	return {
		page,
		sentence,
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await proposed(world);
			await order.respond([own]);
			await order.becomes('00010', ...status);
		},
	};
}

const toProposed: readonly Rule[] = [
	then('A proposal that is followed by accepted is Confirmed', accept('00010'), 'Confirmed'),
	then(
		'A proposal that is followed by the values asked for is Confirmed',
		answer('00010'),
		'Confirmed',
	),
	then('A proposal that is followed by rejected is Rejected', reject('00010'), 'Rejected'),
	{
		page,
		sentence: 'A proposal that is followed by another one stays InProgress, with the new values',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await proposed(world);
			const third = [delivery('0001', thirdDate, 12.5)];
			await order.respond([answer('00010', { deliverySchedule: third })]);
			await order.lineHolds('00010', { deliveryScheduleIncludingRequests: third });
			await order.becomes('00010', 'InProgress', 'OpenSupplierProposal');
		},
	},
	{
		page: 'order/buyer/receive/README.md',
		sentence:
			'supplierLine.requests.proposal has the proposed values, the reason and the status Open',
		evidence,
		usedBy: [],
		needs,
		async check(world) {
			const found = await (await proposed(world)).line('00010');
			const proposal = at(found, 'supplierLine.requests.proposal');
			holds('the proposal', proposal, {
				...otherDate,
				reason: 'The mill is late',
				status: 'Open',
			});
			holds('the line', found, {
				...asked,
				deliveryScheduleIncludingRequests: [{ date: secondDate }],
			});
		},
	},
];

const toAgreed: readonly Rule[] = [
	{
		page: 'order/supplier/reopen.md',
		sentence:
			'A Confirmed line whose response has another date is InProgress, as OpenSupplierReopenRequest',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			await order.respond([answer('00010', otherDate)]);
			const found = await order.becomes('00010', 'InProgress', 'OpenSupplierReopenRequest');
			holds('the line', found, {
				...asked,
				deliveryScheduleIncludingRequests: otherDate.deliverySchedule,
			});
			const request = at(found, 'supplierLine.requests.reopenRequest');
			holds('the request', request, { ...otherDate, status: 'Open' });
		},
	},
	{
		page: 'order/supplier/reopen.md',
		sentence: 'A response with the confirmed values withdraws the supplier’s reopen request',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			await order.respond([answer('00010', otherDate)]);
			await order.becomes('00010', 'InProgress', 'OpenSupplierReopenRequest');
			await order.respond([answer('00010')]);
			holds('the line', await order.becomes('00010', 'Confirmed'), asked);
		},
	},
	{
		page,
		sentence: 'A Confirmed line whose response has the confirmed values stays Confirmed',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			const salesOrderNumber = 'SO-88';
			await order.respond([answer('00010', { salesOrderNumber })]);
			await order.lineHolds('00010', { supplierLine: { salesOrderNumber } });
			await order.becomes('00010', 'Confirmed');
		},
	},
	{
		page: 'order/supplier/receive/README.md',
		sentence: 'confirmedLine has what both sides agreed on, also while a change of it is asked for',
		evidence,
		usedBy: [],
		needs,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			await order.lineHolds('00010', { confirmedLine: asked });
			await order.respond([answer('00010', otherDate)]);
			await order.becomes('00010', 'InProgress', 'OpenSupplierReopenRequest');
			await order.lineHolds('00010', { confirmedLine: asked });
		},
	},
	{
		page: 'order/status.md',
		sentence: 'An order is Rejected when the supplier rejects all its lines, and not before',
		evidence,
		usedBy: [parts.statuses],
		needs,
		async check(world) {
			const order = await TestOrder.issued(world, [line('00010'), line('00020')]);
			await order.respond([reject('00010')]);
			await order.becomes('00010', 'Rejected');
			const status = textAt(await order.read(), 'status.processStatus');
			is('the order', status, 'not Rejected', status !== 'Rejected');
			await order.respond([reject('00020')]);
			await order.holds({ status: { processStatus: 'Rejected' } });
		},
	},
	{
		page: 'checklist.md',
		sentence: 'A response changes the lines that it names, and no others',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await TestOrder.issued(world, [line('00010'), line('00020')]);
			const before = await order.line('00020');
			await order.respond([accept('00010')]);
			await order.becomes('00010', 'Confirmed');
			holds('the other line', await order.line('00020'), before);
		},
	},
	{
		page,
		sentence: 'A response does not change a Completed or a Cancelled line',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const lines = [line('00010'), line('00020'), line('00030')];
			const order = await TestOrder.confirmed(world, lines);
			await order.about('indicators', [
				{ position: '00010', indicators: { completed: true } },
				{ position: '00020', indicators: { cancelled: true } },
			]);
			await order.becomes('00010', 'Completed');
			await order.becomes('00020', 'Cancelled');
			const own = ['00010', '00020', '00030'].map((position) => answer(position, otherDate));
			await order.respond(own);
			await order.becomes('00030', 'InProgress', 'OpenSupplierReopenRequest');
			await order.becomes('00010', 'Completed');
			await order.becomes('00020', 'Cancelled');
		},
	},
];

const fields: readonly Rule[] = [
	{
		page: 'order/buyer/receive/README.md',
		sentence: 'What the supplier wrote comes back in supplierOrder and supplierLine',
		evidence,
		usedBy: [parts.order],
		needs,
		async check(world) {
			const header = { description: 'Thank you', notes: ['Gate 2'] };
			const own = {
				salesOrderNumber: 'SO-91',
				salesOrderLinePosition: '3',
				description: 'From stock',
				properties: [{ key: 'Charge', value: '17' }],
			};
			const order = await TestOrder.issued(world);
			await order.respond([{ ...accept('00010'), ...own }], { order: header });
			const found = await order.becomes('00010', 'Confirmed');
			holds('the order', await order.read(), { supplierOrder: header });
			holds('the line', at(found, 'supplierLine'), {
				salesOrderNumber: 'SO-91',
				salesOrderPosition: '3',
				description: 'From stock',
				properties: own.properties,
			});
		},
	},
	{
		page,
		sentence: 'In a delivery of a response, the date or the quantity may be left out',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await TestOrder.issued(world, [line('00010'), line('00020')]);
			await order.respond([
				answer('00010', { deliverySchedule: [delivery('0001', secondDate)], reason: 'So far' }),
				answer('00020', { deliverySchedule: [delivery('0001', undefined, 7)], reason: 'So far' }),
			]);
			await order.becomes('00010', 'InProgress', 'OpenSupplierProposal');
			await order.becomes('00020', 'InProgress', 'OpenSupplierProposal');
		},
	},
	{
		page: 'SDK: api-connector/SendOrderResponse',
		sentence: 'erpRespondedBy is an object with an email',
		evidence: 'sample',
		usedBy,
		needs,
		async check(world) {
			const order = await TestOrder.issued(world);
			const erpRespondedBy = { email: 's.maas@example.com' };
			const beside = { erpResponseDateTime: '2034-01-31T10:00:00', erpRespondedBy };
			await order.respond([accept('00010')], { beside });
			await order.becomes('00010', 'Confirmed');
		},
	},
	{
		page: 'order/buyer/receive/README.md',
		sentence: 'mergedItemDetails has the supplier’s details over those of the buyer',
		evidence,
		usedBy: [],
		needs,
		async check(world) {
			const itemDetails = { countryOfOriginCodeIso2: 'NL', batchNumber: 'B-1' };
			const order = await TestOrder.issued(world, [line('00010', { itemDetails })]);
			const own = { ...accept('00010'), itemDetails: { countryOfOriginCodeIso2: 'DE' } };
			await order.respond([own]);
			const merged = { countryOfOriginCodeIso2: 'DE', batchNumber: 'B-1' };
			await order.lineHolds('00010', { mergedItemDetails: merged });
		},
	},
	{
		page,
		sentence: 'A response to an order that is not there comes to nothing',
		evidence,
		usedBy: [parts.explain],
		needs,
		async check(world) {
			const known = await (await TestOrder.issued(world)).responseBody([accept('00010')]);
			const order = await TestOrder.planned(world);
			const body = {
				...known,
				order: { ...(known.order as Body), purchaseOrderNumber: order.number },
			};
			await world.supplier.post('/api-connector/order-response', body);
			answered('the order', await order.get(), 404);
		},
	},
];

export const responses: readonly Rule[] = [...toIssued, ...toProposed, ...toAgreed, ...fields];
