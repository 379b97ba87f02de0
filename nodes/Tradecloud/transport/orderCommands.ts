/** What a buyer does with an order that exists, beside sending it. All but `acknowledge` rest on a private specification. */
import type { IDataObject } from 'n8n-workflow';

import { permission } from '../model/support';
import type { Caller } from './caller';
import { endpoint } from './endpoint';
import { request } from './request';

/** Tells API v1 that this version of an order was received. */
export async function acknowledgeOrder(
	caller: Caller,
	orderId: string,
	versionHash: string,
): Promise<IDataObject> {
	return await request(caller, {
		method: 'POST',
		path: endpoint`/purchaseOrder/${orderId}/_acknowledge`,
		body: { versionHash },
		subject: `purchase order '${orderId}'`,
		mayBeEmpty: '204',
	});
}

/** Lets the event of an order come once more. SDK: ResendOrders */
export async function resendOrder(caller: Caller, orderId: string): Promise<IDataObject> {
	return await request(caller, {
		method: 'POST',
		path: endpoint`/order/${orderId}/buyer/resend`,
		body: {},
		subject: `purchase order '${orderId}'`,
		needs: permission,
		mayBeEmpty: 'any',
	});
}

/** Lines of an order, and the order as the decision about them knew it. */
export interface LineDecision {
	linePositions: string[];
	reason?: string;
	/** Tradecloud refuses the decision when the order has another one by now. */
	version?: number;
}

/**
 * Answers a supplier's open proposals, reopen requests and reschedule requests. It is not repeated on
 * doubt: a second answer would find no open request. SDK: BulkApproveRejectRequests
 */
export async function answerRequests(
	caller: Caller,
	orderId: string,
	answer: 'approve' | 'reject',
	decision: LineDecision,
): Promise<IDataObject> {
	return await request(caller, {
		method: 'POST',
		path: `${endpoint`/order/${orderId}`}/requests/buyer/${answer}`,
		body: { ...decision },
		subject: `order '${orderId}'`,
		unknown: `order '${orderId}', or one of its lines`,
		sent: `the answer to the requests on order '${orderId}'`,
		needs: permission,
		once: true,
		mayBeEmpty: '204',
	});
}

/**
 * Takes back that lines were cancelled or completed. It is not repeated on doubt: somebody may have
 * cancelled them once more. SDK: RevertCancelledOrderLine, RevertCompletedOrderLine
 */
export async function revertLines(
	caller: Caller,
	orderId: string,
	what: 'Cancelled' | 'Completed',
	decision: LineDecision,
): Promise<IDataObject> {
	return await request(caller, {
		method: 'POST',
		path: `${endpoint`/order/${orderId}`}/revert${what}`,
		body: { ...decision },
		subject: `order '${orderId}'`,
		unknown: `order '${orderId}', or one of its lines`,
		sent: `the request to restore ${what.toLowerCase()} lines of order '${orderId}'`,
		needs: permission,
		once: true,
		mayBeEmpty: '204',
	});
}
