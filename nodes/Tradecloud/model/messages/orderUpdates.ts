/** The messages by which a buyer tells what became of an order: indicators, deliveries, documents. */
import { valueAt } from '../order';
import { isGiven, isNone, type Finding, type Rule } from './field';
import { message, type Message } from './message';
import { indicatorWords } from './parts';

function update(table: string, rule?: Rule): Message {
	const [key, lineKey] = [['purchaseOrderNumber'], ['position']];
	return message({ name: 'order', key, lineKey, linesOptional: !!rule, table, rule });
}

/** Either the order has it, or there are lines. */
function eitherHas(field: string): Rule {
	return function* ({ order, lines }): Generator<Finding> {
		if (isGiven(valueAt(order, field)) || !isNone(lines)) return;
		yield { path: ['order', field], says: 'is missing, and there are no lines' };
	};
}

/**
 * An indicator on the order touches all lines, one on a line overrules it; what only an order can hold is known, and
 * not offered (manual: order/buyer/issue/indicators.md). `companyId`: SDK: SendOrderIndicatorsCsvBatch/order-indicators.json
 */
export const indicators = update(
	`
	order!
		...purchaseOrderNumber
		(Order)
			indicators* | indicators | shipped | ${indicatorWords}
				...indicators
				autoConfirm
				cancelLineWhenMissing
				noDeliveryExpected
		...companyId
	lines[] | most=500 unique=position
		...position
		indicators!* | indicators | delivered | ${indicatorWords}
			...indicators
			noDeliveryExpected
			proposeWhenAccepted
	`,
	eitherHas('indicators'),
);

/**
 * Date and quantity are what it is matched by with the schedule (manual: order/buyer/receive-goods.md). ERP fields:
 * SDK: SendOrderDeliveries/order-deliveries.json
 */
const deliveriesTable = (key: string) => `
	order!
		...purchaseOrderNumber
		...companyId
	lines[]! | least=1 most=500 unique=position
		...position
		${key}[]! | perRow
			position* = deliveryPosition: Delivery Position | identifier | 1 | The number of the delivery among those received
			date! = Delivery Date | date   | 2027-01-31 | When it arrived, in the form yyyy-MM-dd
			quantity!             | number | 1000       | How much arrived, in the purchase unit of measure
	erpLastChangeDateTime | dateTime | 2027-01-31T14:00:00 | When it was changed in your ERP
	erpLastChangedBy (ERP Last Changed By)
		...person
`;

export const deliveries = update(deliveriesTable('deliveries'));
/** An empty list clears a line; a missing one might be a slip (manual: order/buyer/receive-goods.md). */
export const deliveryHistory = update(deliveriesTable('deliveryHistory'));

/** Of a document nothing is required (manual: order/buyer/issue/attach-document-api.md). */
export const orderDocuments = update(
	`
	order!
		...purchaseOrderNumber
		(Order)
			...documents*
		supplierAccountNumber | identifier | S-10010 | The number of the supplier in the ERP of the buyer
		...companyId
	lines[] | most=500 unique=position
		...position
		...documents!*
	`,
	eitherHas('documents'),
);
