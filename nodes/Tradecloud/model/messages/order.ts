/** The message by which a buyer sends a new or changed order (manual: order/buyer/issue/README.md, order/buyer/update.md). */
import { listAt, valueAt } from '../order';
import { grouped } from './build';
import { isGiven, isNone, type Finding, type Rule } from './field';
import { message, type Message } from './message';
import { indicatorWords } from './parts';

/**
 * A position is required of a line, and not of a delivery (manual: guide/sending-delivery-schedule). Postman sends
 * noDeliveryExpected with an order as well (manual: api/tools/postman.md); item `description`, `dimensions`, `reason`,
 * `certification`: SDK: SendOrderSingleDelivery/single-delivery-order.json
 *
 * @param deliveries the name of the part that describes them
 */
function orderMessage(deliveries: string, rule: Rule): Message {
	const table = `
	order!
		...purchaseOrderNumber
		...supplierAccountNumber
		destination (Destination)
			code* | identifier | NL-01 | The code of the delivery address in your ERP
			...address*
			...country
			locationType | text | warehouse | What kind of place it is
		...companyId
		buyerParty (Buyer Party)
			...party
		buyerAccountingParty (Buyer Accounting Party)
			...party
		supplierParty (Supplier Party)
			...party
		contact (Contact)
			...contact
		supplierContact (Supplier Contact)
			...email
		terms
			incotermsCode    | text | DAP       | The code of the Incoterms rule
			incoterms        | text | Eindhoven | The place that belongs to the rule
			paymentTermsCode | text | 30D       | Your code of the payment terms
			paymentTerms     | text | 30 days   | The payment terms in words
		orderType | choice | | What kind of order it is
			Forecast | What is expected to be ordered
			Purchase | A purchase order, as when nothing is chosen
			RFQ      | A request for quotation
		(Order)
			...remarks
			...labels
			indicators | indicators | | ${indicatorWords}
				...indicators
				autoConfirm           | Confirm what the supplier proposes without asking the buyer
				cancelLineWhenMissing | Cancel lines that are not in this message. Without lines, all of them.
				noDeliveryExpected
	lines[] | most=500 unique=position
		...position
		item
			(Item)
				number*     | identifier | A-4711          | The number of the item in your ERP
				name*       | text       | Hexagon bolt M8 | What the supplier reads as the name of the item
				revision    | text       | B               | The revision of the item
				description | text       | Zinc plated     | More about the item
			...unit
			...supplierItem
			dimensions[] (Dimension) | | | Measures of the item
				attribute          | text   | length | What is measured
				measure            | number | 40     | How much it is
				unitOfMeasureUnece | text   | MMT    | The unit of the measure
		lineType | choice | | What kind of line it is
			Charge  | A cost such as freight, on a line of its own
			Item    | Goods, as when nothing is chosen
			Service | Labour, a subscription or another service
		...itemDetails
		terms
			contractNumber   | text | C-2027-4 | The number of your framework contract
			contractPosition | text | 10       | The position within that contract
		row              | text       | 1          | What people see as the number of the line, if not its position
		chargeReasonCode | text       | FC         | Why there is a charge: a UNCL7161 code
		projectNumber    | text       | P-2027-8   | The number of your project
		productionNumber | text       | MO-55120   | The number of your production order
		salesOrderNumber | identifier | SO-2027-31 | The number of your sales order
		reason           | text       | New design | Why the line was changed
		...remarks
		...labels
		indicators | indicators | | ${indicatorWords}
			...indicators
			...lineIndicators
		certification (Certification)
			typeCode                  | text | 3.1                  | The code of the certificate
			type                      | text | Material certificate | What certificate is asked for
			classificationSocietyCode | text | LR                   | The code of the classification society
			classificationSociety     | text | Lloyd's Register     | The classification society
		...${deliveries}
		...prices
	erpIssueDateTime      | dateTime | 2027-01-04T09:30:00 | When it was issued in your ERP
	erpLastChangeDateTime | dateTime | 2027-01-05T14:00:00 | When it was changed in your ERP
	erpIssuedBy (ERP Issued By)
		...person
	erpLastChangedBy (ERP Last Changed By)
		...person
	`;
	return message({
		name: 'order',
		key: ['purchaseOrderNumber'],
		lineKey: ['position'],
		table,
		rule,
	});
}

/** Without lines an order can only be cancelled as a whole (manual: order/buyer/cancel.md). */
function* hasLines({ order, lines }: Record<string, unknown>): Generator<Finding> {
	const cancelsAll = valueAt(order, 'indicators', 'cancelLineWhenMissing') === true;
	const says = "is empty, and the indicator 'cancelLineWhenMissing' is not set";
	if (isNone(lines) && !cancelsAll) yield { path: ['lines'], says };
}

const mostDeliveries = 100;

/** manual: order/buyer/issue/delivery-schedule.md */
function* hasFewSplits(body: Record<string, unknown>): Generator<Finding> {
	yield* hasLines(body);
	const split = listAt(body, 'lines').filter((line) => isGiven(valueAt(line, 'originalPosition')));
	for (const [position, same] of grouped(split, (line) => valueAt(line, 'originalPosition'))) {
		const { length } = same;
		const says = `has ${length} lines split from '${String(position)}', and Tradecloud takes at most ${mostDeliveries}`;
		if (length > mostDeliveries) yield { path: ['lines'], says };
	}
}

/** With several deliveries a line (manual: order/buyer/issue/delivery-schedule.md, order/buyer/update.md). */
export const order = orderMessage('severalDeliveries', hasLines);

/** With one delivery a line. */
export const singleDeliveryOrder = orderMessage('oneDelivery', hasFewSplits);
