/** How a buyer answers a supplier's open proposals and reopen requests. */
import { detached, type Order, type OrderLine, type Request } from '../data/model';
import { linesAt } from '../data/orderStore';
import { Problem } from '../http/problem';
import { changeLines, type Context } from './connector/context';
import { confirm, setProcess } from './connector/indicators';
import type { RequestAnswerBody } from './validation/bodies';

type Decision = 'Approved' | 'Rejected';
type Kind = 'proposal' | 'reopenRequest';

const kinds: Record<Kind, { openStatus: string; event: string }> = {
	proposal: { openStatus: 'OpenSupplierProposal', event: 'OrderChangesProposal' },
	reopenRequest: { openStatus: 'OpenSupplierReopenRequest', event: 'OrderLinesReopenRequest' },
};

/** Closes the open requests of these lines; answers 409 for another version, or nothing open. */
export function answerRequests(
	order: Order,
	{ linePositions, version, reason }: RequestAnswerBody,
	decision: Decision,
	context: Context,
): void {
	const lines = linesAt(order, [...new Set(linePositions)]);
	if (version !== undefined && version !== order.version) {
		throw new Problem(409, `Order ${order.orderId} has version ${order.version} by now`);
	}
	const closed = lines.find((line) => !kindOf(line));
	if (closed) throw new Problem(409, `Line ${closed.buyerLine.position} has no open request`);
	if (reason) order.reason = reason;
	for (const kind of ['proposal', 'reopenRequest'] as const) {
		const answered = lines.filter((line) => kindOf(line) === kind);
		changeLines(context, order, `${kinds[kind].event}${decision}ByBuyer`, answered, (line) => {
			const request = openRequest(line, kind);
			if (request) answer(line, request, decision, kind);
		});
	}
}

function kindOf(line: OrderLine): Kind | undefined {
	return (['proposal', 'reopenRequest'] as const).find((kind) => openRequest(line, kind));
}

/** A request that is open and the buyer's to answer: not its own reopen request. */
function openRequest({ status, supplierLine }: OrderLine, kind: Kind): Request | undefined {
	const request = supplierLine.requests[kind];
	const isOpen = status.inProgressStatus === kinds[kind].openStatus && request?.status === 'Open';
	return isOpen ? request : undefined;
}

function answer(line: OrderLine, request: Request, decision: Decision, kind: Kind): void {
	request.status = decision;
	if (decision === 'Approved') {
		line.deliverySchedule = detached(request.deliverySchedule);
		line.prices = detached(request.prices);
		return confirm(line);
	}
	line.deliveryScheduleIncludingRequests = detached(line.deliverySchedule);
	line.pricesIncludingRequests = detached(line.prices);
	if (kind === 'proposal') setProcess(line, 'InProgress', 'RejectedSupplierProposal');
	else setProcess(line, 'Confirmed');
}
