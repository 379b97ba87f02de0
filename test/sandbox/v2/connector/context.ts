/** What a message of `api-connector` is processed with: the stores, its sender, the order it is about. */
import type { Connection } from '../../data/companies';
import type { Order } from '../../data/model';
import { linesAt } from '../../data/orderStore';
import { companiesOf, type User } from '../../data/users';
import { Problem } from '../../http/problem';
import { found } from '../../http/routing';
import type { State } from '../../state';
import { refusal } from '../validation/validate';

/** The stores, who sent the message, and for which company. */
export interface Context extends State {
	user: User;
	companyId: string;
}

/**
 * The company for which a user sends: the one that the message names at `path`, which those have to do
 * who are authorised for several (manual: order/buyer/issue/README.md). Guess: another one is answered
 * 403, and a missing one 400; whatever the status, such a message comes to nothing.
 */
export function senderOf(user: User, companyId: string | undefined, path: string): string {
	const own = companiesOf(user);
	if (companyId === undefined) {
		if (own.length === 1) return own[0];
		throw refusal([{ path, message: 'is required for a user of several companies' }]);
	}
	if (own.includes(companyId)) return companyId;
	throw new Problem(403, `Not authorised for company ${companyId}`);
}

/** Refuses a message that only the other side of an order may send (manual: security/authorization.md). */
export function checkSide({ companyRoles }: User, side: 'buyer' | 'supplier'): void {
	if (!companyRoles.includes(side)) throw new Problem(403, `Only a ${side} may do this`);
}

/** The connection in which the buyer's ERP knows a supplier by this number. */
export function connectionToSupplier(
	{ connections, companyId }: Context,
	supplierAccountNumber: string,
	path: string,
): Connection {
	return known(
		connections.find(
			(connection) =>
				connection.isAccepted &&
				connection.buyerCompanyId === companyId &&
				connection.supplierAccountNumber === supplierAccountNumber,
		),
		path,
	);
}

/** The connection in which the supplier's ERP knows a buyer by this number. */
export function connectionToBuyer(
	{ connections, companyId }: Context,
	buyerAccountNumber: string,
	path: string,
): Connection {
	return known(
		connections.find(
			(connection) =>
				connection.isAccepted &&
				connection.supplierCompanyId === companyId &&
				connection.buyerAccountNumber === buyerAccountNumber,
		),
		path,
	);
}

/**
 * Account numbers are verified against the connection (manual: api/rules.md, order/buyer/issue/README.md).
 * Guess: an unknown one is refused with 400 at once; if Tradecloud takes the message first, it comes to
 * nothing all the same.
 */
function known(connection: Connection | undefined, path: string): Connection {
	if (connection) return connection;
	throw refusal([{ path, message: 'is the account number of no connection' }]);
}

/** The buyer's own order. Guess: 404 where there is none; nothing is changed by such a message. */
export function buyersOrder({ orders, companyId }: Context, purchaseOrderNumber: string): Order {
	return found(orders.byNumber(purchaseOrderNumber, companyId), `Order ${purchaseOrderNumber}`);
}

/** The order that a buyer, by its account number at the supplier, sent to this supplier; else 404. */
export function suppliersOrder(
	context: Context,
	purchaseOrderNumber: string,
	buyerAccountNumber: string,
): Order {
	const path = 'order.buyerAccountNumber';
	const { buyerCompanyId } = connectionToBuyer(context, buyerAccountNumber, path);
	const order = context.orders.byNumber(purchaseOrderNumber, buyerCompanyId);
	const isOwn = order?.supplierOrder.companyId === context.companyId;
	return found(isOwn ? order : undefined, `Order ${purchaseOrderNumber}`);
}

/** Refuses a message with an unknown line, with 404, before anything of it is processed. */
export function checkLines(order: Order, positions: readonly string[]): void {
	linesAt(order, positions);
}
