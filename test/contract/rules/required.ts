/** Rules: what each message must have, and that it is taken with it. */
import { changed } from '../bodies';
import { answered, refused } from '../look';
import * as messages from '../messages';
import { post, type Message } from '../messages';
import { parts } from '../parts';
import type { Evidence, Rule, Spoilt } from '../rule';

const documented: Evidence = { evidence: 'documented' };
const guess: Evidence = {
	evidence: 'guess',
	ifWrong:
		'The node asks for it before it sends anything: who wants to leave it out is told which field is missing.',
};

/** A rule that the sample body of a message is taken. */
function taken(page: Rule['page'], message: Message, file: string): Rule {
	return {
		page,
		sentence: `The sample of ${message.name}, which the rules below spoil, is taken`,
		evidence: 'documented',
		usedBy: [file],
		needs: message.needs,
		async check(world) {
			const reply = await post(world, message, await message.body(world));
			answered(message.name, reply, 200, 202);
		},
	};
}

/** A rule that a message is refused without any of these fields. */
function requires(
	page: Rule['page'],
	message: Message,
	file: string,
	fields: readonly string[],
	sure: Evidence,
): Rule {
	const spoilt: Spoilt[] = fields.map((field) => [field, undefined]);
	const names = fields.map((field) => field.replaceAll('.0', '[]')).join(', ');
	return {
		page,
		sentence: `${capital(message.name)} is refused without ${names}`,
		...sure,
		usedBy: [file],
		needs: message.needs,
		spoils: { message, spoilt },
		async check(world) {
			for (const [field] of spoilt) {
				const body = changed(await message.body(world), field, undefined);
				refused(`${message.name} without ${field}`, await post(world, message, body));
			}
		},
	};
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const issue = 'order/buyer/issue/README.md';
const respond = 'order/supplier/send-order-response/README.md';
const despatch = 'shipment/supplier/send-despatch-advice.md';
const goods = 'order/buyer/receive-goods.md';

export const required: readonly Rule[] = [
	taken(issue, messages.order, parts.orderMessage),
	taken(issue, messages.singleOrder, parts.orderMessage),
	taken('order/buyer/issue/indicators.md', messages.indicators, parts.orderUpdates),
	taken(goods, messages.deliveries, parts.orderUpdates),
	taken(goods, messages.deliveryHistory, parts.orderUpdates),
	taken('order/buyer/issue/attach-document-api.md', messages.documents, parts.orderUpdates),
	taken(respond, messages.response, parts.orderResponse),
	taken(despatch, messages.despatchAdvice, parts.despatchAdvice),
	taken('forecast/issue.md', messages.forecast, parts.forecast),
	taken('forecast/slimstock.md', messages.slimstock, parts.forecast),
	requires(issue, messages.order, parts.orderMessage, ['lines.0.position'], documented),
	requires(
		issue,
		messages.order,
		parts.orderMessage,
		['order.supplierAccountNumber', 'order.purchaseOrderNumber'],
		guess,
	),
	requires(
		issue,
		messages.order,
		parts.orderMessage,
		['lines.0.itemDetails.netWeightUnitOfMeasureIso'],
		documented,
	),
	requires(
		respond,
		messages.response,
		parts.orderResponse,
		[
			'order.buyerAccountNumber',
			'order.purchaseOrderNumber',
			'lines',
			'lines.0.purchaseOrderLinePosition',
			'lines.0.prices.netPrice.priceInTransactionCurrency',
		],
		documented,
	),
	requires(
		despatch,
		messages.despatchAdvice,
		parts.despatchAdvice,
		['header.shipment.departure.location.id'],
		documented,
	),
	requires(
		despatch,
		messages.despatchAdvice,
		parts.despatchAdvice,
		[
			'header.buyerAccountNumber',
			'header.despatchAdviceNumber',
			'header.shipment.shipmentNumber',
			'lines.0.despatchAdviceLinePosition',
			'lines.0.purchaseOrderNumber',
			'lines.0.purchaseOrderLinePosition',
			'lines.0.despatchQuantity',
		],
		guess,
	),
	requires(
		'forecast/issue.md',
		messages.forecast,
		parts.forecast,
		['header.forecastNumber', 'lines.0.item.buyerItemNumber', 'lines.0.item.buyerItemName'],
		documented,
	),
	requires(
		'forecast/slimstock.md',
		messages.slimstock,
		parts.forecast,
		['header.forecastNumber', 'lines.0.buyerItemNumber', 'lines.0.buyerItemName'],
		documented,
	),
	requires(
		goods,
		messages.deliveries,
		parts.orderUpdates,
		['order.purchaseOrderNumber', 'lines.0.position'],
		guess,
	),
];
