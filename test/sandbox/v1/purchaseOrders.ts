/** `/api/v1/purchaseOrder` and `/purchaseOrderLine`: fetch, list and acknowledge orders. */
import type { Request, Router } from 'express';
import { z } from 'zod';
import type { Order } from '../data/model';
import type { OrderStore } from '../data/orderStore';
import { found, pathPart, strictRouter } from '../http/routing';
import type { State } from '../state';
import { accepted } from '../v2/validation/validate';
import { legacyLineId, purchaseOrderLineOf, purchaseOrderOf, versionHashOf } from './shape';
import type { PurchaseOrder } from './shape';

const acknowledgement = z.object({ versionHash: z.string() });

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const query = z.object({
	acknowledged: flag.optional(),
	archived: flag.optional(),
	status: z.union([z.string(), z.array(z.string())]).optional(),
	page: z.coerce.number().int().min(1).default(1),
	limit: z.coerce.number().int().min(1).max(100).default(100),
});

/** The routes of purchase orders. */
export function purchaseOrders({ orders }: State): Router {
	const router = strictRouter();
	const shaped = (order: Order) => purchaseOrderOf(order, orders.legacyId(order.id));
	router.get('/purchaseOrder', (request, response) => {
		response.json(pageOf(listed(orders, request).map(shaped), request));
	});
	router.get('/purchaseOrder/:orderId', (request, response) => {
		response.json(shaped(orderOf(orders, request)));
	});
	router.get('/purchaseOrder/tenant/:tenantId/code/:code', (request, response) => {
		const order = orders.byNumber(pathPart(request, 'code'), pathPart(request, 'tenantId'));
		response.json(shaped(found(order, 'Purchase order')));
	});
	router.get('/purchaseOrder/code/:code', (request, response) => {
		const code = pathPart(request, 'code');
		// Guess: of several buyers' orders of that number, the first.
		const order = orders.list().find(({ buyerOrder }) => buyerOrder.purchaseOrderNumber === code);
		response.json(shaped(found(order, 'Purchase order')));
	});
	router.post('/purchaseOrder/:orderId/_acknowledge', (request, response) => {
		const { versionHash } = accepted(request.body, acknowledgement);
		orders.acknowledge(orderOf(orders, request).id, versionHash);
		response.json({ ok: true });
	});
	router.get('/purchaseOrderLine/:lineId', (request, response) => {
		response.json(lineOf(orders, pathPart(request, 'lineId')));
	});
	return router;
}

function orderOf(orders: OrderStore, request: Request): Order {
	return found(orders.byLegacyId(pathPart(request, 'orderId')), 'Purchase order');
}

function lineOf(orders: OrderStore, lineId: string): object {
	const lines = orders.list().flatMap((order) => order.lines.map((line, row) => ({ line, row })));
	const { line, row } = found(
		lines.find(({ line }) => legacyLineId(line) === lineId),
		'Purchase order line',
	);
	return purchaseOrderLineOf(line, row);
}

/** The orders that the query's `acknowledged`, `archived` and `status` (once or more) ask for. */
function listed(orders: OrderStore, request: Request): Order[] {
	const { acknowledged, archived, status } = accepted(request.query, query);
	const statuses = [status ?? []].flat();
	return orders.list().filter((order) => {
		const { id: orderId } = order;
		const isAcknowledged = orders.isAcknowledged(orderId, versionHashOf(order));
		return (
			(acknowledged ?? isAcknowledged) === isAcknowledged &&
			(archived ?? orders.isArchived(orderId)) === orders.isArchived(orderId) &&
			(statuses.length === 0 || statuses.includes(purchaseOrderOf(order, orderId).status))
		);
	});
}

function pageOf(all: PurchaseOrder[], request: Request): object {
	const { page, limit: pageSize } = accepted(request.query, query);
	return {
		data: all.slice((page - 1) * pageSize, page * pageSize),
		page,
		pageSize,
		total: all.length,
		totalPages: Math.ceil(all.length / pageSize),
	};
}
