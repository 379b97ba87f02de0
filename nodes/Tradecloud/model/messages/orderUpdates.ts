/** The messages by which a buyer tells what became of an order: indicators, deliveries, documents. */
import { valueAt } from '../order';
import { common, fields, isGiven, list, object, required } from './field';
import type { Fields, ListField, Rule } from './field';
import { lineIndicators, orderIndicators } from './indicators';
import { message, type Message } from './message';
import * as parts from './parts';
import { prefixed } from './titles';

interface Update {
	order?: Fields;
	line: Fields;
	lines?: Partial<ListField>;
	more?: Fields;
	rule?: Rule;
}

/** `companyId`: SDK: SendOrderIndicatorsCsvBatch/order-indicators.json */
function update({ order, line, lines, more, rule }: Update): Message {
	const { purchaseOrderNumber, companyId, position } = parts;
	return message({
		name: 'order',
		key: ['purchaseOrderNumber'],
		lineKey: ['position'],
		linesOptional: !lines?.required,
		shape: object(
			{
				order: required(object({ purchaseOrderNumber, ...order, companyId })),
				lines: list(object({ position, ...line }), {
					most: parts.mostLines,
					key: 'position',
					...lines,
				}),
				...more,
			},
			{ rule },
		),
	});
}

/** Either the order has it, or there are lines. */
function eitherHas(field: string): Rule {
	return function* ({ order, lines }) {
		if (isGiven(valueAt(order, field)) || (Array.isArray(lines) && lines.length > 0)) return;
		yield { path: ['order', field], says: 'is missing, and there are no lines' };
	};
}

/** An indicator on the order touches all lines, one on a line overrules it (manual: order/buyer/issue/indicators.md). */
export const indicators = update({
	order: orderIndicators,
	line: { indicators: lineIndicators },
	rule: eitherHas('indicators'),
});

/** Date and quantity are what it is matched by with the schedule (manual: order/buyer/receive-goods.md). */
const delivery = fields(`
	position* = deliveryPosition: Delivery Position | identifier | 1          | The number of the delivery among those received
	date! = Delivery Date                           | date       | 2027-01-31 | When it arrived, in the form yyyy-MM-dd
	quantity!                                       | number     | 1000       | How much arrived, in the purchase unit of measure
`);

/** ERP fields: SDK: SendOrderDeliveries/order-deliveries.json */
function deliveriesMessage(field: 'deliveries' | 'deliveryHistory'): Message {
	return update({
		line: { [field]: list(object(delivery), { perRow: true, required: true }) },
		lines: { required: true, least: 1 },
		more: {
			...fields(`
				erpLastChangeDateTime | dateTime | 2027-01-31T14:00:00 | When it was changed in your ERP
			`),
			erpLastChangedBy: parts.personOf('ERP Last Changed By'),
		},
	});
}

export const deliveries = deliveriesMessage('deliveries');
/** An empty list clears a line; a missing one might be a slip (manual: order/buyer/receive-goods.md). */
export const deliveryHistory = deliveriesMessage('deliveryHistory');

/** Of a document nothing is required (manual: order/buyer/issue/attach-document-api.md). */
export const orderDocuments = update({
	order: {
		...prefixed('Order', { documents: common(parts.documents) }),
		supplierAccountNumber: { ...parts.supplierAccountNumber, required: false },
	},
	line: { documents: required(common(parts.documents)) },
	rule: eitherHas('documents'),
});
