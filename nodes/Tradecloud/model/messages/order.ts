/** The message by which a buyer sends a new or changed order (manual: order/buyer/issue/README.md, order/buyer/update.md). */
import { valueAt } from '../order';
import { optionsOf } from '../statuses';
import { choice, fields, isGiven, list, misplaced, object, required } from './field';
import type { Fields, Finding, Rule } from './field';
import { inOrder, inOrderLine } from './indicators';
import { message, type Message } from './message';
import * as parts from './parts';
import { destination, partyOf } from './places';
import { prefixed } from './titles';

const orderTypes = optionsOf({
	Forecast: 'What is expected to be ordered',
	Purchase: 'A purchase order, as when nothing is chosen',
	RFQ: 'A request for quotation',
});

const header = object({
	purchaseOrderNumber: parts.purchaseOrderNumber,
	supplierAccountNumber: parts.supplierAccountNumber,
	destination,
	companyId: parts.companyId,
	buyerParty: partyOf('Buyer Party'),
	buyerAccountingParty: partyOf('Buyer Accounting Party'),
	supplierParty: partyOf('Supplier Party'),
	contact: object(prefixed('Contact', parts.contact)),
	supplierContact: object(prefixed('Supplier Contact', { email: parts.contact.email })),
	terms: object(
		fields(`
			incotermsCode    | text | DAP       | The code of the Incoterms rule
			incoterms        | text | Eindhoven | The place that belongs to the rule
			paymentTermsCode | text | 30D       | Your code of the payment terms
			paymentTerms     | text | 30 days   | The payment terms in words
		`),
	),
	orderType: choice('What kind of order it is', orderTypes),
	...prefixed('Order', { ...parts.remarks, ...parts.labels, indicators: inOrder }),
});

/** manual: order/line-type.md */
const lineTypes = optionsOf({
	Charge: 'A cost such as freight, on a line of its own',
	Item: 'Goods, as when nothing is chosen',
	Service: 'Labour, a subscription or another service',
});

const ofItem = fields(`
	number*     | identifier | A-4711          | The number of the item in your ERP
	name*       | text       | Hexagon bolt M8 | What the supplier reads as the name of the item
	revision    | text       | B               | The revision of the item
	description | text       | Zinc plated     | More about the item
`);
const dimension = fields(`
	attribute           | text   | length | What is measured
	measure             | number | 40     | How much it is
	unitOfMeasureUnece  | text   | MMT    | The unit of the measure
`);

/** Item `description`, `dimensions`, `reason`, `certification`: SDK: SendOrderSingleDelivery/single-delivery-order.json */
const line: Fields = {
	position: parts.position,
	item: object({
		...prefixed('Item', ofItem),
		...parts.unit,
		...parts.supplierItem,
		dimensions: list(object(prefixed('Dimension', dimension)), {
			description: 'Measures of the item',
		}),
	}),
	lineType: choice('What kind of line it is', lineTypes),
	itemDetails: parts.itemDetails,
	terms: object(
		fields(`
			contractNumber   | text | C-2027-4 | The number of your framework contract
			contractPosition | text | 10       | The position within that contract
		`),
	),
	...fields(`
		row              | text       | 1          | What people see as the number of the line, if not its position
		chargeReasonCode | text       | FC         | Why there is a charge: a UNCL7161 code
		projectNumber    | text       | P-2027-8   | The number of your project
		productionNumber | text       | MO-55120   | The number of your production order
		salesOrderNumber | identifier | SO-2027-31 | The number of your sales order
		reason           | text       | New design | Why the line was changed
	`),
	...parts.remarks,
	...parts.labels,
	indicators: inOrderLine,
	certification: object(
		prefixed(
			'Certification',
			fields(`
				typeCode                  | text | 3.1                  | The code of the certificate
				type                      | text | Material certificate | What certificate is asked for
				classificationSocietyCode | text | LR                   | The code of the classification society
				classificationSociety     | text | Lloyd's Register     | The classification society
			`),
		),
	),
};

/** A position is required of a line, and not of a delivery (manual: guide/sending-delivery-schedule). */
function orderMessage(deliveries: Fields, rule: Rule): Message {
	return message({
		name: 'order',
		key: ['purchaseOrderNumber'],
		lineKey: ['position'],
		shape: object(
			{
				order: required(header),
				lines: list(object({ ...line, ...deliveries, prices: parts.prices }), {
					most: parts.mostLines,
					key: 'position',
				}),
				...fields(`
					erpIssueDateTime      | dateTime | 2027-01-04T09:30:00 | When it was issued in your ERP
					erpLastChangeDateTime | dateTime | 2027-01-05T14:00:00 | When it was changed in your ERP
				`),
				erpIssuedBy: parts.personOf('ERP Issued By'),
				erpLastChangedBy: parts.personOf('ERP Last Changed By'),
			},
			{ rule },
		),
	});
}

/** Without lines an order can only be cancelled as a whole (manual: order/buyer/cancel.md). */
function* hasLines({ order, lines }: Record<string, unknown>): Generator<Finding> {
	const isNone = !isGiven(lines) || (Array.isArray(lines) && lines.length === 0);
	if (isNone && valueAt(order, 'indicators', 'cancelLineWhenMissing') !== true) {
		yield {
			path: ['lines'],
			says: "is empty, and the indicator 'cancelLineWhenMissing' is not set",
		};
	}
}

/** manual: order/buyer/issue/delivery-schedule.md */
function* hasFewSplits({ lines }: Record<string, unknown>): Generator<Finding> {
	const counts = new Map<unknown, number>();
	for (const line of Array.isArray(lines) ? lines : []) {
		const position = valueAt(line, 'originalPosition');
		if (isGiven(position)) counts.set(position, (counts.get(position) ?? 0) + 1);
	}
	for (const [position, count] of counts) {
		if (count <= mostDeliveries) continue;
		const says = `has ${count} lines split from '${String(position)}', and Tradecloud takes at most ${mostDeliveries}`;
		yield { path: ['lines'], says };
	}
}

const mostDeliveries = 100;

/** With several deliveries a line (manual: order/buyer/issue/delivery-schedule.md, order/buyer/update.md). */
export const order: Message = orderMessage(
	{
		deliverySchedule: list(object({ position: parts.delivery.position, ...parts.scheduled }), {
			key: 'position',
			perRow: true,
		}),
		deliveryHistory: list(object(parts.received), { perRow: true }),
		scheduledDelivery: misplaced('deliverySchedule'),
		actualDelivery: misplaced('deliveryHistory'),
		originalPosition: misplaced('deliverySchedule'),
	},
	hasLines,
);

/** With one delivery a line. */
export const singleDeliveryOrder: Message = orderMessage(
	{
		scheduledDelivery: object(parts.scheduled),
		actualDelivery: object({ date: parts.received.date, quantity: parts.received.quantity }),
		...fields(`
		originalPosition | identifier | 10 | The position of the line from which this one was split
	`),
		deliverySchedule: misplaced('scheduledDelivery'),
		deliveryHistory: misplaced('actualDelivery'),
	},
	function* (body) {
		yield* hasLines(body);
		yield* hasFewSplits(body);
	},
);
