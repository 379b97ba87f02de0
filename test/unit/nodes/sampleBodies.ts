/** Messages as companies send them: what Tradecloud's manual allows, from the smallest to one with every field. */
import { despatchAdvice } from '../../../nodes/Tradecloud/model/messages/despatchAdvice';
import { forecast, slimstockForecast } from '../../../nodes/Tradecloud/model/messages/forecast';
import type { Message } from '../../../nodes/Tradecloud/model/messages/message';
import { order, singleDeliveryOrder } from '../../../nodes/Tradecloud/model/messages/order';
import { orderResponse } from '../../../nodes/Tradecloud/model/messages/orderResponse';
import {
	deliveries,
	deliveryHistory,
	indicators,
	orderDocuments,
} from '../../../nodes/Tradecloud/model/messages/orderUpdates';

const address = {
	names: ['Molenaar Machines', 'Purchasing'],
	addressLines: ['Kade 7'],
	postalCode: '3011 GA',
	city: 'Rotterdam',
	countryCodeIso2: 'NL',
	countryName: 'Netherlands',
};
const party = { id: '8799990000012', idScheme: 'GLN', ...address };
const money = (value: number, currencyIso = 'EUR') => ({ value, currencyIso });
const price = (value: number) => ({
	priceInTransactionCurrency: money(value, 'USD'),
	priceInBaseCurrency: money(value * 0.9),
});
const document = {
	code: 'DWG 88',
	revision: 'C',
	name: 'Bracket.pdf',
	description: 'With welding seams',
	type: 'Drawing',
	objectId: '0b9c1b8e-3f0c-4a53-8a55-6d2f4d0e9f11',
	url: 'https://files.example.com/88.pdf',
};
const remarks = {
	description: 'Painted black\nRAL 9005',
	properties: [{ key: 'Cost centre', value: '4400' }],
	documents: [document],
	notes: ['Pack by tens', 'No pallets'],
};
const person = { email: 'e.visser@example.com', userName: 'evisser' };
const itemDetails = {
	countryOfOriginCodeIso2: 'DE',
	combinedNomenclatureCode: '7326 90 98',
	netWeight: 1.75,
	netWeightUnitOfMeasureIso: 'kilo',
	dangerousGoodsCodeUnece: '1950',
	serialNumber: '#000/17',
	batchNumber: 'week 14',
};

const header = { supplierAccountNumber: 'V2040', purchaseOrderNumber: '4500017' };

const fullHeader = {
	...header,
	companyId: '7d9c3a3a-5a4e-4cc2-9d1c-1f1b2f5c7a01',
	buyerParty: party,
	buyerAccountingParty: party,
	supplierParty: party,
	destination: { code: 'RTM-2', ...address, locationType: 'assembly hall' },
	contact: person,
	supplierContact: { email: 'sales@example.org' },
	terms: { incotermsCode: 'FCA', incoterms: 'Bremen', paymentTermsCode: '14', paymentTerms: '14d' },
	indicators: { autoConfirm: false, cancelLineWhenMissing: false, noDeliveryExpected: false },
	orderType: 'RFQ',
	...remarks,
	labels: ['3.1 certificate'],
};

const fullLine = {
	position: '00010',
	row: 'A 1',
	lineType: 'Item',
	chargeReasonCode: 'FC',
	item: {
		number: 'BR-88',
		revision: '2 b',
		name: 'Bracket 40 × 60',
		description: 'Laser cut',
		purchaseUnitOfMeasureIso: 'stuks',
		supplierItemNumber: '9 900 1',
		dimensions: [{ attribute: 'width', measure: 40, unitOfMeasureUnece: 'MMT' }],
	},
	itemDetails,
	prices: {
		grossPrice: price(10),
		discountPercentage: 5,
		netPrice: price(9.5),
		priceUnitOfMeasureIso: 'stuks',
		priceUnitQuantity: 100,
	},
	terms: { contractNumber: 'FA 2027', contractPosition: '3' },
	projectNumber: 'PRJ 1',
	productionNumber: 'MO 2',
	salesOrderNumber: 'SO-3',
	indicators: { shipped: false, noDeliveryExpected: false, proposeWhenAccepted: true },
	...remarks,
	labels: ['urgent'],
	reason: 'Design changed',
	certification: { typeCode: 'C', type: 'Class', classificationSocietyCode: 'BV' },
	chargeLines: [{ position: '1', quantity: 1 }],
};

