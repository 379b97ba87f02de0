/** Five sheets of purchasers: Dutch in Excel, German in csv, American in Google, a database, a French forecast. */
import { csv, excelDay, google, xlsx, type Cell } from './files';
import type { Sheet } from './sheet';

const toOrder = { resource: 'order', operation: 'send', path: '/api-connector/order' };

const dutch: Cell[][] = [
	['Bestelnummer', 'Leveranciersnummer', 'Pos.', 'Artikelnummer', 'Omschrijving', 'Aantal', 'Eenheid', 'Leverdatum', 'Prijs', 'Valuta', 'Opmerking inkoop'],
	[4500017, 'S-10010', 10, 'A-4711', 'Zeskantbout M8', 1000, 'ST', excelDay('2027-01-31'), 0.25, 'EUR', 'Jan bellen'],
	[4500017, null, 10, 'A-4711', null, 500, 'ST', excelDay('2027-02-28'), 0.25, 'EUR', null],
	[4500017, null, 20, 'A-4712', 'Moer M8', 12.5, 'KG', excelDay('2027-01-31'), 4, 'EUR', null],
	[null, null, null, null, null, null, null, null, null, null, null],
	[4500018, 'S-10010', 10, 4006381333931, 'Ring', 250, 'ST', '1-2-2027', 1.1, 'EUR', null],
	[null, null, null, null, 'Totaal', 2262.5, null, null, null, null, null],
]; // prettier-ignore

const price = (value: number, currencyIso = 'EUR') => ({
	netPrice: { priceInTransactionCurrency: { value, currencyIso } },
});

const dutchOrder = {
	order: { purchaseOrderNumber: '4500017', supplierAccountNumber: 'S-10010' },
	lines: [
		{
			position: '10',
			item: { number: 'A-4711', name: 'Zeskantbout M8', purchaseUnitOfMeasureIso: 'ST' },
			deliverySchedule: [
				{ date: '2027-01-31', quantity: 1000 },
				{ date: '2027-02-28', quantity: 500 },
			],
			prices: price(0.25),
		},
		{
			position: '20',
			item: { number: 'A-4712', name: 'Moer M8', purchaseUnitOfMeasureIso: 'KG' },
			deliverySchedule: [{ date: '2027-01-31', quantity: 12.5 }],
			prices: price(4),
		},
	],
};

const german = [
	['Bestellnummer', 'Lieferant', 'Position', 'Artikelnummer', 'Bezeichnung', 'Menge', 'Einheit', 'Liefertermin', 'Preis', 'Währung'],
	['B-1', ' S-10010\u00a0', '00010', 'A-4711', 'Schraube "M8"; verzinkt', '1.000', 'STK', '31.01.2027', '1.250,00', 'EUR'],
	['B-1', '', '00020', 'A-4712', 'Mutter', '2,5', 'KG', '01.02.2027', '0,25', 'EUR'],
	['B-2', 'S-10010', '10', '4,00638E+12', 'Scheibe', '5', 'STK', '31.01.2027', '#NV', 'EUR'],
]; // prettier-ignore

const germanOrder = (quantity: number) => ({
	order: { purchaseOrderNumber: 'B-1', supplierAccountNumber: 'S-10010' },
	lines: [
		{
			position: '00010',
			item: { number: 'A-4711', name: 'Schraube "M8"; verzinkt', purchaseUnitOfMeasureIso: 'STK' },
			deliverySchedule: [{ date: '2027-01-31', quantity }],
			prices: price(1250),
		},
		{
			position: '00020',
			item: { number: 'A-4712', name: 'Mutter', purchaseUnitOfMeasureIso: 'KG' },
			deliverySchedule: [{ date: '2027-02-01', quantity: 2.5 }],
			prices: price(0.25),
		},
	],
});
const spoiledOrder =
	/^Order 'B-2' was not sent: 'Artikelnummer' in row 4 is "4,00638E\+12": the sheet has spoiled this cell\. [^]*\n• 'Preis' in row 4 is "#NV": the sheet/;

const american = [
	['PO Number', 'Vendor', 'Line', 'Part Number', 'Qty', 'UOM', 'Due Date', 'Unit Price', 'Currency', 'Result'],
	['PO-77', 'S-10010', 1, 'A-4711', 1000, 'EA', '1/31/2027', 0.25, 'USD', ''],
	['', '', '', '', '', '', '', '', '', ''],
	['PO-78', 'S-10010', 1, 'A-4712', 5, 'EA', '1/2/2027', 12.5, 'USD', ''],
	['PO-79', '#REF!', 1, '', '1,000', 'EA', '1/31/2027', '', '', 'Sent 2026-01-01'],
]; // prettier-ignore

