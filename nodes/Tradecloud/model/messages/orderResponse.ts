/** The message by which a supplier answers an order (Tradecloud API manual, "Send order response"). */
import { date, identifier, list, number, object, optional, text } from '../shape';
import { columns, type Message } from './message';
import { prices } from './order';

const indicators = optional(object({}));

const answers = [
	{ name: 'Accept', value: 'accepted', description: 'Accept the line as it is' },
	{
		name: 'As the Values Say',
		value: '',
		description: 'What you enter is what you confirm or propose',
	},
	{ name: 'Reject', value: 'rejected', description: 'Reject the line' },
];

export const orderResponse: Message = {
	name: 'order response',
	number: 'purchaseOrderNumber',
	shape: object({
		order: object({
			buyerAccountNumber: identifier,
			purchaseOrderNumber: identifier,
			indicators,
		}),
		lines: list(
			object({
				purchaseOrderLinePosition: identifier,
				deliverySchedule: optional(
					list(object({ position: optional(identifier), date, quantity: number })),
				),
				prices: optional(prices),
				indicators,
				reason: optional(text),
			}),
			{ least: 1, most: 500, key: 'purchaseOrderLinePosition' },
		),
	}),
	header: columns('string', {
		purchaseOrderNumber: [
			'Purchase Order Number',
			'order.purchaseOrderNumber',
			{ description: 'The number that the buyer gave to the order', placeholder: 'e.g. PO123456' },
		],
		buyerAccountNumber: [
			'Buyer Account Number',
			'order.buyerAccountNumber',
			{ description: 'The number of the buyer in your ERP', placeholder: 'e.g. B-20001' },
		],
	}),
	line: [
		...columns('string', {
			position: [
				'Purchase Order Line Position',
				'purchaseOrderLinePosition',
				{ description: "The number of the line in the buyer's order", placeholder: 'e.g. 10' },
			],
			date: [
				'Delivery Date',
				'deliverySchedule.0.date',
				{
					required: false,
					description: 'The date that you confirm or propose, in the form yyyy-MM-dd',
					placeholder: 'e.g. 2027-01-31',
				},
			],
		}),
		...columns('number', {
			quantity: [
				'Quantity',
				'deliverySchedule.0.quantity',
				{ required: false, description: 'The quantity that you confirm or propose' },
			],
			price: [
				'Net Price',
				'prices.netPrice.priceInTransactionCurrency.value',
				{ required: false, description: 'The price that you confirm or propose, after discounts' },
			],
		}),
		...columns('string', {
			currencyIso: [
				'Currency',
				'prices.netPrice.priceInTransactionCurrency.currencyIso',
				{
					required: false,
					description: 'Three letters, as ISO 4217 has them; needed with a price',
					placeholder: 'e.g. EUR',
				},
			],
			priceUnitOfMeasureIso: [
				'Price Unit of Measure',
				'prices.priceUnitOfMeasureIso',
				{
					required: false,
					description: 'As ISO has it, such as PCE for pieces; needed with a price',
					placeholder: 'e.g. PCE',
				},
			],
		}),
		...columns('number', {
			priceUnitQuantity: [
				'Price Unit Quantity',
				'prices.priceUnitQuantity',
				{
					required: false,
					description: 'The number of units that the price is for; needed with a price',
				},
			],
		}),
		...columns('string', {
			answer: [
				'Answer',
				'indicators.*',
				{
					required: false,
					description:
						"Whether the line is accepted as it is ('accepted') or rejected ('rejected'); empty where the values say it",
					options: answers,
				},
			],
			reason: [
				'Reason',
				'reason',
				{
					required: false,
					description: 'Why the line differs from the order',
					placeholder: 'e.g. Out of stock',
				},
			],
		}),
	],
	example: {
		order: { buyerAccountNumber: 'B-20001', purchaseOrderNumber: 'PO123456' },
		lines: [
			{
				purchaseOrderLinePosition: '10',
				deliverySchedule: [{ position: '1', date: '2027-02-07', quantity: 1000 }],
				reason: 'One week later',
			},
		],
	},
};
