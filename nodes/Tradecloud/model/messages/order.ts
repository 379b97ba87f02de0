/** The message by which a buyer sends a new or changed order (Tradecloud API manual, "Send order"). */
import {
	date,
	dateTime,
	identifier,
	list,
	number,
	object,
	optional,
	text,
	type Shape,
} from '../shape';
import { columns, type Column, type Message } from './message';

const price = object({ priceInTransactionCurrency: object({ value: number, currencyIso: text }) });

/** At least one of net and gross price. */
export const prices = object(
	{
		netPrice: optional(price),
		grossPrice: optional(price),
		priceUnitOfMeasureIso: text,
		priceUnitQuantity: number,
	},
	['netPrice', 'grossPrice'],
);

function orderShape(delivery: Record<string, Shape>): Shape {
	return object({
		order: object({
			supplierAccountNumber: identifier,
			purchaseOrderNumber: identifier,
			destination: object({
				code: identifier,
				names: list(text, { least: 1 }),
				addressLines: list(text, { least: 1 }),
				postalCode: text,
				city: text,
				countryCodeIso2: text,
			}),
		}),
		lines: list(
			object({
				position: identifier,
				item: object({ number: identifier, name: text, purchaseUnitOfMeasureIso: text }),
				...delivery,
				prices,
			}),
			{ least: 1, most: 500, key: 'position' },
		),
		erpIssueDateTime: optional(dateTime),
		erpIssuedBy: optional(text),
	});
}

const header = columns('string', {
	purchaseOrderNumber: [
		'Purchase Order Number',
		'order.purchaseOrderNumber',
		{ description: 'The number that the buyer gave to the order', placeholder: 'e.g. PO123456' },
	],
	supplierAccountNumber: [
		'Supplier Account Number',
		'order.supplierAccountNumber',
		{ description: 'The number of the supplier in your ERP', placeholder: 'e.g. S-10010' },
	],
	destinationCode: [
		'Destination Code',
		'order.destination.code',
		{ description: 'The code of the delivery address in your ERP', placeholder: 'e.g. NL-01' },
	],
	destinationName: [
		'Destination Name',
		'order.destination.names.0',
		{ description: 'Who receives the goods there', placeholder: 'e.g. Warehouse 1' },
	],
	destinationAddressLine: [
		'Destination Address Line',
		'order.destination.addressLines.0',
		{ description: 'Street and house number', placeholder: 'e.g. Industrieweg 12' },
	],
	destinationPostalCode: [
		'Destination Postal Code',
		'order.destination.postalCode',
		{ description: 'Of the delivery address', placeholder: 'e.g. 5600 AA' },
	],
	destinationCity: [
		'Destination City',
		'order.destination.city',
		{ description: 'Of the delivery address', placeholder: 'e.g. Eindhoven' },
	],
	destinationCountryCodeIso2: [
		'Destination Country Code',
		'order.destination.countryCodeIso2',
		{ description: 'Two letters, as ISO 3166 has them', placeholder: 'e.g. NL' },
	],
});

function line(delivery: { date: string; quantity: string }, more: Column[]): Column[] {
	return [
		...columns('string', {
			position: [
				'Position',
				'position',
				{ description: 'The number of the line within the order', placeholder: 'e.g. 10' },
			],
			itemNumber: [
				'Item Number',
				'item.number',
				{ description: 'The number of the item in your ERP', placeholder: 'e.g. A-4711' },
			],
			itemName: [
				'Item Name',
				'item.name',
				{
					description: 'What the supplier reads as the name of the item',
					placeholder: 'e.g. Hexagon bolt M8',
				},
			],
			purchaseUnitOfMeasureIso: [
				'Purchase Unit of Measure',
				'item.purchaseUnitOfMeasureIso',
				{ description: 'As ISO has it, such as PCE for pieces', placeholder: 'e.g. PCE' },
			],
			date: [
				'Delivery Date',
				delivery.date,
				{ description: 'In the form yyyy-MM-dd', placeholder: 'e.g. 2027-01-31' },
			],
		}),
		...columns('number', {
			quantity: [
				'Quantity',
				delivery.quantity,
				{ description: 'How much to deliver, in the purchase unit of measure' },
			],
			price: [
				'Net Price',
				'prices.netPrice.priceInTransactionCurrency.value',
				{ description: 'After discounts, for the price unit quantity' },
			],
		}),
		...columns('string', {
			currencyIso: [
				'Currency',
				'prices.netPrice.priceInTransactionCurrency.currencyIso',
				{ description: 'Three letters, as ISO 4217 has them', placeholder: 'e.g. EUR' },
			],
			priceUnitOfMeasureIso: [
				'Price Unit of Measure',
				'prices.priceUnitOfMeasureIso',
				{ description: 'As ISO has it, such as PCE for pieces', placeholder: 'e.g. PCE' },
			],
		}),
		...columns('number', {
			priceUnitQuantity: [
				'Price Unit Quantity',
				'prices.priceUnitQuantity',
				{
					required: false,
					otherwise: 1,
					description: 'The number of units that the price is for; 1 when left empty',
				},
			],
		}),
		...more,
	];
}

const deliveryPosition = columns('string', {
	deliveryPosition: [
		'Delivery Position',
		'deliverySchedule.0.position',
		{
			required: false,
			otherwise: '1',
			description: 'The number of the delivery within the line; 1 when left empty',
		},
	],
});

const example = {
	order: {
		supplierAccountNumber: 'S-10010',
		purchaseOrderNumber: 'PO123456',
		destination: {
			code: 'NL-01',
			names: ['Warehouse 1'],
			addressLines: ['Industrieweg 12'],
			postalCode: '5600 AA',
			city: 'Eindhoven',
			countryCodeIso2: 'NL',
		},
	},
};

const exampleLine = {
	position: '10',
	item: { number: 'A-4711', name: 'Hexagon bolt M8', purchaseUnitOfMeasureIso: 'PCE' },
	prices: {
		netPrice: { priceInTransactionCurrency: { value: 0.25, currencyIso: 'EUR' } },
		priceUnitOfMeasureIso: 'PCE',
		priceUnitQuantity: 1,
	},
};

/** With several deliveries a line. */
export const order: Message = {
	name: 'order',
	number: 'purchaseOrderNumber',
	shape: orderShape({
		deliverySchedule: list(object({ position: identifier, date, quantity: number }), {
			least: 1,
			key: 'position',
		}),
	}),
	header,
	line: line(
		{ date: 'deliverySchedule.0.date', quantity: 'deliverySchedule.0.quantity' },
		deliveryPosition,
	),
	example: {
		...example,
		lines: [
			{ ...exampleLine, deliverySchedule: [{ position: '1', date: '2027-01-31', quantity: 1000 }] },
		],
	},
};

/** With one delivery a line. */
export const singleDeliveryOrder: Message = {
	...order,
	shape: orderShape({ scheduledDelivery: object({ date, quantity: number }) }),
	line: line({ date: 'scheduledDelivery.date', quantity: 'scheduledDelivery.quantity' }, []),
	example: {
		...example,
		lines: [{ ...exampleLine, scheduledDelivery: { date: '2027-01-31', quantity: 1000 } }],
	},
};
