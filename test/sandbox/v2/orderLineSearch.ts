/**
 * `/v2/order-line-search`: order lines, for sheets and reports. The manual calls it a common service
 * (manual: api/requests.md), the SDK links a private specification (SDK: ExportOrderLines).
 */
import { z } from 'zod';
import type { Order } from '../data/model';
import { partiesOf } from '../data/orderStore';
import type { User } from '../data/users';
import { found, pathPart, strictRouter } from '../http/routing';
import type { State } from '../state';
import { maySee, visible } from './access';
import { orderLineView, type OrderLineView } from './orderLine';
import { matchesHeader, matchesState, orderFilters, type OrderFilters } from './orderSearch';
import { holds } from './search/filters';
import { page, pageOf, withinWindow, type Page } from './search/paging';
import { sorted, sortKey } from './search/sort';
import { callerOf, type Service } from './service';
import { accepted } from './validation/validate';

/** Filters and sort as in an order search; Guess: lines can be sorted by item too, as forecasts can. */
const searchBody = z
	.object({
		query: z.string().optional(),
		filters: orderFilters.default({}),
		sort: z
			.array(
				sortKey([
					'buyerOrder.purchaseOrderNumber',
					'buyerOrder.erpIssueDateTime',
					'buyerLine.item.number',
				]),
			)
			.default([]),
		...page,
	})
	.superRefine(withinWindow);

export const orderLineSearch: Service = {
	path: '/order-line-search',
	routes(state) {
		const router = strictRouter();
		router.post('/search', (request, response) => {
			response.json(search(state, request.body, callerOf(response)));
		});
		router.get('/:lineId', (request, response) => {
			response.json(lineOf(state, pathPart(request, 'lineId'), callerOf(response)));
		});
		return router;
	},
};

function search({ orders }: State, body: unknown, user: User): Page<OrderLineView> {
	const { query, filters, sort, ...page } = accepted(body, searchBody);
	const lines = orders
		.list()
		.filter((order) => maySee(user, partiesOf(order)) && matchesHeader(order, filters))
		.flatMap((order) => linesOf(order, filters))
		.filter((line) => holds(query, searchedTexts(line)));
	return pageOf(sorted(lines, sort), page);
}

function linesOf(order: Order, filters: OrderFilters): OrderLineView[] {
	return order.lines
		.filter((line) => matchesState(line, filters))
		.map((line) => orderLineView(order, line));
}

/** By `{company}-{purchase order number}-{position}` (SDK: CompleteOrderLines). */
function lineOf({ orders }: State, lineId: string, user: User): OrderLineView {
	const order = orders.list().find(({ lines }) => lines.some(({ id }) => id === lineId));
	const known = visible(order, partiesOf, user, 'Order line');
	return orderLineView(
		known,
		found(
			known.lines.find(({ id }) => id === lineId),
			'Order line',
		),
	);
}

function searchedTexts({ buyerOrder, buyerLine, supplierLine }: OrderLineView) {
	const { item } = buyerLine;
	const numbers = [buyerOrder.purchaseOrderNumber, supplierLine.salesOrderNumber];
	return [...numbers, item.number, item.name, item.supplierItemNumber];
}
