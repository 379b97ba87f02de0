/** `/api/v1/purchaseOrder` and `/purchaseOrderLine`: fetch, list and acknowledge orders. */
import type { Request, Router } from 'express';
import type { Order } from '../data/model';
import type { OrderStore } from '../data/orderStore';
import { Problem } from '../http/problem';
import { bodyObject, found, pathPart, strictRouter } from '../http/routing';
import type { State } from '../state';
import { legacyLineId, purchaseOrderLineOf, purchaseOrderOf, versionHashOf } from './shape';
import type { PurchaseOrder } from './shape';

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
		const { versionHash } = bodyObject(request);
		if (typeof versionHash !== 'string') throw new Problem(400, 'versionHash is missing');
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
	const acknowledged = flag(request, 'acknowledged');
	const archived = flag(request, 'archived');
	const statuses = [request.query.status ?? []].flat();
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
	const page = wholeNumber(request, 'page', 1, Number.MAX_SAFE_INTEGER);
	const pageSize = wholeNumber(request, 'limit', 100, 100);
	return {
		data: all.slice((page - 1) * pageSize, page * pageSize),
		page,
		pageSize,
		total: all.length,
		totalPages: Math.ceil(all.length / pageSize),
	};
}

function flag(request: Request, name: string): boolean | undefined {
	const value = request.query[name];
	if (value === undefined) return undefined;
	if (value !== 'true' && value !== 'false')
		throw new Problem(400, `${name} must be true or false`);
	return value === 'true';
}

function wholeNumber(request: Request, name: string, standard: number, high: number): number {
	const value = Number(request.query[name] ?? standard);
	if (Number.isInteger(value) && value >= 1 && value <= high) return value;
	throw new Problem(400, `${name} must be a whole number from 1 to ${high}`);
}
