/** The message by which a supplier answers an order (manual: order/supplier/send-order-response/README.md). */
import { valueAt } from '../order';
import { fields, isGiven, list, object, required, type Finding, type Path } from './field';
import { answer } from './indicators';
import { message, type Message } from './message';
import * as parts from './parts';
import { prefixed } from './titles';
import { Unread } from './unread';

const header = object({
	purchaseOrderNumber: parts.purchaseOrderNumber,
	buyerAccountNumber: parts.buyerAccountNumber,
	indicators: {
		...answer('For all lines below that have no answer of their own', 'these lines'),
		title: 'Answer to All Lines',
		only: 'fields',
	},
	companyId: parts.companyId,
	contact: object(prefixed('Contact', parts.contact)),
	...prefixed('Order', parts.remarks),
});

const line = object({
	...fields(`
		purchaseOrderLinePosition! = position: Purchase Order Line Position | identifier | 10 | The number of the line in the order of the buyer
	`),
	deliverySchedule: list(object(parts.delivery), { key: 'position', perRow: true }),
	prices: parts.prices,
	indicators: answer('Leave it empty to answer with dates, quantities and prices', 'the line'),
	...fields(`
		reason*                | text       | One week later | Why the line differs from the order, is rejected or split
		salesOrderNumber       | identifier | SO-2027-31 | The number of your sales order
		salesOrderLinePosition | identifier | 10         | The position of the line in your sales order
	`),
	itemDetails: parts.itemDetails,
	...parts.remarks,
});

export const orderResponse: Message = message({
	name: 'order response',
	key: ['purchaseOrderNumber'],
	lineKey: ['position'],
	shape: object(
		{
			order: required(header),
			lines: list(line, {
				required: true,
				least: 1,
				most: parts.mostLines,
				key: 'purchaseOrderLinePosition',
			}),
			...fields(`
				erpResponseDateTime | dateTime | 2027-01-05T14:00:00 | When it was answered in your ERP
			`),
			erpRespondedBy: parts.personOf('ERP Responded By'),
		},
		{ rule: isAnswer },
	),
});

type Values = Record<string, unknown>;

/** Each line is accepted, rejected or says something, itself or with the whole response. */
function* isAnswer({ order, lines }: Values): Generator<Finding> {
	yield* isOneAnswer(['order'], order);
	const isSaid = !isSilent(order, ['purchaseOrderNumber', 'buyerAccountNumber', 'companyId']);
	for (const [index, own] of (Array.isArray(lines) ? lines : []).entries()) {
		const path = ['lines', index];
		yield* isOneAnswer(path, own);
		if (isEmptyList(valueAt(own, 'deliverySchedule')) && !isDecided(own) && !isDecided(order)) {
			yield { path: [...path, 'deliverySchedule'], says: 'is empty' };
		}
		if (!isSaid && isSilent(own, ['purchaseOrderLinePosition'])) {
			yield {
				path,
				says: 'has no answer: accept or reject it, or enter deliveries, prices or what else changes',
			};
		}
	}
}

/** Whether it is accepted or rejected, for which deliveries and prices do not matter. */
function isDecided(of: unknown): boolean {
	const { accepted, rejected } = asValues(valueAt(of, 'indicators'));
	return accepted === true || rejected === true;
}

function* isOneAnswer(path: Path, of: unknown): Generator<Finding> {
	const { accepted, rejected } = asValues(valueAt(of, 'indicators'));
	if (accepted === true && rejected === true) {
		yield { path: [...path, 'indicators'], says: 'are both accepted and rejected' };
	}
}

/** Whether nothing is given beside these fields, or only empty lists and indicators that are not set. */
function isSilent(of: unknown, beside: string[]): boolean {
	return Object.entries(asValues(of)).every(([key, value]) => {
		if (beside.includes(key)) return true;
		if (value instanceof Unread) return false;
		if (Array.isArray(value)) return isEmptyList(value);
		if (key === 'indicators') return !Object.values(asValues(value)).includes(true);
		return !isGiven(value);
	});
}

function isEmptyList(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}

function asValues(value: unknown): Values {
	return typeof value === 'object' && value !== null ? (value as Values) : {};
}
