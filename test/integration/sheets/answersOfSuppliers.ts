/** Three sheets of suppliers who answer orders: in the form of Tradecloud's SDK, from Excel, and in German. */
import { buyerAccountNumber } from '../../sandbox/data/companies';
import { storeOrder } from '../../sandbox/build';
import { csv, excelDay, google, xlsx } from './files';
import type { Sheet } from './sheet';

const toAnswer = {
	resource: 'order',
	operation: 'sendResponse',
	path: '/api-connector/order-response',
};
const order = (purchaseOrderNumber: string) => ({ purchaseOrderNumber, buyerAccountNumber });

export const answersOfSuppliers: Sheet[] = [
	{
		...toAnswer,
		name: "confirmations with the titles of Tradecloud's SDK (SendOrderResponseCsvBatch)",
		prepare: (sandbox) => void storeOrder(sandbox, { purchaseOrderNumber: 'PO123456789' }),
		source: csv(
					[
						['buyerAccountNumber', 'purchaseOrderNumber', 'purchaseOrderLinePosition', 'confirmedDate', 'confirmedQuantity', 'confirmedNetPrice', 'currency'],
						[buyerAccountNumber, 'PO123456789', '10', '22/04/2027', '700', '125.00', 'EUR'],
					],
					',',
				), // prettier-ignore
		sent: [
			{
				order: order('PO123456789'),
				lines: [
					{
						purchaseOrderLinePosition: '10',
						deliverySchedule: [{ date: '2027-04-22', quantity: 700 }],
						prices: {
							netPrice: { priceInTransactionCurrency: { value: 125, currencyIso: 'EUR' } },
						},
					},
				],
			},
		],
		said: [],
	},
	{
		...toAnswer,
		name: 'answers from Excel, in words of their own, beside what the buyer wrote',
		prepare: (sandbox) =>
			void storeOrder(sandbox, { purchaseOrderNumber: '4500017', lines: [{}, {}, {}] }),
		source: xlsx([
					['Bestelnummer', 'Klantnummer', 'Positie', 'Omschrijving', 'Antwoord', 'Leverdatum', 'Aantal', 'Reden'],
					['4500017', buyerAccountNumber, 10, 'Zeskantbout', 'Accept', null, null, null],
					['4500017', buyerAccountNumber, 20, 'Moer', 'REJECTED', null, null, 'Uit assortiment'],
					['4500017', buyerAccountNumber, 30, 'Ring', null, excelDay('2027-03-01'), 60, 'Twee keer'],
					['4500017', buyerAccountNumber, 30, 'Ring', null, excelDay('2027-04-01'), 40, 'Twee keer'],
					['4500018', buyerAccountNumber, 10, 'Bus', 'akkoord', null, null, null],
				]), // prettier-ignore
		options: { ignoreColumns: ['Omschrijving'] },
		sent: [
			{
				order: order('4500017'),
				lines: [
					{ purchaseOrderLinePosition: '10', indicators: { accepted: true } },
					{
						purchaseOrderLinePosition: '20',
						indicators: { rejected: true },
						reason: 'Uit assortiment',
					},
					{
						purchaseOrderLinePosition: '30',
						deliverySchedule: [
							{ date: '2027-03-01', quantity: 60 },
							{ date: '2027-04-01', quantity: 40 },
						],
						reason: 'Twee keer',
					},
				],
			},
		],
		said: [
			`Order response '4500018' was not sent: 'Antwoord' in row 6 is "akkoord", not one of Accept, Reject. Correct this value and run the workflow again.`,
		],
	},
	{
		...toAnswer,
		name: 'answers in German from Google Sheets, of which the zeros are lost',
		prepare: (sandbox) =>
			void storeOrder(sandbox, {
				purchaseOrderNumber: 'B-1',
				lines: [{ position: '00010' }, { position: '00020' }],
			}),
		source: google([
				['Bestellnummer', 'Kundennummer', 'Pos.', 'Bestätigter Liefertermin', 'Bestätigte Menge', 'Bestätigter Preis'],
				['B-1', buyerAccountNumber, 10, '31.01.2027', 1000, ''],
				['B-1', buyerAccountNumber, 20, '28.02.2027', '1.500,5', ''],
				['B-\u200b2', buyerAccountNumber, 10, '31.01.27', '####', ''],
			]), // prettier-ignore
		sent: [
			{
				order: order('B-1'),
				lines: [
					{
						purchaseOrderLinePosition: '10',
						deliverySchedule: [{ date: '2027-01-31', quantity: 1000 }],
					},
					{
						purchaseOrderLinePosition: '20',
						deliverySchedule: [{ date: '2027-02-28', quantity: 1500.5 }],
					},
				],
			},
		],
		said: [
			/^Tradecloud could not find order 'B-1', or one of its lines\. Position '10' may have lost leading zeros, since 'B-1' has '00010'\. Format the column as text/,
			/'Bestellnummer' in row 4 is "B-\u200b2", with an invisible character \(U\+200B\)\n• 'Bestätigter Liefertermin' in row 4 is "31\.01\.27", with a year of two digits: write all four\n• 'Bestätigte Menge' in row 4 is "####": the sheet has spoiled this cell/,
		],
	},
];
