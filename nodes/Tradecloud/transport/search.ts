/** Search in API v2, by text and filters. SDK: SearchOrders, SearchShipments, ExportOrderLines, SearchForecastLines */
import { UserError, type IDataObject } from 'n8n-workflow';

import { withOrderId } from '../model/order';
import { permission } from '../model/support';
import { withoutEmpty, type Body } from '../model/withoutEmpty';
import type { Caller } from './caller';
import {
	allPages,
	counted,
	mostFound,
	pageIn,
	type Page,
	type PageOf,
	type TooMany,
} from './pages';
import { request } from './request';

/** Sorted only by fields and in directions that Tradecloud's samples show. */
const searches = {
	/** For a supplier the only way to read forecasts. */
	forecastLine: {
		path: '/forecast/line/search',
		sort: [{ field: 'buyerLine.item.number', order: 'asc' }],
		name: 'forecast lines',
		needs: permission,
	},
	order: {
		path: '/order-search/search',
		sort: [{ field: 'buyerOrder.purchaseOrderNumber', order: 'asc' }],
		name: 'orders',
	},
	orderLine: {
		path: '/order-line-search/search',
		sort: [{ field: 'buyerOrder.purchaseOrderNumber', order: 'asc' }],
		name: 'order lines',
		needs: permission,
	},
	shipment: {
		path: '/shipment/search',
		sort: { field: 'departureDate', order: 'asc' },
		name: 'shipments',
	},
};

export type Searchable = keyof typeof searches;

/** What to look for; what is left out or empty does not matter. */
export interface Search {
	/** A text that Tradecloud looks for in several fields. */
	query?: string;
	/** The same field by field, for forecasts. */
	queries?: Body;
	filters?: Body;
}

/** One page of what is found; each order holds its `orderId`. */
export async function searchPage(
	caller: Caller,
	what: Searchable,
	search: Search,
	page: PageOf,
): Promise<Page> {
	const { path, sort, name, ...more } = searches[what];
	const answer = await request(caller, {
		...more,
		method: 'POST',
		path,
		isList: true,
		body: { ...withoutEmpty({ ...search }), sort, ...page },
		subject: search.query ? `${name} with '${search.query}'` : name,
	});
	const { data, total } = pageIn(answer);
	return { data: what === 'order' ? data.map(withOrderId) : data, total };
}

/**
 * All that is found, up to a limit.
 *
 * @throws UserError when there is more than Tradecloud's search lists
 */
export async function searchAll(
	caller: Caller,
	what: Searchable,
	search: Search,
	limit: number,
	tooMany: TooMany = (total) =>
		new UserError(
			`Tradecloud's search lists at most ${counted(mostFound)} ${searches[what].name}, and ${counted(total)} match`,
			{ description: "Narrow them down with 'Filters', or set 'Limit'." },
		),
): Promise<IDataObject[]> {
	return await allPages((page) => searchPage(caller, what, search, page), limit, tooMany);
}
