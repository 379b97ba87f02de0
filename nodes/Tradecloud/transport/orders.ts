/** Purchase orders, in API v1 and v2. */
import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { textAt, type Order } from '../model/order';
import { endpoint } from './endpoint';
import { pageSize } from './pollPage';
import { request, type Caller } from './request';
import { search } from './search';

/** One order with all its lines, by its id. */
export async function orderById(caller: Caller, orderId: string): Promise<Order> {
	const path =
		caller.credential.apiVersion === 'v1'
			? endpoint`/purchaseOrder/${orderId}`
			: endpoint`/order/${orderId}`;
	return await request(caller, { method: 'GET', path, subject: `purchase order '${orderId}'` });
}

/**
 * One order with all its lines, by its purchase order number.
 *
 * @param companyId the buyer's company; API v2 finds the order without it when the number is unique
 */
export async function orderByNumber(
	caller: Caller,
	purchaseOrderNumber: string,
	companyId: string,
): Promise<Order> {
	if (caller.credential.apiVersion === 'v2') {
		return await orderById(
			caller,
			companyId
				? `${companyId}-${purchaseOrderNumber}`
				: await orderIdOf(caller, purchaseOrderNumber),
		);
	}
	return await request(caller, {
		method: 'GET',
		path: endpoint`/purchaseOrder/tenant/${companyId}/code/${purchaseOrderNumber}`,
		subject: `purchase order '${purchaseOrderNumber}' of company '${companyId}'`,
	});
}

/** The orders of API v1 that match filters, each once although more may come while pages are read. */
export async function legacyOrders(
	caller: Caller,
	filters: IDataObject,
	limit: number,
): Promise<Order[]> {
	const found = new Map<unknown, Order>();
	for (let page = 1; ; page++) {
		const answer = await request(caller, {
			method: 'GET',
			path: '/purchaseOrder',
			isList: true,
			query: { ...filters, page, limit: pageSize },
			subject: 'purchase orders',
		});
		const orders = answer.data as Order[];
		for (const order of orders) found.set(order.id, order);
		const isLast = orders.length === 0 || page >= Number(answer.totalPages ?? 1);
		if (isLast || found.size >= limit) return [...found.values()].slice(0, limit);
	}
}

async function orderIdOf(caller: Caller, purchaseOrderNumber: string): Promise<string> {
	const { data } = await search(caller, 'order', purchaseOrderNumber, {
		offset: 0,
		limit: pageSize,
	});
	const orderIds = data
		.filter((order) => textAt(order, 'buyerOrder', 'purchaseOrderNumber') === purchaseOrderNumber)
		.map((order) => textAt(order, 'orderId'))
		.filter((orderId) => orderId !== undefined);
	if (orderIds.length === 1) return orderIds[0];
	const { message, description } =
		orderIds.length === 0
			? {
					message: `Tradecloud does not know purchase order '${purchaseOrderNumber}'`,
					description:
						"Check the number for typing slips, and check 'Environment' of the Tradecloud API credential.",
				}
			: {
					message: `${orderIds.length} companies have a purchase order '${purchaseOrderNumber}'`,
					description: `Choose the buyer in 'Company' as well. The orders are: ${orderIds.join(', ')}`,
				};
	throw new NodeOperationError(caller.context.getNode(), message, {
		description,
		itemIndex: caller.itemIndex,
	});
}
