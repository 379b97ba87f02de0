/**
 * `/v2/forecast`: the lines of forecasts, which a supplier can read in no other way. The SDK names no
 * specification of it (SDK: SearchForecastLines).
 */
import { z } from 'zod';
import { forecastLines, type ForecastLine } from '../data/forecast';
import type { User } from '../data/users';
import { strictRouter } from '../http/routing';
import type { State } from '../state';
import { maySee } from './access';
import { filterGroup, holds, is } from './search/filters';
import { page, pageOf, withinWindow, type Page } from './search/paging';
import { sorted, sortKey } from './search/sort';
import { callerOf, type Service } from './service';
import { accepted } from './validation/validate';

const companyId = filterGroup({ companyId: z.string() });

const searchBody = z
	.object({
		queries: z
			.strictObject({
				forecastNumber: z.string(),
				buyerItemNumber: z.string(),
				supplierItemNumber: z.string(),
			})
			.partial()
			.default({}),
		filters: filterGroup({ buyerForecast: companyId, supplierForecast: companyId }).default({}),
		sort: z.array(sortKey(['buyerLine.item.number'])).default([]),
		...page,
	})
	.superRefine(withinWindow);

export const forecast: Service = {
	path: '/forecast',
	routes(state) {
		const router = strictRouter();
		router.post('/line/search', (request, response) => {
			response.json(search(state, request.body, callerOf(response)));
		});
		return router;
	},
};

function search({ forecasts, connections }: State, body: unknown, user: User): Page<ForecastLine> {
	const { queries, filters, sort, ...page } = accepted(body, searchBody);
	const lines = forecasts
		.flatMap((sent) => forecastLines(sent, connections))
		.filter(({ buyerForecast, supplierForecast }) =>
			maySee(user, [buyerForecast.companyId, supplierForecast.companyId ?? '']),
		)
		.filter(
			({ buyerForecast, supplierForecast, buyerLine: { item } }) =>
				is(filters.buyerForecast?.companyId, buyerForecast.companyId) &&
				is(filters.supplierForecast?.companyId, supplierForecast.companyId) &&
				// Guess: a part of a number finds it, as in other searches.
				holds(queries.forecastNumber, [buyerForecast.forecastNumber]) &&
				holds(queries.buyerItemNumber, [item.number]) &&
				holds(queries.supplierItemNumber, [item.supplierItemNumber]),
		);
	return pageOf(sorted(lines, sort), page);
}
