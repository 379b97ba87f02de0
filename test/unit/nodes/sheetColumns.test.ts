/** Which field each column of a sheet is: titles in four languages, unclear ones, and months. */
import { readRow } from '../../../nodes/Tradecloud/model/messages/cell';
import { localTimeIn } from '../../../nodes/Tradecloud/model/messages/day';
import { despatchAdvice } from '../../../nodes/Tradecloud/model/messages/despatchAdvice';
import { forecast, slimstockForecast } from '../../../nodes/Tradecloud/model/messages/forecast';
import { rowColumns, type Message } from '../../../nodes/Tradecloud/model/messages/message';
import { titlesOfMonths, withMonths } from '../../../nodes/Tradecloud/model/messages/months';
import { order } from '../../../nodes/Tradecloud/model/messages/order';
import { orderResponse } from '../../../nodes/Tradecloud/model/messages/orderResponse';
import { deliveries } from '../../../nodes/Tradecloud/model/messages/orderUpdates';
import { sheetColumns } from '../../../nodes/Tradecloud/model/messages/sheetColumns';

/** The fields that titles mean, by their names. */
function namesOf(message: Message, titles: string[]): string[] {
	const { columns, faults } = sheetColumns(titles, message);
	expect(faults).toEqual([]);
	return titles.map((title) => columns.get(title)!.name);
}

const line = ['position', 'itemNumber', 'itemName', 'quantity', 'purchaseUnitOfMeasureIso', 'date', 'price', 'currencyIso']; // prettier-ignore
const orderFields = ['purchaseOrderNumber', 'supplierAccountNumber', ...line];

test.each([
	'Bestelnummer;Leveranciersnummer;Pos;Artikelnummer;Omschrijving;Aantal;Eenheid;Leverdatum;Prijs;Valuta',
	'Bestellnummer;Lieferant;Position;Artikelnummer;Bezeichnung;Menge;Einheit;Liefertermin;Preis;Währung',
	'Numéro de commande;Fournisseur;Poste;Référence;Désignation;Quantité;Unité;Date de livraison;Prix;Devise',
	'NUMERO DE COMMANDE;fournisseur;ligne;reference;designation;quantite;unite;date_de_livraison;prix;devise',
	'Purchase Order Number;Supplier Account Number;Position;Item Number;Item Name;Quantity;Purchase Unit of Measure;Delivery Date;Net Price;Currency',
	'PO-No.;Vendor;Line;Part Number;Part Name;Qty;UOM;Requested Delivery Date;Unit Price;Currency Code',
	'\ufeffpurchaseOrderNumber;supplierAccountNumber;position;itemNumber;itemName;requestedQuantity;purchaseUnitOfMeasureIso;requestedDate;price;currencyIso',
])('an order: %s', (titles) => {
	expect(namesOf(order, titles.split(';'))).toEqual(orderFields);
});

test.each([
	'purchaseOrderNumber,purchaseOrderLinePosition,confirmedDate,confirmedQuantity,confirmedNetPrice',
	'Bestelnr.,Regel,Bevestigde leverdatum,Bevestigd aantal,Bevestigde prijs',
	'Bestell-Nr.,Pos.,Bestätigter Liefertermin,Bestätigte Menge,Bestätigter Preis',
	'N° commande,Ligne,Date confirmée,Quantité confirmée,Prix confirmé',
])('an order response: %s', (titles) => {
	const fields = ['purchaseOrderNumber', 'position', 'date', 'quantity', 'price'];
	expect(namesOf(orderResponse, titles.split(','))).toEqual(fields);
});

test('the same title means what the message has', () => {
	expect(namesOf(despatchAdvice, ['Lieferschein', 'Liefermenge', 'Bestellnummer'])).toEqual([
		'despatchAdviceNumber',
		'despatchQuantity',
		'purchaseOrderNumber',
	]);
	expect(namesOf(forecast, ['Artikelnummer', 'Van', 'Tot', 'Aantal'])).toEqual([
		'buyerItemNumber',
		'startDate',
		'endDate',
		'quantity',
	]);
	expect(namesOf(deliveries, ['Ontvangstdatum'])).toEqual(['date']);
	expect(namesOf(order, ['Ontvangstdatum'])).toEqual(['receivedDate']);
});

test.each<[Message, string[], string]>([
	[order, ['Quantiy'], "column 'Quantiy' is not known (the nearest is 'Quantity')"],
	[order, ['Bestelnumer'], "column 'Bestelnumer' is not known (the nearest is 'Bestelnummer')"],
	[orderResponse, ['Omschrijving'], "column 'Omschrijving' is not known (the nearest is 'Description')"], // prettier-ignore
	[order, ['Preiseinheit'], "column 'Preiseinheit' can be 'Price Unit of Measure' or 'Price Unit Quantity'"], // prettier-ignore
	[order, ['Naam'], "column 'Naam' can be 'Item Name' or 'Destination Name'"],
	[despatchAdvice, ['Pos.'], "column 'Pos.' can be 'Despatch Advice Line Position' or 'Purchase Order Line Position'"], // prettier-ignore
	[order, ['Quantity', 'QUANTITY'], "columns 'Quantity' and 'QUANTITY' are both 'Quantity'"],
	[order, ['Menge', 'Aantal'], "columns 'Menge' and 'Aantal' are both 'Quantity'"],
])('%#: an unclear title is told', (message, titles, says) => {
	expect(sheetColumns(titles, message).faults).toEqual([says]);
});

describe('months', () => {
	const reader = { localTime: localTimeIn('Europe/Amsterdam') };
	const columns = rowColumns(slimstockForecast);
	const of = (cells: Record<string, unknown>) => {
		const titles = titlesOfMonths(Object.keys(cells), slimstockForecast);
		return withMonths(readRow(columns, cells, reader), cells, titles, columns, reader);
	};

	test('count from the first one', () => {
		expect(of({ '2027-02': 5, '2026-12': '1,5', '1/2027': '', Note: 1 })).toEqual({
			startDate: '2026-12-01',
			M0: 1.5,
			M2: 5,
		});
	});

	test('count from the start date, where there is one', () => {
		expect(of({ startDate: '15-11-2026', '2027-02': 5 })).toEqual({
			startDate: '2026-11-15',
			M3: 5,
		});
	});

	test.each([
		{ startDate: '2027-03-01', '2027-02': 5 },
		{ startDate: '2027-01-01', '2031-02': 5 },
		{ startDate: '2027-02-01', '2027-02': 5, M0: 4 },
		{ '02-2027': 4, '2027-02': 5 },
	])('that %j does not have are told', (cells) => {
		const { '2027-02': one, '2031-02': other } = of(cells);
		expect(one ?? other).toMatchObject({ says: expect.stringMatching(/36 months/) as string });
	});

	test('may be spoiled', () => {
		expect(of({ '2027-02': '#NV' })).toMatchObject({
			'2027-02': {
				says: 'is "#NV": the sheet has spoiled this cell',
				column: { title: '2027-02' },
			},
		});
	});

	test('are none in another message, nor without a quantity', () => {
		expect(titlesOfMonths(['2027-01'], forecast)).toEqual([]);
		expect(of({ '2027-13': 5, '2027-01': '' })).toEqual({});
	});
});
