/** The most used fields of an order, as columns. */
import { columns, type Column } from './message';

export const orderHeader = columns('string', {
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

/** Where the form of the message has the delivery of a line. */
interface DeliveryPaths {
	date: string;
	quantity: string;
}

const item = columns('string', {
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
});

function deliveryAt({ date, quantity }: DeliveryPaths): Column[] {
	return [
		...columns('string', {
			date: [
				'Delivery Date',
				date,
				{ description: 'In the form yyyy-MM-dd', placeholder: 'e.g. 2027-01-31' },
			],
		}),
		...columns('number', {
			quantity: [
				'Quantity',
				quantity,
				{ description: 'How much to deliver, in the purchase unit of measure' },
			],
		}),
	];
}

const prices = [
	...columns('number', {
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
];

/** The columns of a line, with the delivery at its place in the form of the message, and more behind them. */
export function orderLine(delivery: DeliveryPaths, more: Column[]): Column[] {
	return [...item, ...deliveryAt(delivery), ...prices, ...more];
}

/** Only where a line has several deliveries. */
export const deliveryPosition = columns('string', {
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
