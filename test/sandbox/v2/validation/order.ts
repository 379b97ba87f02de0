/** `POST /api-connector/order` (manual: order/buyer/issue/README.md, update.md, cancel.md). */
import { z } from 'zod';
import { commonIndicators, orderHeader, orderMeta } from './orderHeader';
import {
	actualDelivery,
	date,
	documents,
	flag,
	identifier,
	itemDetails,
	list,
	number,
	optionalIdentifier,
	prices,
	properties,
	text,
	texts,
	unique,
} from './parts';

/** manual: order/buyer/issue/README.md, item: both numbers may be left empty. */
const item = z.object({
	number: optionalIdentifier,
	revision: text.optional(),
	name: text.optional(),
	description: text.optional(),
	purchaseUnitOfMeasureIso: text.optional(),
	supplierItemNumber: text.optional(),
	/** SDK: SendOrder/order.json */
	dimensions: list(
		z.object({
			attribute: text.optional(),
			measure: number.optional(),
			unitOfMeasureUnece: text.optional(),
		}),
	).optional(),
});

/** manual: order/status.md, scheduled delivery logistics status */
export const deliveryStatus = z.enum(['Open', 'Produced', 'ReadyToShip', 'Shipped', 'Delivered']);

/** A delivery without its position, which the guide's sample leaves out (manual: guide/sending-delivery-schedule). */
export const scheduledDelivery = {
	date: date.optional(),
	quantity: number.optional(),
	status: deliveryStatus.optional(),
	transportMode: text.optional(),
};

/** What lines of both forms hold. */
export const lineFields = {
	position: identifier,
	row: text.optional(),
	/** manual: order/line-type.md */
	lineType: z.enum(['Item', 'Service', 'Charge']).optional(),
	chargeReasonCode: text.optional(),
	description: text.optional(),
	item: item.optional(),
	itemDetails: itemDetails.optional(),
	prices: prices.optional(),
	terms: z
		.object({ contractNumber: text.optional(), contractPosition: text.optional() })
		.optional(),
	projectNumber: text.optional(),
	productionNumber: text.optional(),
	salesOrderNumber: optionalIdentifier,
	/** manual: order/buyer/issue/indicators.md, order line only indicators */
	indicators: z
		.object({
			...commonIndicators,
			noDeliveryExpected: flag.optional(),
			proposeWhenAccepted: flag.optional(),
		})
		.optional(),
	properties: properties.optional(),
	notes: texts.optional(),
	labels: texts.optional(),
	documents: documents.optional(),
	/** manual: order/buyer/reopen.md */
	reason: text.optional(),
};

const orderLine = z.object({
	...lineFields,
	deliverySchedule: list(z.object({ position: optionalIdentifier, ...scheduledDelivery }))
		.superRefine(unique)
		.optional(),
	deliveryHistory: list(actualDelivery).optional(),
});

/**
 * One line or more (manual: order/buyer/issue/README.md, lines); none where the missing ones are to
 * be cancelled (manual: order/buyer/cancel.md).
 */
export function orderOf<L extends z.ZodType<{ position: string }, z.ZodTypeDef, unknown>>(line: L) {
	return z
		.object({
			order: orderHeader,
			lines: z.array(line).max(500).superRefine(unique).default([]),
			...orderMeta,
		})
		.superRefine(({ order, lines }, context) => {
			if (lines.length > 0 || order.indicators?.cancelLineWhenMissing) return;
			context.addIssue({ code: 'custom', path: ['lines'], message: 'needs at least 1 element' });
		});
}

export const orderBody = orderOf(orderLine);

export type OrderBody = z.output<typeof orderBody>;
export type SentLine = z.output<typeof orderLine>;
export type SentHeader = z.output<typeof orderHeader>;
export type SentPrices = z.output<typeof prices>;
