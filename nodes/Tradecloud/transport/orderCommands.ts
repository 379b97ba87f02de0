/** What is done with an order that exists, beside sending it. All but `acknowledge` rest on a private specification. */
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

/** SDK: BulkApproveRejectRequests, RevertCancelledOrderLine, RevertCompletedOrderLine */
const decisions = {
	approveRequests: { path: 'requests/buyer/approve', sent: 'the answer to the requests on' },
	rejectRequests: { path: 'requests/buyer/reject', sent: 'the answer to the requests on' },
	revertCancelled: { path: 'revertCancelled', sent: 'the request to restore cancelled lines of' },
	revertCompleted: { path: 'revertCompleted', sent: 'the request to restore completed lines of' },
};

export type Decision = keyof typeof decisions;

/**
 * Answers a supplier's open requests, or takes back that lines were cancelled or completed. It is not repeated
 * on doubt: a second answer would find no open request, and somebody may have cancelled the lines once more.
 *
 * @param lines where they name the version of an order, Tradecloud refuses when it has another one by now
 */
export async function decideLines(
	caller: Caller,
	orderId: string,
	decision: Decision,
	lines: { linePositions: string[]; reason?: string; version?: number },
): Promise<IDataObject> {
	const { path, sent } = decisions[decision];
	const subject = `order '${orderId}'`;
	return await request(caller, {
		method: 'POST',
		path: `${endpoint`/order/${orderId}`}/${path}`,
		body: lines,
		subject,
		unknown: `${subject}, or one of its lines`,
		sent: `${sent} ${subject}`,
		needs: permission,
		once: true,
		mayBeEmpty: '204',
	});
}
