/** Rules: what a message may not have. The manual forbids it; that it is answered 400 is a guess. */
import { changed, delivery, type Body } from '../bodies';
import { refused } from '../look';
import * as messages from '../messages';
import { post, type Message } from '../messages';
import { parts } from '../parts';
import type { Rule } from '../rule';

/** A field, and what may not lie there. */
type Spoilt = readonly [field: string, value: unknown];

/** A rule that each of these is refused. */
function forbids(
	page: Rule['page'],
	message: Message,
	what: string,
	spoilt: readonly Spoilt[],
	ifWrong = 'Nothing: the node refuses it before it sends anything, as the page forbids it.',
): Rule {
	return {
		page,
		sentence: `In ${message.name}, ${what}`,
		evidence: 'guess',
		ifWrong,
		usedBy: [parts.shape],
		needs: message.needs,
		async check(world) {
			for (const [field, value] of spoilt) {
				const body = changed(await message.body(world), field, value);
				refused(`${field}: ${nameOf(value)}`, await post(world, message, body));
			}
		},
	};
}

function nameOf(value: unknown): string {
	return Array.isArray(value) ? `${value.length} elements` : JSON.stringify(value);
}

function times(count: number, make: (position: string) => Body): Body[] {
	return Array.from({ length: count }, (_, index) => make(String(index + 1)));
}

const rules = 'api/rules.md';
const standards = 'api/standards.md';
const lists = times(101, (position) => delivery(position, '2034-03-06', 1));
const files = times(101, (position) => ({ code: `N8NTEST-${position}` }));
const dates = ['2034-02-30', '06-03-2034', '6 March 2034', '2034-03-06T08:00:00', 20340306];

const inOrders: readonly Rule[] = [
	forbids(rules, messages.order, 'white space in an identifier is refused', [
		['order.purchaseOrderNumber', 'N8NTEST- 1'],
		['order.supplierAccountNumber', 'N8NTEST 1'],
		['order.destination.code', 'N8NTEST 1'],
		['lines.0.position', '000 10'],
		['lines.0.position', '00010\t'],
		['lines.0.item.number', 'N8NTEST 1'],
		['lines.0.deliverySchedule.0.position', '00 01'],
	]),
	forbids(
		'SDK: api-connector/SendOrder',
		messages.order,
		'a number in place of a text is refused as an identifier',
		[
			['order.supplierAccountNumber', 4711],
			['lines.0.position', 10],
			['lines.0.item.number', 204],
			['lines.0.deliverySchedule.0.position', 1],
		],
	),
	forbids('order/line-type.md', messages.order, 'a lineType that is none of the three is refused', [
		['lines.0.lineType', 'Freight'],
		['lines.0.lineType', 'item'],
	]),
	forbids(
		'order/buyer/issue/README.md',
		messages.order,
		'an orderType that is none of the three is refused',
		[['order.orderType', 'Sale']],
	),
	forbids(
		'order/status.md',
		messages.order,
		'a logistics status of a delivery that is none of the five is refused',
		[
			['lines.0.deliverySchedule.0.status', 'Ready'],
			['lines.0.deliverySchedule.0.status', 'Cancelled'],
		],
	),
	forbids(
		standards,
		messages.order,
		'a date of another form, or that no calendar has, is refused',
		dates.map((date) => ['lines.0.deliverySchedule.0.date', date]),
	),
	forbids(standards, messages.order, 'a local time of another form is refused', [
		['erpIssueDateTime', '2034-01-31'],
		['erpIssueDateTime', '31-01-2034 08:15'],
	]),
	forbids(
		'order/buyer/issue/delivery-schedule.md',
		messages.order,
		'a quantity or price that is a text is refused',
		[
			['lines.0.deliverySchedule.0.quantity', '12,5'],
			['lines.0.prices.netPrice.priceInTransactionCurrency.value', 'on request'],
		],
	),
	forbids(
		'order/buyer/issue/README.md',
		messages.order,
		'a currency that is not a code of three letters is refused',
		[['lines.0.prices.netPrice.priceInTransactionCurrency.currencyIso', 'Euro']],
	),
	forbids(rules, messages.order, 'a list of more than 100 elements is refused', [
		['lines.0.deliverySchedule', lists],
		['lines.0.deliveryHistory', lists],
		['lines.0.documents', files],
		['order.documents', files],
	]),
	forbids(rules, messages.order, 'more than 500 lines are refused', [
		['lines', times(501, (position) => ({ position }))],
	]),
	forbids(
		'order/buyer/issue/README.md',
		messages.order,
		'a position that two lines have is refused',
		[['lines', times(2, () => ({ position: '00010' }))]],
		'Tradecloud takes one of the two lines, which an order that is fetched shows.',
	),
	forbids(
		'order/buyer/issue/indicators.md',
		messages.indicators,
		'an indicator that is neither true nor false is refused',
		[
			['lines.0.indicators.shipped', 'yes'],
			['lines.0.indicators.shipped', 1],
		],
	),
];

const inOthers: readonly Rule[] = [
	forbids(
		'order/buyer/receive-goods.md',
		messages.deliveries,
		'a date of another form is refused',
		dates.map((date) => ['lines.0.deliveries.0.date', date]),
	),
	forbids(rules, messages.deliveryHistory, 'more than 100 deliveries are refused', [
		['lines.0.deliveryHistory', lists],
	]),
	forbids(rules, messages.documents, 'more than 100 documents are refused', [
		['order.documents', files],
		['lines.0.documents', files],
	]),
	forbids(
		'order/supplier/send-order-response/README.md',
		messages.response,
		'a line that accepts and rejects at once, or says nothing, is refused',
		[
			[
				'lines.0',
				{ purchaseOrderLinePosition: '00010', indicators: { accepted: true, rejected: true } },
			],
			['lines.0', { purchaseOrderLinePosition: '00010' }],
			['lines', []],
		],
	),
	forbids(
		standards,
		messages.response,
		'a date of another form is refused',
		dates.map((date) => ['lines.0.deliverySchedule.0.date', date]),
	),
	forbids(
		'shipment/supplier/send-despatch-advice.md',
		messages.despatchAdvice,
		'white space in the shipment number is refused',
		[['header.shipment.shipmentNumber', 'N8NTEST- 1']],
	),
	forbids(
		'shipment/supplier/send-despatch-advice.md',
		messages.despatchAdvice,
		'a locationType that is none of the five is refused',
		[['header.shipment.departure.location.locationType', 'Warehouse']],
	),
	forbids(rules, messages.despatchAdvice, 'more than 500 lines are refused', [
		[
			'lines',
			times(501, (despatchAdviceLinePosition) => ({
				despatchAdviceLinePosition,
				purchaseOrderNumber: 'N8NTEST-1',
				purchaseOrderLinePosition: '00010',
				despatchQuantity: 1,
			})),
		],
	]),
	forbids('forecast/issue.md', messages.forecast, 'white space in the forecast number is refused', [
		['header.forecastNumber', 'N8NTEST- 1'],
	]),
	forbids(
		'forecast/issue.md',
		messages.forecast,
		'a period with a date of another form is refused',
		dates.map((date) => ['lines.0.schedule.0.startDate', date]),
	),
	forbids('forecast/slimstock.md', messages.slimstock, 'a demand that is a text is refused', [
		['lines.0.M0', 'none'],
	]),
];

export const forbidden: readonly Rule[] = [...inOrders, ...inOthers];
