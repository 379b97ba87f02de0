/** `/v2/order-search`: search orders, and poll those changed since. */
import { z } from 'zod';
import type { Order } from '../data/model';
import { partiesOf } from '../data/orderStore';
import { singleDeliveryOrder } from '../data/singleDelivery';
import { strictRouter } from '../http/routing';
import { maySee } from './access';
import { firstDeliveryDate } from './orderLine';
import { accepts, filterGroup, holds, is, sortable, stamp, texts } from './search/filters';
import { page, pageOf, withinWindow, type Page } from './search/paging';
import { pollPage, type PollPage } from './search/poll';
import { sorted, sortKey } from './search/sort';
import { callerOf, type Service } from './service';
import type { State } from '../state';
import type { User } from '../data/users';
import { accepted } from './validation/validate';

/** The filters of the SDK's programs (SDK: SearchOrders; RefetchOrders for the overdue ones). */
export const orderFilters = filterGroup({
	buyerOrder: filterGroup({
		companyId: texts,
		contact: filterGroup({ userIds: texts }),
		destination: filterGroup({ code: texts }),
	}),
	supplierOrder: filterGroup({ companyId: texts, contact: filterGroup({ userIds: texts }) }),
	status: filterGroup({ processStatus: texts, logisticsStatus: texts }),
	indicators: filterGroup({ deliveryOverdue: z.boolean() }),
	lastUpdatedSince: stamp,
});

export type OrderFilters = z.output<typeof orderFilters>;

const searchBody = z
	.object({
		query: z.string().optional(),
		filters: orderFilters.default({}),
		sort: z
			.array(sortKey(['buyerOrder.purchaseOrderNumber', 'buyerOrder.erpIssueDateTime']))
			.default([]),
		...page,
	})
	.superRefine(withinWindow);

/** manual: api/polling/README.md; SDK: PollOrders for the company. */
const pollBody = z.object({
	filters: filterGroup({
		companyId: z.string(),
		status: filterGroup({ processStatus: texts }),
		lastUpdatedAfter: stamp,
	}).default({}),
	...page,
});

export const orderSearch: Service = {
	path: '/order-search',
	basicPaths: ['/poll'],
	routes(state) {
		const router = strictRouter();
		router.post('/search', (request, response) => {
			response.json(search(state, request.body, callerOf(response)));
		});
		router.post('/poll', (request, response) => {
			response.json(poll(state, request.body, callerOf(response)));
		});
		router.post('/poll/single-delivery', (request, response) => {
			const { data, ...rest } = poll(state, request.body, callerOf(response));
			response.json({ data: data.map(singleDeliveryOrder), ...rest });
		});
		return router;
	},
};

function search({ orders }: State, body: unknown, user: User): Page<Order> {
	const { query, filters, sort, ...page } = accepted(body, searchBody);
	const found = orders
		.list()
		.filter((order) => maySee(user, partiesOf(order)))
		.filter((order) => holds(query, searchedTexts(order)))
		.filter((order) => matchesHeader(order, filters) && matchesState(order, filters));
	const { data, total } = pageOf(sorted(found, sort), page);
	// SDK: DeliverMigratedOrders reads this date of what a search found.
	return { data: data.map((order) => ({ ...order, ...firstDeliveryDate(order.lines) })), total };
}

function poll({ orders, pollOrder }: State, body: unknown, user: User): PollPage<Order> {
	const { filters, ...page } = accepted(body, pollBody);
	const { companyId, status, lastUpdatedAfter } = filters;
	const matches = (order: Order) =>
		is(companyId, ...partiesOf(order)) &&
		accepts(status?.processStatus, order.status.processStatus);
	const isFiltered = companyId !== undefined || Boolean(status?.processStatus?.length);
	const what = { lastUpdatedAfter, ...(isFiltered && { matches }), ...page };
	return pollPage(orders.timeline(), what, user, pollOrder);
}

/** Whether the filters on buyer and supplier let an order through. */
export function matchesHeader(order: Order, filters: OrderFilters): boolean {
	const { buyerOrder, supplierOrder } = order;
	const buyer = filters.buyerOrder;
	const supplier = filters.supplierOrder;
	return (
		accepts(buyer?.companyId, buyerOrder.companyId) &&
		accepts(buyer?.contact?.userIds, buyerOrder.contact?.userId) &&
		accepts(buyer?.destination?.code, buyerOrder.destination?.code) &&
		accepts(supplier?.companyId, supplierOrder.companyId) &&
		accepts(supplier?.contact?.userIds, supplierOrder.contact?.userId)
	);
}

/** Whether the filters on status, delay and time let an order, or a line, through. */
export function matchesState(
	{ status, indicators, lastUpdatedAt }: Pick<Order, 'status' | 'indicators' | 'lastUpdatedAt'>,
	filters: OrderFilters,
): boolean {
	const since = filters.lastUpdatedSince;
	return (
		accepts(filters.status?.processStatus, status.processStatus) &&
		accepts(filters.status?.logisticsStatus, status.logisticsStatus) &&
		is(filters.indicators?.deliveryOverdue, indicators.deliveryOverdue) &&
		// Guess: what was changed at that very moment is found too.
		(since === undefined || sortable(lastUpdatedAt) >= sortable(since))
	);
}

/** Guess: in which fields a search looks is said nowhere. */
function searchedTexts({ buyerOrder, supplierOrder, lines }: Order): (string | undefined)[] {
	return [
		buyerOrder.purchaseOrderNumber,
		buyerOrder.supplierAccountNumber,
		supplierOrder.buyerAccountNumber,
		...lines.flatMap(({ buyerLine: { item } }) => [item.number, item.name]),
	];
}
