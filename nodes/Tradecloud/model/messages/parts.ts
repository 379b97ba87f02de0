/** Parts that several messages have in common. */
import { deliveryStatuses } from '../statuses';
import { choice, fields, isGiven, list, object, type Field, type Finding } from './field';
import { prefixed } from './titles';

/** Tradecloud's limit for lines (manual: api/rules.md). */
export const mostLines = 500;

/** manual: order/buyer/issue/README.md, order/supplier/send-order-response/README.md, forecast/issue.md */
export const {
	companyId,
	purchaseOrderNumber,
	supplierAccountNumber,
	buyerAccountNumber,
	position,
} = fields(`
		companyId              | identifier | f56aa4ce-8ec8-5197-bc26-77716a58add7 | The Tradecloud ID of your company. Needed only when your user is authorized for several.
		purchaseOrderNumber!   | identifier | PO123456 | The number that the buyer gave to the order
		supplierAccountNumber! | identifier | S-10010  | The number of the supplier in the ERP of the buyer
		buyerAccountNumber!    | identifier | B-20001  | The number of the buyer in the ERP of the supplier
		position!              | identifier | 10       | The number of the line within the order
	`);

/** manual: order/buyer/issue/README.md (units are passed as they are) */
export const unit = fields(`
	purchaseUnitOfMeasureIso* | text | PCE | The unit in which the item is bought, as the buyer writes it
`);
export const supplierItem = fields(`
	supplierItemNumber | text | 883-M8 | The number of the item at the supplier. Wholesalers need it.
`);

/** Who works for a company (manual: order/buyer/issue/README.md, api/rules.md). */
export const contact = fields(`
	email    | identifier | j.jansen@example.com | The email address of a user who is active in Tradecloud
	userName | identifier | jjansen              | The name of that user in the ERP
`);

/** Who did something in the ERP: an object (SDK: SendOrder/order.json). */
export function personOf(prefix: string): Field {
	const person = fields(`
		email    | text | j.jansen@example.com | The email address of the person in the ERP
		userName | text | jjansen              | The user name of the person in the ERP
	`);
	return object(prefixed(prefix, person));
}

/** manual: order/buyer/issue/attach-document-api.md */
const document = fields(`
	code*         | text       | DRW-4711           | Its number in your ERP. A document with the same code is replaced.
	name*         | text       | Drawing A-4711.pdf | What people read as its name
	objectId* = ID | identifier | 5f0e3c1a-6d2b-4f7e-9a10-3c5d7e9f1b24 | The 'id' from the operation 'Upload' of the resource 'Document'
	revision      | text       | B                  | Which revision it is
	description   | text       | With tolerances    | What the document is about
	type          | text       | General            | What kind of document it is
	url           | text       | https://example.com/drawing.pdf | Where it is, if not in Tradecloud
`);
export const documents = list(object(prefixed('Document', document)), {
	description: 'Uploaded documents, links, or only what is known of documents',
});

const property = fields(`
	key   | text | Department | The name of a field of your own
	value | text | Assembly   | What the field holds
`);

/** manual: order/buyer/issue/README.md, order/supplier/send-order-response/README.md */
export const remarks = {
	...fields(`
		description | text   | For the new assembly line | Any text about it
		notes       | [text] | Call before delivery      | A note
	`),
	properties: list(object(prefixed('Property', property)), {
		description: 'Fields of your own, each with a name and a value',
	}),
	documents,
};
/** manual: order/buyer/issue/README.md */
export const labels = fields(`labels | [text] | Certificate | A label for a value-added service`);

/** manual: order/buyer/issue/README.md, order/supplier/send-order-response/README.md */
export const itemDetails = object(
	fields(`
		countryOfOriginCodeIso2   | country | NL         | Where it is made: two-letter ISO 3166 code
		combinedNomenclatureCode  | text    | 7318 15 88 | Its code in the customs tariff of the EU
		netWeight                 | number  | 0.012      | The net weight of one item
		netWeightUnitOfMeasureIso | text    | KGM        | The unit of the net weight; required with it
		dangerousGoodsCodeUnece   | text    | 1263       | The UN number of dangerous goods
		serialNumber              | text    | SN-000172  | The serial number of the item
		batchNumber               | text    | B-2027-04  | The number of the batch or lot
	`),
	{ rule: weightHasUnit },
);

function* weightHasUnit(details: Record<string, unknown>): Generator<Finding> {
	if (isGiven(details.netWeight) && !isGiven(details.netWeightUnitOfMeasureIso)) {
		yield { path: ['netWeightUnitOfMeasureIso'], says: 'is missing beside netWeight' };
	}
}

/** A new delivery of a supplier has no position (manual: api/delivery-schedule.md). */
export const delivery = fields(`
	position* = deliveryPosition: Delivery Position | identifier | 1 | The number of the delivery within the line
	date* = Delivery Date                           | date       | 2027-01-31 | In the form yyyy-MM-dd
	quantity*                                       | number     | 1000 | How much, in the purchase unit of measure
`);
/** manual: order/buyer/issue/delivery-schedule.md, order/status.md */
export const scheduled = {
	date: delivery.date,
	quantity: delivery.quantity,
	status: choice('How far the delivery is', deliveryStatuses, {
		name: 'deliveryStatus',
		title: 'Delivery Status',
	}),
	...fields(`transportMode | text | Road transport | How the goods travel`),
};
/** What was received (manual: order/buyer/update.md). */
export const received = prefixed(
	'Received',
	fields(`
		position | identifier | 1          | The number of the delivery among those received
		date     | date       | 2027-01-31 | When it arrived, in the form yyyy-MM-dd
		quantity | number     | 1000       | How much arrived, in the purchase unit of measure
	`),
);

const netPrice = fields(`
	value!* = price: Net Price | number   | 0.25 | After discounts, for the price unit quantity
	currencyIso!*              | currency | EUR  | Three-letter ISO 4217 code
`);
const grossPrice = fields(`
	value! = grossPrice: Gross Price                          | number   | 0.3 | Before the discount
	currencyIso! = grossPriceCurrencyIso: Gross Price Currency | currency | EUR | Three-letter ISO 4217 code
`);
const basePrice = fields(`
	value!       | number   | 0.27 | The same price in your own currency
	currencyIso! | currency | USD  | Three-letter ISO 4217 code
`);

/** At least in the transaction currency. */
function priceOf(title: string, price: Record<string, Field>): Field {
	return object({
		priceInTransactionCurrency: object(price, { required: true }),
		priceInBaseCurrency: object(prefixed(`${title} Base`, basePrice)),
	});
}

/** manual: order/buyer/issue/README.md, order/supplier/send-order-response/README.md */
export const prices = object({
	netPrice: priceOf('Net Price', netPrice),
	...fields(`
		priceUnitOfMeasureIso* | text   | PCE | The unit of the price, as the buyer writes it
		priceUnitQuantity*     | number | 1   | The number of units that the price is for
		discountPercentage     | number | 10  | Together with the gross price
	`),
	grossPrice: priceOf('Gross Price', grossPrice),
});
