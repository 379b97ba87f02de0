/** The message by which a supplier announces a shipment (manual: shipment/supplier/send-despatch-advice.md). */
import { isNone, type Finding } from './field';
import { message } from './message';

/**
 * `identifiers`, `destinations`, `deliverySchedulePosition`, `backorderDate`: SDK: SendDespatchAdvice/despatch-advice.json,
 * newer than the page. That order and position are mandatory: manual: shipment/buyer/receive/README.md. The item may be
 * left out or be named in part, since Tradecloud fills it in from the order.
 *
 * Guess: `loadCarriers` in the form of SDK: shipment/UpsertShipment/despatch-advice.json, which another call takes. It is
 * not offered: were it ignored, the goods in it would not be announced.
 */
const table = `
	header!
		despatchAdviceNumber! | identifier | DA-5001 | Your number for this advice; the same number changes it
		...buyerAccountNumber
		shipment!
			shipmentNumber!     | identifier | SH-5001          | Your number for the shipment
			shipmentCompanyName | text       | Example Couriers | The name of the carrier or courier
			transportMode       | text       | Road transport   | How the goods travel
			trackingNumber = shipmentTrackingNumber: Shipment Tracking Number | text | TRK-30021 | The tracking number, in the older form
			identifiers
				trackingNumber        | text | TRK-30021  | The tracking number of the carrier
				billOfLadingNumber    | text | BL-77120   | The bill of lading of the carrier
				billOfLadingIssueDate | date | 2027-01-30 | When the bill of lading was issued, in the form yyyy-MM-dd
				imoNumber             | text | 9074729    | The IMO number of the ship
				carrierShipmentNumber | text | CS-4410    | The number of the shipment at the carrier
			destinations[] (Destination) | | | Where the goods go, one place after another
				...location
				etaStartDate | date | 2027-01-31 | The first day of the expected arrival
				etaStartTime | time | 08:00:00   | The earliest time of the expected arrival, local
				etaEndDate   | date | 2027-01-31 | The last day of the expected arrival
				etaEndTime   | time | 12:00:00   | The latest time of the expected arrival, local
				etaDate      | date | 2027-01-31 | The day of the expected arrival
				ataDate      | date | 2027-01-31 | The day of the actual arrival
				etdDate      | date | 2027-02-01 | The day of the expected departure from there
				atdDate      | date | 2027-02-01 | The day of the actual departure from there
			departure (Departure)
				...location
				etdDate    | date | 2027-01-30 | The day of the expected departure
				atdDate    | date | 2027-01-30 | The day of the actual departure
				actualDate | date | 2027-01-30 | The day of the actual departure, in the older form
			destination (Next Destination)
				...arrival
			finalDestination (Final Destination)
				...arrival
		supplierCompanyId | identifier | f56aa4ce-8ec8-5197-bc26-77716a58add7 | The Tradecloud ID of your company. Needed only when your user is authorized for several.
	...despatchLines
	loadCarriers[]#
		...despatchLines
	erpIssueDateTime | dateTime | 2027-01-30T16:00:00 | When it was issued in your ERP
`;

export const despatchAdvice = message({
	name: 'despatch advice',
	key: ['despatchAdviceNumber'],
	lineKey: ['position'],
	table,
	*rule({ lines, loadCarriers }): Generator<Finding> {
		if (isNone(lines) && isNone(loadCarriers)) yield { path: ['lines'], says: 'is empty' };
	},
});
