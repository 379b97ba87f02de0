/**
 * The echo of one's own requests: while a request is open, its line still shows the old delivery
 * schedule and prices (Tradecloud connectors manual, "Polling").
 */
import type { IDataObject } from 'n8n-workflow';

import { linesOf, textAt, type Order } from '../model/order';

/** Whose requests to leave out. */
export type Requester = 'buyer' | 'supplier';

const openRequests: Record<Requester, string[]> = {
	buyer: ['OpenBuyerReopenRequest', 'OpenBuyerReconfirmationRequest'],
	supplier: [
		'OpenSupplierProposal',
		'OpenSupplierReopenRequest',
		'OpenSupplierShipmentRescheduleRequest',
	],
};

/** The orders without lines on which a request of the requester is open; an order that has no other line is left out. */
export function withoutOwnRequests(orders: Order[], requester: Requester): Order[] {
	return orders.flatMap((order) => {
		const lines = linesOf(order);
		const others = lines.filter((line) => !isOpen(line, requester));
		if (others.length === lines.length) return [order];
		return others.length > 0 ? [{ ...order, lines: others }] : [];
	});
}

function isOpen(line: IDataObject, requester: Requester): boolean {
	return openRequests[requester].includes(textAt(line, 'status', 'inProgressStatus') ?? '');
}