const erp = {
	erpIssueDateTime: '2027-02-28T23:59:59',
	erpIssuedBy: person,
	erpLastChangeDateTime: '2028-02-29T00:00:00',
	erpLastChangedBy: { userName: 'Night run' },
};

const responseHeader = { buyerAccountNumber: 'C-77', purchaseOrderNumber: '4500017' };
const answer = (line: object, order: object = {}) => ({
	order: { ...responseHeader, ...order },
	lines: [{ purchaseOrderLinePosition: '00010', ...line }],
});
const update = (line: object | undefined, order: object = {}) => ({
	order: { purchaseOrderNumber: '4500017', ...order },
	...(line && { lines: [{ position: '00010', ...line }] }),
});
const received = [
	{ position: '1', date: '2027-03-01', quantity: 4 },
	{ date: '2027-03-08', quantity: 0.5 },
];

const forecastHeader = { supplierAccountNumber: 'V2040', forecastNumber: '2027W09' };
const forecastItem = { buyerItemNumber: 'BR-88', buyerItemName: 'Bracket 40 × 60' };
const period = { startDate: '2027-03-01', endDate: '2027-03-31', quantity: 12.5 };

const place = { id: '8799990000029', idScheme: 'GLN', names: ['Dock 4'], countryCodeIso2: 'NL' };
const arrival = {
	location: { ...place, locationType: 'FinalDestination' },
	scheduledStartDate: '2027-03-03',
	scheduledStartTime: '08:00:00',
	scheduledEndDate: '2027-03-03',
	scheduledEndTime: '17:30',
};
const adviceLine = {
	despatchAdviceLinePosition: '1',
	purchaseOrderNumber: '4500017',
	purchaseOrderLinePosition: '00010',
	despatchQuantity: 4,
};
const advice = (shipment: object, lines: unknown = [adviceLine], more: object = {}) => ({
	header: {
		buyerAccountNumber: 'C-77',
		despatchAdviceNumber: 'DN900',
		shipment: { shipmentNumber: 'S900', ...shipment },
	},
	lines,
	...more,
});

