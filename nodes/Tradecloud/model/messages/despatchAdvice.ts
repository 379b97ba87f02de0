/** The message by which a supplier announces a shipment (Tradecloud API manual, "Send despatch advice"). */
import { identifier, list, number, object } from '../shape';
import { columns, type Message } from './message';

export const despatchAdvice: Message = {
	name: 'despatch advice',
	number: 'despatchAdviceNumber',
	shape: object({
		header: object({
			buyerAccountNumber: identifier,
			despatchAdviceNumber: identifier,
			shipment: object({ shipmentNumber: identifier }),
		}),
		lines: list(
			object({
				despatchAdviceLinePosition: identifier,
				purchaseOrderNumber: identifier,
				purchaseOrderLinePosition: identifier,
				despatchQuantity: number,
			}),
			{ least: 1, most: 500, key: 'despatchAdviceLinePosition' },
		),
	}),
	header: columns('string', {
		despatchAdviceNumber: [
			'Despatch Advice Number',
			'header.despatchAdviceNumber',
			{
				description: 'Your number for this advice; the same number changes it',
				placeholder: 'e.g. DA-5001',
			},
		],
		buyerAccountNumber: [
			'Buyer Account Number',
			'header.buyerAccountNumber',
			{ description: 'The number of the buyer in your ERP', placeholder: 'e.g. B-20001' },
		],
		shipmentNumber: [
			'Shipment Number',
			'header.shipment.shipmentNumber',
			{ description: 'Your number for the shipment', placeholder: 'e.g. SH-5001' },
		],
	}),
	line: [
		...columns('string', {
			position: [
				'Despatch Advice Line Position',
				'despatchAdviceLinePosition',
				{ description: 'The number of the line within the despatch advice', placeholder: 'e.g. 1' },
			],
			purchaseOrderNumber: [
				'Purchase Order Number',
				'purchaseOrderNumber',
				{ description: 'The order whose goods are on their way', placeholder: 'e.g. PO123456' },
			],
			purchaseOrderLinePosition: [
				'Purchase Order Line Position',
				'purchaseOrderLinePosition',
				{ description: "The number of the line in the buyer's order", placeholder: 'e.g. 10' },
			],
		}),
		...columns('number', {
			despatchQuantity: [
				'Despatch Quantity',
				'despatchQuantity',
				{ description: 'How much of the order line is on its way' },
			],
		}),
	],
	example: {
		header: {
			buyerAccountNumber: 'B-20001',
			despatchAdviceNumber: 'DA-5001',
			shipment: { shipmentNumber: 'SH-5001' },
		},
		lines: [
			{
				despatchAdviceLinePosition: '1',
				purchaseOrderNumber: 'PO123456',
				purchaseOrderLinePosition: '10',
				despatchQuantity: 1000,
			},
		],
	},
};
