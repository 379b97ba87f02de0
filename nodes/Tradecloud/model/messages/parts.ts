/** What several messages have in common, each part below its name. */

/** Three years, of which the first is shown at the top. */
const months = Array.from({ length: 36 }, (_month, index) => {
	const when = index === 0 ? 'in the month of the start date' : `${index} months after it`;
	const head = `M${index}${index < 12 ? '*' : ''} = Quantity M${index}`;
	return `${head} | number | ${['500', '250'][index] ?? ''} | How much you expect to order ${when}`;
});

/**
 * manual: order/buyer/issue/README.md, order/supplier/send-order-response/README.md, order/status.md,
 * api/delivery-schedule.md, shipment/supplier/send-despatch-advice.md, forecast/issue.md, forecast/slimstock.md; who
 * did something in the ERP, and `locationType` of a destination: SDK: SendOrder/order.json. Units are passed as they
 * are (api/standards.md); a new delivery of a supplier has no position; at least the price in the transaction
 * currency is demanded.
 */
export const parts = `
	companyId
		companyId | identifier | f56aa4ce-8ec8-5197-bc26-77716a58add7 | The Tradecloud ID of your company. Needed only when your user is authorized for several.
	purchaseOrderNumber
		purchaseOrderNumber! | identifier | PO123456 | The number that the buyer gave to the order
	supplierAccountNumber
		supplierAccountNumber! | identifier | S-10010 | The number of the supplier in the ERP of the buyer
	buyerAccountNumber
		buyerAccountNumber! | identifier | B-20001 | The number of the buyer in the ERP of the supplier
	position
		position! | identifier | 10 | The number of the line within the order
	unit
		purchaseUnitOfMeasureIso* | text repeats | PCE | The unit in which the item is bought, as the buyer writes it, such as PCE (piece), KGM (kilogram), MTR (metre) or LTR (litre)
	supplierItem
		supplierItemNumber | text | 883-M8 | The number of the item at the supplier. Wholesalers need it.
	email
		email | identifier | j.jansen@example.com | The email address of a user who is active in Tradecloud
	contact
		...email
		userName | identifier | jjansen              | The name of that user in the ERP
	person
		email    | text | j.jansen@example.com | The email address of the person in the ERP
		userName | text | jjansen              | The user name of the person in the ERP
	documents
		documents[] (Document) | | | Uploaded documents, links, or only what is known of documents
			code*          | text       | DRW-4711           | Its number in your ERP. A document with the same code is replaced.
			name*          | text       | Drawing A-4711.pdf | What people read as its name
			objectId* = ID | identifier | 5f0e3c1a-6d2b-4f7e-9a10-3c5d7e9f1b24 | The 'id' from the operation 'Upload' of the resource 'Document'
			revision       | text       | B                  | Which revision it is
			description    | text       | With tolerances    | What the document is about
			type           | text       | General            | What kind of document it is
			url            | text       | https://example.com/drawing.pdf | Where it is, if not in Tradecloud
	remarks
		description | text   | For the new assembly line | Any text about it
		notes       | [text] | Call before delivery      | A note
		properties[] (Property) | | | Fields of your own, each with a name and a value
			key   | text | Department | The name of a field of your own
			value | text | Assembly   | What the field holds
		...documents
	labels
		labels | [text] | Certificate | A label for a value-added service
	address
		names           | [text]  | Warehouse 1     | Who is found there
		addressLines    | [text]  | Industrieweg 12 | Street and house number
		postalCode      | text    | 5600 AA         | The postal code
		city            | text    | Eindhoven       | The city
		countryCodeIso2 | country | NL              | Two-letter ISO 3166 code
	identity
		id       | identifier | 8712345000004 | Identifies it, such as a GLN
		idScheme | text       | GLN           | What kind of identifier it is
	country
		countryName | text | The Netherlands | The country in words
	party
		...identity
		...address
		...country
	location
		location
			locationType | choice | | What kind of place it is, as in Incoterms 2020
				AgreedPlace        | With EXW and FCA
				FinalDestination   | With DAP, DPU and DDP
				PlaceOfDestination | With CPT and CIP
				PortOfDestination  | With CFR and CIF
				PortOfLoading      | With FAS and FOB
			id!      | identifier | 8712345000004 | Identifies it, such as a GLN
			idScheme | text       | GLN           | What kind of identifier it is
			...address
	itemDetails
		itemDetails
			countryOfOriginCodeIso2   | country | NL         | Where it is made: two-letter ISO 3166 code
			combinedNomenclatureCode  | text    | 7318 15 88 | Its code in the customs tariff of the EU
			netWeight                 | number  | 0.012      | The net weight of one item
			netWeightUnitOfMeasureIso | text beside=netWeight | KGM | The unit of the net weight; required with it
			dangerousGoodsCodeUnece   | text    | 1263       | The UN number of dangerous goods
			serialNumber              | text    | SN-000172  | The serial number of the item
			batchNumber               | text    | B-2027-04  | The number of the batch or lot
	deliveryPosition
		position* = deliveryPosition: Delivery Position | identifier | 1 | The number of the delivery within the line
	delivery
		date* = Delivery Date | date   | 2027-01-31 | In the form yyyy-MM-dd
		quantity*             | number | 1000       | How much, in the purchase unit of measure
	scheduled
		...delivery
		status = deliveryStatus: Delivery Status | choice | | How far the delivery is
			Delivered   | The buyer has received the full quantity
			Open        | None or only a part is produced, ready to ship, shipped or delivered
			Produced    | The supplier has produced the full quantity
			ReadyToShip | The full quantity is ready to leave the supplier
			Shipped     | The supplier has shipped the full quantity
		transportMode | text | Road transport | How the goods travel
	received
		date     | date       | 2027-01-31 | When it arrived, in the form yyyy-MM-dd
		quantity | number     | 1000       | How much arrived, in the purchase unit of measure
	severalDeliveries
		deliverySchedule[] | unique=position perRow
			...deliveryPosition
			...scheduled
		deliveryHistory[] (Received) | perRow
			position | identifier | 1 | The number of the delivery among those received
			...received
		scheduledDelivery | misplaced instead=deliverySchedule
		actualDelivery    | misplaced instead=deliveryHistory
		originalPosition  | misplaced instead=deliverySchedule
	oneDelivery
		scheduledDelivery
			...scheduled
		actualDelivery (Received)
			...received
		originalPosition | identifier | 10 | The position of the line from which this one was split
		deliverySchedule | misplaced instead=scheduledDelivery
		deliveryHistory  | misplaced instead=actualDelivery
	prices
		prices
			netPrice
				priceInTransactionCurrency!
					value!* = price: Net Price | number   | 0.25 | After discounts, for the price unit quantity
					currencyIso!* | currency repeats | EUR  | Three-letter ISO 4217 code
				priceInBaseCurrency (Net Price Base)
					...basePrice
			priceUnitOfMeasureIso* | text   | PCE | The unit of the price, as the buyer writes it, such as PCE (piece) or KGM (kilogram)
			priceUnitQuantity*     | number | 1   | The number of units that the price is for
			discountPercentage     | number | 10  | Together with the gross price
			grossPrice
				priceInTransactionCurrency!
					value! = grossPrice: Gross Price | number | 0.3 | Before the discount
					currencyIso! = grossPriceCurrencyIso: Gross Price Currency | currency repeats | EUR | Three-letter ISO 4217 code
				priceInBaseCurrency (Gross Price Base)
					...basePrice
	basePrice
		value!       | number   | 0.27 | The same price in your own currency
		currencyIso! | currency | USD  | Three-letter ISO 4217 code
	forecastHeader
		header!
			forecastNumber! | identifier | FC-2027-01 | Your number for this forecast, the same for all suppliers
			...supplierAccountNumber
			...companyId
		issueDateTime | dateTime | 2027-01-04T09:30:00 | When it was made in your system
	forecastItem
		buyerItemNumber! = Item Number    | identifier | A-4711          | The number of the item in your ERP
		buyerItemName! = Item Name        | text       | Hexagon bolt M8 | What the supplier reads as the name of the item
		buyerItemRevision = Item Revision | text       | B               | The revision of the item
		...unit
		...supplierItem
	months
		${months.join('\n\t\t')}
	indicators
		cancelled             | It is not needed any more, and is cancelled at once
		completed             | It is closed, mostly because its invoice is approved
		confirmed             | The supplier has confirmed it outside Tradecloud, for orders that are migrated
		delivered             | All goods have arrived. Only for stock items with a delivery tolerance.
		requestReconfirmation | Ask the supplier to confirm it once more
		shipped               | The supplier has shipped all goods
	lineIndicators
		noDeliveryExpected  | No goods will be delivered, as for a fee (planned by Tradecloud)
		proposeWhenAccepted | What the supplier accepts still needs the approval of the buyer
	arrival
		...location
		scheduledStartDate | date | 2027-01-31 | The first day of arrival, in the form yyyy-MM-dd
		scheduledStartTime | time | 08:00:00   | The earliest time of arrival, local
		scheduledEndDate   | date | 2027-01-31 | The last day of arrival, in the form yyyy-MM-dd
		scheduledEndTime   | time | 12:00:00   | The latest time of arrival, local
	despatchLines
		lines[] | most=500 unique=despatchAdviceLinePosition
			despatchAdviceLinePosition! = position: Despatch Advice Line Position | identifier | 1 | The number of the line within the despatch advice
			purchaseOrderNumber!       | identifier | PO123456   | The order whose goods are on their way
			purchaseOrderLinePosition! | identifier | 10         | The number of the line in the order of the buyer
			despatchQuantity!          | number     | 1000       | How much of the order line is on its way
			deliverySchedulePosition   | identifier | 1          | The number of the delivery within the order line
			backorderQuantity          | number     | 200        | How much is still to come
			backorderDate              | date       | 2027-02-14 | When the rest comes, in the form yyyy-MM-dd
			item
				buyerItemNumber          | identifier | A-4711          | The number of the item at the buyer
				buyerItemRevision        | text       | B               | The revision of the item at the buyer
				buyerItemName            | text       | Hexagon bolt M8 | The name of the item at the buyer
				supplierItemNumber       | text       | 883-M8          | Your number of the item
				supplierItemRevision     | text       | 2               | Your revision of the item
				supplierItemName         | text       | Bolt M8x40      | Your name of the item
				purchaseUnitOfMeasureIso | text       | PCE             | The unit in which the item is bought
`;

/** Of the indicators of an order or a line. */
export const indicatorWords =
	"The indicators to set. Those not chosen stay as they are. To undo 'Cancelled' or 'Completed', use the operations 'Revert Cancelled' and 'Revert Completed'.";