/** What it is, its message, and its body. */
export const sampleBodies: [string, Message, object][] = [
	['an order of the least', order, { order: header, lines: [{ position: '1' }] }],
	[
		'an order to a place without a code, of a service, with deliveries without positions',
		order,
		{
			order: { ...header, destination: { names: ['Hall 2'], countryCodeIso2: 'BE' } },
			lines: [
				{
					position: '1',
					lineType: 'Service',
					item: { name: 'Maintenance' },
					deliverySchedule: [{ date: '2027-03-01', quantity: 1 }, { date: '2027-04-01' }],
					prices: { grossPrice: { priceInTransactionCurrency: money(80) } },
				},
			],
		},
	],
	[
		'an order with every field',
		order,
		{
			order: fullHeader,
			lines: [
				{
					...fullLine,
					deliverySchedule: ['Open', 'Produced', 'ReadyToShip', 'Shipped', 'Delivered'].map(
						(status, index) => ({
							position: String(index),
							date: '2027-03-01',
							quantity: 1,
							status,
							transportMode: 'Rail',
						}),
					),
					deliveryHistory: received,
				},
			],
			...erp,
		},
	],
	[
		'an order that is cancelled as a whole, without lines',
		order,
		{ order: { ...header, indicators: { cancelLineWhenMissing: true } } },
	],
	[
		'an order whose empty fields are sent as such',
		order,
		{
			order: { ...header, description: '', contact: null },
			lines: [
				{ position: '1', item: { number: '' }, deliverySchedule: [{ position: '', date: '' }] },
			],
		},
	],
	[
		'an order with every field and one delivery a line',
		singleDeliveryOrder,
		{
			order: fullHeader,
			lines: [
				{
					...fullLine,
					originalPosition: '00020',
					scheduledDelivery: { date: '2027-03-01', quantity: 1, status: 'Open' },
					actualDelivery: { date: '2027-03-01', quantity: 1 },
					deliveryHistory: [],
				},
			],
			...erp,
		},
	],
	['a response that accepts a line', orderResponse, answer({ indicators: { accepted: true } })],
	[
		'a response that rejects a line though the order is accepted',
		orderResponse,
		answer(
			{ indicators: { rejected: true }, deliverySchedule: [], reason: 'Sold out' },
			{ indicators: { accepted: true } },
		),
	],
	[
		'a response that accepts the order',
		orderResponse,
		answer({}, { indicators: { accepted: true } }),
	],
	[
		'a response of a date only',
		orderResponse,
		answer({ deliverySchedule: [{ date: '2027-03-09' }] }),
	],
	['a response of a quantity only', orderResponse, answer({ deliverySchedule: [{ quantity: 2 }] })],
	[
		'a response of a price without unit and quantity',
		orderResponse,
		answer({ prices: { netPrice: { priceInTransactionCurrency: money(9) } } }),
	],
	['a response with a sales order number only', orderResponse, answer({ salesOrderNumber: 'SO9' })],
	['a response with item details only', orderResponse, answer({ itemDetails })],
	['a response with a note only', orderResponse, answer({ notes: ['Thank you'] })],
	[
		'a response with a document for the order',
		orderResponse,
		answer({}, { documents: [document] }),
	],
	[
		'a response with every field',
		orderResponse,
		{
			...answer(
				{
					salesOrderNumber: 'SO9',
					salesOrderLinePosition: '10',
					itemDetails,
					deliverySchedule: [
						{ position: '1', date: '2027-03-09', quantity: 3 },
						{ date: '2027-03-16', quantity: 1 },
					],
					prices: fullLine.prices,
					indicators: { accepted: false, rejected: false, shipped: false, cancelled: false },
					reason: 'Split',
					...remarks,
				},
				{ companyId: 'c0', contact: person, indicators: { accepted: false }, ...remarks },
			),
			erpResponseDateTime: '2027-02-28T12:00:00',
			erpRespondedBy: person,
		},
	],
	['indicators of an order', indicators, update(undefined, { indicators: { delivered: true } })],
	['indicators of lines only', indicators, update({ indicators: { cancelled: true } })],
	['indicators that are not set', indicators, update({ indicators: { shipped: false } })],
	['deliveries', deliveries, { ...update({ deliveries: received }), ...erp }],
	['a delivery history', deliveryHistory, update({ deliveryHistory: received })],
	['a delivery history that is cleared', deliveryHistory, update({ deliveryHistory: [] })],
	[
		'what is known of a document',
		orderDocuments,
		update(undefined, { documents: [{ name: 'A' }] }),
	],
	[
		'documents of an order and a line',
		orderDocuments,
		update({ documents: [document] }, { ...header, companyId: 'c0', documents: [document] }),
	],
	[
		'a forecast',
		forecast,
		{
			header: { ...forecastHeader, companyId: 'c0' },
			lines: [
				{
					item: { ...forecastItem, buyerItemRevision: '2', supplierItemNumber: '9 9' },
					schedule: [period, { ...period, startDate: '2027-04-01', endDate: '2027-04-30' }],
				},
			],
			issueDateTime: '2027-02-28T12:00:00',
		},
	],
	[
		'a forecast whose lines are periods',
		forecast,
		{
			header: forecastHeader,
			lines: [period, period].map((own) => ({ item: forecastItem, ...own })),
		},
	],
	[
		'a Slimstock forecast',
		slimstockForecast,
		{
			header: forecastHeader,
			lines: [{ ...forecastItem, startDate: '2027-03-15', M0: 1, M7: 0, M35: 2.5 }],
		},
	],
	['a despatch advice of the least', despatchAdvice, advice({})],
	[
		'a despatch advice in the form of the manual',
		despatchAdvice,
		advice(
			{
				shipmentCompanyName: 'Snelweg',
				trackingNumber: 'SW 1',
				departure: { location: place, actualDate: '2027-03-02' },
				destination: arrival,
				finalDestination: arrival,
			},
			[{ ...adviceLine, item: { buyerItemName: 'Bracket' }, backorderQuantity: 1 }],
			{ erpIssueDateTime: '2027-03-02T07:00:00' },
		),
	],
	[
		'a despatch advice in the form of the SDK',
		despatchAdvice,
		advice(
			{
				identifiers: { trackingNumber: 'SW 1', billOfLadingIssueDate: '2027-03-01' },
				transportMode: 'Road',
				departure: { location: place, etdDate: '2027-03-02', atdDate: '2027-03-02' },
				destinations: [{ location: place, etaStartDate: '2027-03-03', etaEndTime: '12:00:00' }],
			},
			[{ ...adviceLine, deliverySchedulePosition: '1', backorderDate: '2027-04-01' }],
		),
	],
	[
		'a despatch advice whose goods are in a container',
		despatchAdvice,
		advice({}, [], { loadCarriers: [{ containerNumber: 'ABCU 123', lines: [adviceLine] }] }),
	],
];
