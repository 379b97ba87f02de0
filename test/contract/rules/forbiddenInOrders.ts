/** Rules: what an order, or a message about one, may not have. */
import * as messages from '../messages';
import type { Rule } from '../rule';
import { dates, files, forbids, lists, times } from '../forbids';

const rules = 'api/rules.md';
const standards = 'api/standards.md';
export const forbiddenInOrders: readonly Rule[] = [
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
