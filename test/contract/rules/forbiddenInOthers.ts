/** Rules: what other messages may not have. */
import * as messages from '../messages';
import type { Rule } from '../rule';
import { dates, files, forbids, lists, times } from '../forbids';

const rules = 'api/rules.md';
const standards = 'api/standards.md';
export const forbiddenInOthers: readonly Rule[] = [
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
		'a line that are both accepted and rejected, or says nothing, is refused',
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