const americanOrder = (
	number: string,
	item: string,
	quantity: number,
	date: string,
	value: number,
) => ({
	order: { purchaseOrderNumber: number, supplierAccountNumber: 'S-10010' },
	lines: [
		{
			position: '1',
			item: { number: item, purchaseUnitOfMeasureIso: 'EA' },
			deliverySchedule: [{ date, quantity }],
			prices: price(value, 'USD'),
		},
	],
});
const po77 = americanOrder('PO-77', 'A-4711', 1000, '2027-01-31', 0.25);
const po79 = /^Order 'PO-79' was not sent: 'Vendor' in row 5 is "#REF!": the sheet has spoiled/;

export const sheetsOfBuyers: Sheet[] = [
	{
		...toOrder,
		name: 'orders in Dutch, from Excel, with a note of the purchaser',
		source: xlsx(dutch),
		sent: [],
		said: [
			"Nothing was sent: column 'Opmerking inkoop' is not known (the nearest is 'Order Indicators'). Rename the columns, or choose 'Map Each Column Manually'. To leave a column out, enter it in 'Ignore Columns' under 'Options': Opmerking inkoop",
		],
	},
	{
		...toOrder,
		name: 'the same, without the note',
		source: xlsx(dutch),
		options: { ignoreColumns: 'opmerking inkoop' },
		sent: [dutchOrder],
		said: [
			`Order '4500018' was not sent: 'Leverdatum' in row 6 is "1-2-2027", which can be 2027-02-01 or 2027-01-02: choose 'Date Format' in 'Options'. Correct this value and run the workflow again.`,
			"Order was not sent: 'Bestelnummer' is empty in row 7, which holds other values. Correct this value and run the workflow again.",
		],
	},
	{
		...toOrder,
		name: 'orders in German, from a csv file',
		source: csv(german),
		sent: [],
		said: [
			`Order 'B-1' was not sent: 'Menge' in row 2 is "1.000", which can be 1 or 1000: choose 'Decimal Separator' in 'Options'. Correct this value and run the workflow again.`,
			spoiledOrder,
		],
	},
	{
		...toOrder,
		name: 'the same, with a decimal comma',
		source: csv(german),
		options: { decimalSeparator: 'comma' },
		sent: [germanOrder(1000)],
		said: [spoiledOrder],
	},
	{
		...toOrder,
		name: 'orders in American English, from Google Sheets',
		source: google(american),
		sent: [po77],
		said: [/^Order 'PO-78' was not sent: 'Due Date' in row 4 is "1\/2\/2027", which can be/, po79],
	},
	{
		...toOrder,
		name: 'the same, with the month first',
		source: google(american),
		options: { dateFormat: 'monthDayYear', decimalSeparator: 'point' },
		sent: [po77, americanOrder('PO-78', 'A-4712', 5, '2027-01-02', 12.5)],
		said: [po79],
	},
	{
		...toOrder,
		name: 'orders from PostgreSQL',
		source: { rows: [
			{ purchase_order_number: 'P-1', supplier_account_number: 'S-10010', position: 10, item_number: 'A-1', quantity: '1000.000', date: '2027-01-31', price: '0.25', currency: 'EUR', erp_issue_date_time: '2027-01-04T08:30:00.000Z', description: null },
			{ purchase_order_number: 'P-2', supplier_account_number: 'S-10010', position: 10, item_number: 'A-1', quantity: '1.000', date: new Date(2027, 0, 31), price: null, currency: null, erp_issue_date_time: null, description: null },
		] }, // prettier-ignore
		sent: [
			{
				order: { purchaseOrderNumber: 'P-1', supplierAccountNumber: 'S-10010' },
				lines: [
					{
						position: '10',
						item: { number: 'A-1' },
						deliverySchedule: [{ date: '2027-01-31', quantity: 1000 }],
						prices: price(0.25),
					},
				],
				erpIssueDateTime: '2027-01-04T03:30:00',
			},
		],
		said: [/^Order 'P-2' was not sent: 'quantity' in row 3 is "1\.000", which can be 1 or 1000/],
	},
	{
		resource: 'forecast',
		operation: 'sendSlimstock',
		path: '/api-connector/forecast/slimstock',
		name: 'a forecast in French, with a column for each month',
		source: xlsx([
					['Numéro de prévision', 'Fournisseur', 'Référence', 'Désignation', '2027-01', '2027-02', '2027-03'],
					['F-1', 'S-10010', 'A-4711', 'Boulon', 500, null, 250],
					['F-1', 'S-10010', 'A-4712', 'Écrou', null, 1.5, null],
		]), // prettier-ignore
		sent: [
			{
				header: { forecastNumber: 'F-1', supplierAccountNumber: 'S-10010' },
				lines: [
					{
						buyerItemNumber: 'A-4711',
						buyerItemName: 'Boulon',
						startDate: '2027-01-01',
						M0: 500,
						M2: 250,
					},
					{ buyerItemNumber: 'A-4712', buyerItemName: 'Écrou', startDate: '2027-01-01', M1: 1.5 },
				],
			},
		],
		said: [],
	},
];
