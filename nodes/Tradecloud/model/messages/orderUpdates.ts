/** The messages by which a buyer tells what became of an order: indicators, deliveries, documents. */
import { date, identifier, list, number, object, optional, text, type Shape } from '../shape';
import { columns, type Column, type Message } from './message';

const header = columns('string', {
	purchaseOrderNumber: [
		'Purchase Order Number',
		'order.purchaseOrderNumber',
		{ description: 'The number that the buyer gave to the order', placeholder: 'e.g. PO123456' },
	],
});

const position = columns('string', {
	position: [
		'Position',
		'position',
		{ description: 'The number of the line within the order', placeholder: 'e.g. 10' },
	],
});

function lines(fields: Record<string, Shape>, limits?: { least?: number }): Shape {
	return list(object({ position: identifier, ...fields }), {
		most: 500,
		key: 'position',
		...limits,
	});
}

const exampleOrder = { purchaseOrderNumber: 'PO123456' };

/** An indicator on the order touches all lines, one on a line overrules it. */
export const indicators: Message = {
	name: 'order',
	number: 'purchaseOrderNumber',
	shape: object({
		order: object({ purchaseOrderNumber: identifier, indicators: object({}) }),
		lines: optional(lines({ indicators: object({}) })),
	}),
	header,
	line: [],
	example: { order: { ...exampleOrder, indicators: { shipped: true } } },
};

function deliveriesMessage(field: 'deliveries' | 'deliveryHistory'): Message {
	const delivery = object({ position: identifier, date, quantity: number });
	const line: Column[] = [
		...position,
		...columns('string', {
			deliveryPosition: [
				'Delivery Position',
				`${field}.0.position`,
				{
					required: false,
					otherwise: '1',
					description: 'The number of the delivery within the line; 1 when left empty',
				},
			],
			date: [
				'Delivery Date',
				`${field}.0.date`,
				{ description: 'In the form yyyy-MM-dd', placeholder: 'e.g. 2027-01-31' },
			],
		}),
		...columns('number', {
			quantity: ['Quantity', `${field}.0.quantity`, { description: 'How much was received' }],
		}),
	];
	return {
		name: 'order',
		number: 'purchaseOrderNumber',
		shape: object({
			order: object({ purchaseOrderNumber: identifier }),
			lines: lines({ [field]: list(delivery) }, { least: 1 }),
		}),
		header,
		line,
		example: {
			order: exampleOrder,
			lines: [{ position: '10', [field]: [{ position: '1', date: '2027-01-31', quantity: 1000 }] }],
		},
	};
}

export const deliveries = deliveriesMessage('deliveries');
export const deliveryHistory = deliveriesMessage('deliveryHistory');

const document = object(
	{
		code: optional(text),
		revision: optional(text),
		name: optional(text),
		description: optional(text),
		type: optional(text),
		objectId: optional(text),
		url: optional(text),
	},
	['objectId', 'url'],
);

export const orderDocuments: Message = {
	name: 'order',
	number: 'purchaseOrderNumber',
	shape: object({
		order: object({ purchaseOrderNumber: identifier, documents: optional(list(document)) }),
		lines: optional(lines({ documents: list(document) })),
	}),
	header: [
		...header,
		...columns('string', {
			objectId: [
				'Document ID',
				'order.documents.0.objectId',
				{
					description: "What the operation 'Upload' of the resource 'Document' puts out as 'id'",
					placeholder: 'e.g. 5f0e3c1a-6d2b-4f7e-9a10-3c5d7e9f1b24',
				},
			],
			code: [
				'Document Code',
				'order.documents.0.code',
				{
					description: 'Its number in your ERP. A document with the same code is replaced.',
					placeholder: 'e.g. DRW-4711',
				},
			],
			name: [
				'Document Name',
				'order.documents.0.name',
				{
					description: 'What people read as the name of the document',
					placeholder: 'e.g. Drawing A-4711.pdf',
				},
			],
			revision: [
				'Document Revision',
				'order.documents.0.revision',
				{
					description: 'Which revision of the document it is',
					required: false,
					placeholder: 'e.g. B',
				},
			],
			description: [
				'Document Description',
				'order.documents.0.description',
				{
					description: 'What the document is about',
					required: false,
					placeholder: 'e.g. Drawing with tolerances',
				},
			],
			type: [
				'Document Type',
				'order.documents.0.type',
				{
					description: 'What kind of document it is',
					required: false,
					placeholder: 'e.g. General',
				},
			],
		}),
	],
	line: [],
	example: {
		order: {
			...exampleOrder,
			documents: [
				{
					code: 'DRW-4711',
					name: 'Drawing A-4711.pdf',
					objectId: '5f0e3c1a-6d2b-4f7e-9a10-3c5d7e9f1b24',
				},
			],
		},
	},
};
