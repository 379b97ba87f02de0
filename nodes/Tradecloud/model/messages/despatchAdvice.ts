/** The message by which a supplier announces a shipment (manual: shipment/supplier/send-despatch-advice.md). */
import { fields, isGiven, list, object, required } from './field';
import type { Field, Fields, Finding } from './field';
import { message, type Message } from './message';
import * as parts from './parts';
import { location } from './places';
import { prefixed } from './titles';

/** When the goods are expected at a place, in the form of the manual's page. */
const window = fields(`
	scheduledStartDate | date | 2027-01-31 | The first day of arrival, in the form yyyy-MM-dd
	scheduledStartTime | time | 08:00:00   | The earliest time of arrival, local
	scheduledEndDate   | date | 2027-01-31 | The last day of arrival, in the form yyyy-MM-dd
	scheduledEndTime   | time | 12:00:00   | The latest time of arrival, local
`);

const placeOf = (prefix: string, more: Fields): Field =>
	object(prefixed(prefix, { location, ...more }));

/** SDK: SendDespatchAdvice/despatch-advice.json, newer than the page of the manual */
const newer: Fields = {
	identifiers: object(
		fields(`
			trackingNumber        | text | TRK-30021  | The tracking number of the carrier
			billOfLadingNumber    | text | BL-77120   | The bill of lading of the carrier
			billOfLadingIssueDate | date | 2027-01-30 | When the bill of lading was issued, in the form yyyy-MM-dd
			imoNumber             | text | 9074729    | The IMO number of the ship
			carrierShipmentNumber | text | CS-4410    | The number of the shipment at the carrier
		`),
	),
	destinations: list(
		placeOf(
			'Destination',
			fields(`
				etaStartDate | date | 2027-01-31 | The first day of the expected arrival
				etaStartTime | time | 08:00:00   | The earliest time of the expected arrival, local
				etaEndDate   | date | 2027-01-31 | The last day of the expected arrival
				etaEndTime   | time | 12:00:00   | The latest time of the expected arrival, local
				etaDate      | date | 2027-01-31 | The day of the expected arrival
				ataDate      | date | 2027-01-31 | The day of the actual arrival
				etdDate      | date | 2027-02-01 | The day of the expected departure from there
				atdDate      | date | 2027-02-01 | The day of the actual departure from there
			`),
		),
		{ description: 'Where the goods go, one place after another' },
	),
};

const shipment: Fields = {
	...fields(`
		shipmentNumber!     | identifier | SH-5001          | Your number for the shipment
		shipmentCompanyName | text       | Example Couriers | The name of the carrier or courier
		transportMode       | text       | Road transport   | How the goods travel
		trackingNumber = shipmentTrackingNumber: Shipment Tracking Number | text | TRK-30021 | The tracking number, in the older form
	`),
	...newer,
	departure: placeOf(
		'Departure',
		fields(`
			etdDate    | date | 2027-01-30 | The day of the expected departure
			atdDate    | date | 2027-01-30 | The day of the actual departure
			actualDate | date | 2027-01-30 | The day of the actual departure, in the older form
		`),
	),
	destination: placeOf('Next Destination', window),
	finalDestination: placeOf('Final Destination', window),
};

const item = fields(`
	buyerItemNumber          | identifier | A-4711          | The number of the item at the buyer
	buyerItemRevision        | text       | B               | The revision of the item at the buyer
	buyerItemName            | text       | Hexagon bolt M8 | The name of the item at the buyer
	supplierItemNumber       | text       | 883-M8          | Your number of the item
	supplierItemRevision     | text       | 2               | Your revision of the item
	supplierItemName         | text       | Bolt M8x40      | Your name of the item
	purchaseUnitOfMeasureIso | text       | PCE             | The unit in which the item is bought
`);

/**
 * `deliverySchedulePosition`, `backorderDate`: SDK: SendDespatchAdvice/despatch-advice.json. That order and position
 * are mandatory: manual: shipment/buyer/receive/README.md. The item may be left out or be named in part, since
 * Tradecloud fills it in from the order.
 */
const ofLine = fields(`
	despatchAdviceLinePosition! = position: Despatch Advice Line Position | identifier | 1 | The number of the line within the despatch advice
	purchaseOrderNumber!       | identifier | PO123456   | The order whose goods are on their way
	purchaseOrderLinePosition! | identifier | 10         | The number of the line in the order of the buyer
	despatchQuantity!          | number     | 1000       | How much of the order line is on its way
	deliverySchedulePosition   | identifier | 1          | The number of the delivery within the order line
	backorderQuantity          | number     | 200        | How much is still to come
	backorderDate              | date       | 2027-02-14 | When the rest comes, in the form yyyy-MM-dd
`);

const lines = list(object({ ...ofLine, item: object(item) }), {
	most: parts.mostLines,
	key: 'despatchAdviceLinePosition',
});

export const despatchAdvice: Message = message({
	name: 'despatch advice',
	key: ['despatchAdviceNumber'],
	lineKey: ['position'],
	shape: object(
		{
			header: required(
				object({
					...fields(`
						despatchAdviceNumber! | identifier | DA-5001 | Your number for this advice; the same number changes it
					`),
					buyerAccountNumber: parts.buyerAccountNumber,
					shipment: required(object(shipment)),
					supplierCompanyId: parts.companyId,
				}),
			),
			lines,
			/*
			 * Guess: the form of SDK: shipment/UpsertShipment/despatch-advice.json, which another call takes.
			 * It is not offered: were it ignored, the goods in it would not be announced.
			 */
			loadCarriers: list(object({ lines }), { only: 'json' }),
			...fields(`
				erpIssueDateTime | dateTime | 2027-01-30T16:00:00 | When it was issued in your ERP
			`),
		},
		{ rule: hasLines },
	),
});

function* hasLines({ lines, loadCarriers }: Record<string, unknown>): Generator<Finding> {
	const isNone = (list: unknown) => !isGiven(list) || (Array.isArray(list) && list.length === 0);
	if (isNone(lines) && isNone(loadCarriers)) yield { path: ['lines'], says: 'is empty' };
}
