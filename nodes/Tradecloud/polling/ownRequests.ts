/**
 * The echo of one's own requests: while a request is open, its line still shows the old delivery
 * schedule and prices (manual: api/polling/echo.md).
 */
import type { IDataObject } from 'n8n-workflow';

import { linesOf, textAt, type Order } from '../model/order';

/** Which lines to leave out: those with an open request of one side, or all that are in progress. */
export type Skipped = 'buyer' | 'supplier' | 'inProgress';

const openRequests = {
	buyer: ['OpenBuyerReopenRequest', 'OpenBuyerReconfirmationRequest'],
	supplier: [
		'OpenSupplierProposal',
		'OpenSupplierReopenRequest',
		'OpenSupplierShipmentRescheduleRequest',
	],
};

/** The orders without the lines to leave out; an order that has no other line is left out. */
export function withoutOwnRequests(orders: Order[], skipped: Skipped): Order[] {
	return orders.flatMap((order) => {
		const lines = linesOf(order);
		const others = lines.filter((line) => !isLeftOut(line, skipped));
		if (others.length === lines.length) return [order];
		return others.length > 0 ? [{ ...order, lines: others }] : [];
	});
}

function isLeftOut(line: IDataObject, skipped: Skipped): boolean {
	if (skipped === 'inProgress') return textAt(line, 'status', 'processStatus') === 'InProgress';
	return openRequests[skipped].includes(textAt(line, 'status', 'inProgressStatus') ?? '');
}
