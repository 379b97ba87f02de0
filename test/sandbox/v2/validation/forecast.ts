/** `POST /api-connector/forecast` (manual: forecast/issue.md). */
import { z } from 'zod';
import { companyId, date, identifier, lines, list, localDateTime, number, text } from './parts';

/** The same in Slimstock's form (manual: forecast/slimstock.md). */
export const forecastHeader = z.object({
	companyId,
	supplierAccountNumber: identifier,
	forecastNumber: identifier,
});

/** Number and name are mandatory (manual: forecast/issue.md, item). */
export const forecastItem = {
	buyerItemNumber: identifier,
	buyerItemRevision: text.optional(),
	buyerItemName: text,
	supplierItemNumber: text.optional(),
	purchaseUnitOfMeasureIso: text.optional(),
};

const period = {
	startDate: date.optional(),
	endDate: date.optional(),
	quantity: number.optional(),
};

export const forecastBody = z.object({
	header: forecastHeader,
	lines: lines(
		z.object({
			item: z.object(forecastItem),
			schedule: list(z.object(period)).optional(),
			/** One period beside the item, as an older sample has it (SDK: SeedForecasts/line.json). */
			...period,
		}),
	),
	issueDateTime: localDateTime.optional(),
});

export type ForecastBody = z.output<typeof forecastBody>;
