/** `POST /api-connector/order-response` (manual: order/supplier/send-order-response/README.md). */
import { z } from 'zod';
import {
	companyId,
	contact,
	documents,
	erpUser,
	flag,
	identifier,
	itemDetails,
	lines,
	list,
	localDateTime,
	number,
	optionalIdentifier,
	prices,
	properties,
	text,
	texts,
	unique,
	unknownDate,
} from './parts';

const indicators = z.object({
	accepted: flag.optional(),
	rejected: flag.optional(),
	/** These two stand in the SDK alone, always `false` (SDK: SendOrderResponse/order-response.json). */
	shipped: flag.optional(),
	cancelled: flag.optional(),
});

/** The buyer's position, or none; what is not known may be left empty. */
const delivery = z.object({
	position: optionalIdentifier,
	date: unknownDate,
	quantity: number.optional(),
});

/** A price in the transaction currency is required; unit and quantity are the buyer's where empty. */
const respondedPrices = prices.refine(({ netPrice, grossPrice }) => netPrice ?? grossPrice, {
	message: 'needs netPrice or grossPrice',
});

const line = z.object({
	purchaseOrderLinePosition: identifier,
	salesOrderNumber: optionalIdentifier,
	salesOrderLinePosition: optionalIdentifier,
	description: text.optional(),
	deliverySchedule: list(delivery).min(1).superRefine(unique).optional(),
	prices: respondedPrices.optional(),
	itemDetails: itemDetails.optional(),
	indicators: indicators.optional(),
	reason: text.optional(),
	properties: properties.optional(),
	notes: texts.optional(),
	documents: documents.optional(),
});

const header = z.object({
	companyId,
	buyerAccountNumber: identifier,
	purchaseOrderNumber: identifier,
	contact: contact.optional(),
	description: text.optional(),
	indicators: indicators.optional(),
	properties: properties.optional(),
	notes: texts.optional(),
	documents: documents.optional(),
});

/** What a line answers: its own indicators, where it has any, override those of the header. */
export function decisionOf(
	line: ResponseIndicators,
	header: ResponseIndicators,
): ResponseIndicators {
	const isOwn = line?.accepted !== undefined || line?.rejected !== undefined;
	return isOwn ? line : header;
}

export const orderResponseBody = z
	.object({
		order: header,
		lines: lines(line),
		erpResponseDateTime: localDateTime.optional(),
		erpRespondedBy: erpUser.optional(),
	})
	.superRefine(({ order, lines: sent }, context) => {
		sent.forEach((one, index) => {
			const decision = decisionOf(one.indicators, order.indicators);
			const issue = (message: string) =>
				context.addIssue({ code: 'custom', path: ['lines', index], message });
			// Guess: both at once, or nothing at all, is refused; if not, such a line changes nothing.
			if (decision?.accepted && decision.rejected) issue('cannot be accepted and rejected at once');
			if (!decision?.accepted && !decision?.rejected && saysNothing(one)) issue('says nothing');
		});
	});

function saysNothing(line: ResponseLine): boolean {
	const silent = ['purchaseOrderLinePosition', 'indicators'];
	return Object.entries(line).every(
		([name, value]) => silent.includes(name) || value === undefined || isEmpty(value),
	);
}

function isEmpty(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}

type ResponseIndicators = z.output<typeof indicators> | undefined;
export type OrderResponseBody = z.output<typeof orderResponseBody>;
export type ResponseLine = z.output<typeof line>;
