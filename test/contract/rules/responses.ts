/** Rules: what becomes of a line that nobody has agreed on when the supplier responds. */
import {
	accept,
	answer,
	asked,
	delivery,
	firstDate,
	otherDate,
	otherPrice,
	prices,
	reject,
	secondDate,
	thirdDate,
	type Body,
} from '../bodies';
import { at, holds } from '../look';
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

export const responses: readonly Rule[] = [...toIssued, ...toProposed];
