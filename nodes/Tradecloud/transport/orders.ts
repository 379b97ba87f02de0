/** Purchase orders, read in API v1 and v2, and their lines. Each holds its `orderId`. */
import { UserError, type IDataObject } from 'n8n-workflow';

import { textAt, withOrderId, type Order } from '../model/order';
import { permission } from '../model/support';
import type { Caller } from './caller';
import { companyNames } from './companies';
import { endpoint } from './endpoint';
import { counted, incomplete, mostFound, pageSize } from './pages';
import { request, requestUnless, type Call } from './request';
import { searchAll } from './search';
import { identityOf } from './identity';

/** One order with all its lines, by its id. */
export async function orderById(caller: Caller, orderId: string): Promise<Order> {
	return withOrderId(await request(caller, orderCall(caller, orderId)));
}

function orderCall({ credential }: Caller, orderId: string): Call {
	const path =
		credential.apiVersion === 'v1'
			? endpoint`/purchaseOrder/${orderId}`
			: endpoint`/order/${orderId}`;
	return { method: 'GET', path, subject: `purchase order '${orderId}'` };
}

/** The same, or undefined where Tradecloud has no such order. */
async function orderIfKnown(caller: Caller, orderId: string): Promise<Order | undefined> {
	const order = await requestUnless(caller, orderCall(caller, orderId), [404]);
	return order && withOrderId(order);
}

/**
 * One order with all its lines, by its purchase order number. In API v2 the buyer is the user's own
 * company where no other is named; a supplier's user, and one who acts for several companies, finds the
 * order of whichever buyer has it.
 *
 * @param companyId the buyer's company; API v1 needs it
 * @throws UserError when no buyer or more than one has such an order
 */
export async function orderByNumber(
	caller: Caller,
	purchaseOrderNumber: string,
	companyId: string,
): Promise<Order> {
	if (caller.credential.apiVersion === 'v1') {
		const order = await request(caller, {
			method: 'GET',
			path: endpoint`/purchaseOrder/tenant/${companyId}/code/${purchaseOrderNumber}`,
			subject: `purchase order '${purchaseOrderNumber}' of company '${companyId}'`,
		});
		return withOrderId(order);
	}
	// SDK: FindOrdersByNumber
	if (companyId) return await orderById(caller, `${companyId}-${purchaseOrderNumber}`);
	const order = await orderWithNumber(caller, purchaseOrderNumber);
	if (order) return order;
	throw new UserError(`Tradecloud could not find purchase order '${purchaseOrderNumber}'`, {
		description:
			"Check the number for typos, choose the buyer in 'Company', and check 'Environment' of the Tradecloud API credential.",
	});
}

/** The same in API v2, of whichever buyer; undefined where none has it. */
export async function orderWithNumber(
	caller: Caller,
	purchaseOrderNumber: string,
): Promise<Order | undefined> {
	const { companyIds } = await identityOf(caller);
	const own =
		companyIds.length === 1
			? await orderIfKnown(caller, `${companyIds[0]}-${purchaseOrderNumber}`)
			: undefined;
	if (own) return own;
	const orderId = await orderIdOf(caller, purchaseOrderNumber);
	return orderId === undefined ? undefined : await orderById(caller, orderId);
}

/**
 * Guess: that a query finds an order by its number, among others. If not, the order is told to be unknown,
 * and found where 'Company' is chosen.
 */
async function orderIdOf(caller: Caller, purchaseOrderNumber: string): Promise<string | undefined> {
	const tooMany = (total: number) =>
		new UserError(
			`Too many orders contain '${purchaseOrderNumber}': ${counted(total)}, of which Tradecloud's search lists ${counted(mostFound)}`,
			{ description: "Choose the buyer in 'Company' as well." },
		);
	const search = { query: purchaseOrderNumber };
	const similar = await searchAll(caller, 'order', search, Infinity, tooMany);
	const orders = similar.filter(
		(order) => textAt(order, 'buyerOrder', 'purchaseOrderNumber') === purchaseOrderNumber,
	);
	const [orderId, ...others] = orders.flatMap((order) => textAt(order, 'orderId') ?? []);
	if (others.length > 0) throw await severalBuyers(caller, purchaseOrderNumber, orders);
	return orderId;
}

async function severalBuyers(
	caller: Caller,
	purchaseOrderNumber: string,
	orders: Order[],
): Promise<UserError> {
	const names = await companyNames(caller);
	const buyers = orders.map((order) => {
		const companyId = textAt(order, 'buyerOrder', 'companyId') ?? '';
		const name = names.get(companyId);
		return name === undefined ? companyId : `${name} (${companyId})`;
	});
	return new UserError(
		`${buyers.length} companies have a purchase order '${purchaseOrderNumber}'`,
		{ description: `Choose the buyer in 'Company' as well: ${buyers.join(', ')}` },
	);
}

/**
 * One line in API v2, by the id of its order and its position: `{companyId}-{number}-{position}`.
 * SDK: CompleteOrderLines, of a private specification
 */
export async function orderLineById(caller: Caller, orderLineId: string): Promise<IDataObject> {
	return await request(caller, {
		method: 'GET',
		path: endpoint`/order-line-search/${orderLineId}`,
		subject: `order line '${orderLineId}'`,
		needs: permission,
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
		const foundBefore = found.size;
		for (const order of answer.data as Order[]) found.set(order.id, withOrderId(order));
		const isLast = page >= Number(answer.totalPages ?? 1);
		if (isLast || found.size >= limit) return [...found.values()].slice(0, limit);
		if (found.size === foundBefore) throw incomplete(found.size);
	}
}
