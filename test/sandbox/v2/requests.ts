/** How a buyer answers a supplier's proposals, reopen and reschedule requests (SDK: BulkApproveRejectRequests, ApproveOrRejectRescheduleRequest). */
import type { InProgressStatus, Order, OrderLine, Request } from '../data/model';
import { linesAt } from '../data/orderStore';
import { Problem } from '../http/problem';
import { tell, type LineEvent } from './connector/changes';
import { checkVersion } from './connector/commands';
import type { Context } from './connector/context';
import { agree, askedValues, setProcess, settle } from './connector/line';

export type Decision = 'Approved' | 'Rejected';

interface Kind {
	/** The beginning of the names of its events (manual: connectors/webhooks/order-events.md). */
	event: string;
	request: (line: OrderLine) => Request | undefined;
	approve: (line: OrderLine) => void;
	reject: (line: OrderLine) => void;
}

const kinds: Partial<Record<InProgressStatus, Kind>> = {
	OpenSupplierProposal: {
		event: 'OrderChangesProposal',
		request: ({ supplierLine }) => supplierLine.requests.proposal,
		approve: (line) => agree(line, askedValues(line)),
		reject: (line) => {
			settle(line);
			setProcess(line, 'InProgress', 'RejectedSupplierProposal');
		},
	},
	OpenSupplierReopenRequest: {
		event: 'OrderLinesReopenRequest',
		request: ({ supplierLine }) => supplierLine.requests.reopenRequest,
		approve: (line) => agree(line, askedValues(line)),
		/** Guess: what was confirmed before is so still; the buyer sees the status in the next event. */
		reject: (line) => agree(line, line),
	},
	OpenSupplierShipmentRescheduleRequest: {
		event: 'OrderLinesShipmentReschedule',
		request: () => undefined,
		/** manual: order/status.md, reschedule request: the line stays in progress either way. */
		approve: (line) => {
			agree(line, { ...askedValues(line), prices: line.prices });
			setProcess(line, 'InProgress', 'ApprovedDeliverySchedule');
		},
		reject: (line) => {
			settle(line);
			setProcess(line, 'InProgress', 'RejectedDeliverySchedule');
		},
	},
};

/**
 * Answers the open requests of these lines. Guess: 409 where nothing is open on one of them, or the order
 * has another version by now, and then nothing is changed; whatever the status, an answer is given once.
 */
export function answerRequests(
	order: Order,
	answer: { linePositions: readonly string[]; version?: number; reason?: string },
	decision: Decision,
	context: Context,
): void {
	const lines = linesAt(order, [...new Set(answer.linePositions)]);
	checkVersion(order, answer.version);
	const asked = lines.map((line) => ({ line, kind: openKind(line) }));
	const happened = asked.map(({ line, kind }): LineEvent => {
		if (!kind) throw new Problem(409, `Line ${line.buyerLine.position} has no open request`);
		return [`${kind.event}${decision}ByBuyer`, line, answer.reason];
	});
	for (const { line, kind } of asked) if (kind) decide(line, kind, decision);
	tell(context, order, happened);
}

/** A request of the supplier; the buyer's own is not its to answer. */
function openKind({ status }: OrderLine): Kind | undefined {
	return status.inProgressStatus && kinds[status.inProgressStatus];
}

function decide(line: OrderLine, kind: Kind, decision: Decision): void {
	const request = kind.request(line);
	if (request) request.status = decision;
	if (decision === 'Approved') kind.approve(line);
	else kind.reject(line);
}
