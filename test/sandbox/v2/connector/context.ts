/** What a message of `api-connector` is processed with, and how its changes are stored and told. */
import type { Order, OrderLine } from '../../data/model';
import { linesAt } from '../../data/orderStore';
import { rollUpStatus } from '../../data/status';
import type { User } from '../../data/users';
import { found } from '../../http/routing';
import type { State } from '../../state';
import { Problem } from '../../http/problem';

/** The stores, and the user who sent the message. */
export interface Context extends State {
	user: User;
}

/** The buyer's own order; answers 404 where there is none. */
export function buyersOrder({ orders, user }: Context, purchaseOrderNumber: string): Order {
	return found(orders.byNumber(purchaseOrderNumber, user.companyId), 'Order');
}

/** The order that a buyer, by its account number at the supplier, sent to this supplier; else 404. */
export function suppliersOrder(
	{ orders, user }: Context,
	purchaseOrderNumber: string,
	buyerAccountNumber: string,
): Order {
	const order = orders
		.list()
		.find(
			({ buyerOrder, supplierOrder }) =>
				buyerOrder.purchaseOrderNumber === purchaseOrderNumber &&
				supplierOrder.companyId === user.companyId &&
				supplierOrder.buyerAccountNumber === buyerAccountNumber,
		);
	return found(order, `Order ${purchaseOrderNumber} of buyer ${buyerAccountNumber}`);
}

/** Refuses a message with an unknown line before anything of it is processed. */
export function checkLines(order: Order, positions: readonly string[]): void {
	linesAt(order, positions);
}

/** Changes these lines and tells it as this event; without lines nothing happens. */
export function changeLines(
	context: Context,
	order: Order,
	eventName: string,
	lines: readonly OrderLine[],
	change: (line: OrderLine) => void,
): void {
	if (lines.length === 0) return;
	const { orderId } = order;
	const positions = lines.map(({ buyerLine }) => buyerLine.position);
	context.orders.updateLines(orderId, positions, change);
	rollUpStatus(order);
	context.publish({ kind: 'order', eventName, orderId, positions });
}

/** Refuses a message that only the other side of an order may send. */
export function checkSide({ companyRoles }: User, side: 'buyer' | 'supplier'): void {
	if (!companyRoles.includes(side)) throw new Problem(403, `Only a ${side} may do this`);
}
