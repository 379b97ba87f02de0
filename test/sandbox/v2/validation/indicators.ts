/** `POST /api-connector/order/indicators` (manual: order/buyer/issue/indicators.md, cancel.md, complete.md). */
import { z } from 'zod';
import { commonIndicators } from './orderHeader';
import { companyId, identifier } from './parts';

const indicators = z.object(commonIndicators);

/** On the order, on lines, or on both (SDK: SendOrderIndicatorsCsvBatch, SendOrderLinesIndicatorsCsvBatch). */
export const indicatorsBody = z.object({
	order: z.object({
		companyId,
		purchaseOrderNumber: identifier,
		indicators: indicators.optional(),
	}),
	lines: z
		.array(z.object({ position: identifier, indicators: indicators.optional() }))
		.max(500)
		.default([]),
});

export type IndicatorsBody = z.output<typeof indicatorsBody>;
export type Indicators = z.output<typeof indicators>;
