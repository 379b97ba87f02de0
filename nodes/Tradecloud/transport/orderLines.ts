/** Order lines of API v2, each with its order's `orderId`. They rest on a private specification. */
import type { IDataObject } from 'n8n-workflow';

import { permission } from '../model/support';
import type { Caller } from './caller';
import { endpoint } from './endpoint';
import { orderFilters, type OrderFilters } from './orderFilters';
import { request } from './request';
import { searchAll } from './search';

/** One line, by the id of its order and its position: `{companyId}-{number}-{position}`. SDK: CompleteOrderLines */
export async function orderLineById(caller: Caller, orderLineId: string): Promise<IDataObject> {
	return await request(caller, {
		method: 'GET',
		path: endpoint`/order-line-search/${orderLineId}`,
		subject: `order line '${orderLineId}'`,
		needs: permission,
	});
}

/**
 * The lines that match filters, by the numbers of their orders. SDK: ExportOrderLines
 * Guess: `query` and `lastUpdatedSince`, which samples show for orders only. If Tradecloud does not know
 * them here, more lines come than were asked for, or it refuses them; nothing is left out.
 */
export async function findOrderLines(
	caller: Caller,
	filters: OrderFilters,
	limit: number,
): Promise<IDataObject[]> {
	const search = { query: filters.query, filters: orderFilters(filters) };
	return await searchAll(caller, 'orderLine', search, limit);
}
