/** Forecast lines of API v2: for a supplier the only way to read forecasts. SDK: SearchForecastLines */
import type { IDataObject } from 'n8n-workflow';

import type { Caller } from './caller';
import { searchAll } from './search';

/** What to look for; what is left out does not matter. */
export interface ForecastFilters {
	forecastNumber?: string;
	buyerItemNumber?: string;
	supplierItemNumber?: string;
	buyerCompanyId?: string;
	supplierCompanyId?: string;
}

/**
 * The forecast lines that match, by the buyer's item numbers.
 * Guess: that the answer has `data` and `total` as in the other searches, and that `queries` and `filters` may
 * be left out. If not, Tradecloud's refusal is shown, or that its answer is no list.
 */
export async function findForecastLines(
	caller: Caller,
	{ buyerCompanyId, supplierCompanyId, ...queries }: ForecastFilters,
	limit: number,
): Promise<IDataObject[]> {
	const search = {
		queries: { ...queries },
		filters: {
			buyerForecast: { companyId: buyerCompanyId },
			supplierForecast: { companyId: supplierCompanyId },
		},
	};
	return await searchAll(caller, 'forecastLine', search, limit);
}
