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
import type { Message } from './message';
import { deliveryPosition, orderHeader, orderLine } from './orderColumns';

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
	header: orderHeader,
	line: orderLine(
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
	line: orderLine({ date: 'scheduledDelivery.date', quantity: 'scheduledDelivery.quantity' }, []),
	example: {
		...example,
		lines: [{ ...exampleLine, scheduledDelivery: { date: '2027-01-31', quantity: 1000 } }],
	},
};
