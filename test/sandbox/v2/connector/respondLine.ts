/** What a supplier's response does to a line (manual: order/supplier/send-order-response/README.md, reopen.md). */
import { detached, type OrderLine } from '../../data/model';
import { isActive } from '../../data/status';
import type { ResponseLine } from '../validation/orderResponse';
import { agree, ask, askedValues, setProcess, settle } from './line';
import { isSame, pricesOf, scheduleOf, type Values } from './values';

export interface Answer extends ResponseLine {
	decision?: 'accepted' | 'rejected';
	/** The buyer lets proposals and reopen requests count at once. */
	autoConfirm: boolean;
}

/** Gives the line its new status, and names the event of it; none where nothing changes. */
export function respond(line: OrderLine, answer: Answer): string | undefined {
	if (!isActive(line)) return undefined;
	if (answer.decision === 'accepted') return accept(line, answer);
	if (answer.decision === 'rejected') return reject(line, answer);
	if (!answer.deliverySchedule && !answer.prices) return undefined;
	const requested = requestedValues(line);
	const responded = {
		deliverySchedule: answer.deliverySchedule
			? scheduleOf(answer.deliverySchedule, requested.deliverySchedule)
			: requested.deliverySchedule,
		prices: answer.prices ? pricesOf(answer.prices, requested.prices) : requested.prices,
	};
	return isSame(requested, responded) ? accept(line, answer) : differ(line, responded, answer);
}

/** What the buyer asks for: its request, or the values that were issued or confirmed. */
function requestedValues(line: OrderLine): Values {
	const { inProgressStatus } = line.status;
	return inProgressStatus === 'OpenBuyerReopenRequest' ? askedValues(line) : line;
}

/**
 * As requested: what was asked for is agreed on. Guess: a line that the supplier rejected before is
 * confirmed by it too; if not, it stays rejected, and both sides see that.
 */
function accept(line: OrderLine, answer: Answer): string | undefined {
	const { status, buyerLine } = line;
	const { reopenRequest } = buyerLine.requests;
	if (status.processStatus === 'Confirmed') return undefined;
	switch (status.inProgressStatus) {
		case 'OpenBuyerReopenRequest':
			if (reopenRequest) reopenRequest.status = 'Approved';
			agree(line, askedValues(line));
			return 'OrderLinesReopenRequestApprovedBySupplier';
		case 'OpenSupplierReopenRequest':
			agree(line, line);
			return 'OrderLinesReopenRequestRevertedBySupplier';
		case 'OpenBuyerReconfirmationRequest':
			agree(line, line);
			return 'OrderLinesReconfirmedBySupplier';
	}
	// manual: order/buyer/issue/propose-when-accepted.md
	if (buyerLine.indicators.proposeWhenAccepted) return propose(line, line, answer);
	agree(line, line);
	return 'OrderLinesAcceptedBySupplier';
}

/**
 * The page says that a line in progress becomes rejected, and makes no exception for one that the buyer
 * wanted to reopen. Guess: a confirmed line, of which it says nothing, stays as it is; the supplier sees
 * that in the next event.
 */
function reject(line: OrderLine, { reason }: Answer): string | undefined {
	const { processStatus, inProgressStatus } = line.status;
	if (processStatus === 'Confirmed' || processStatus === 'Rejected') return undefined;
	const { reopenRequest } = line.buyerLine.requests;
	const isReopened = inProgressStatus === 'OpenBuyerReopenRequest';
	if (isReopened && reopenRequest) reopenRequest.status = 'Rejected';
	settle(line);
	setProcess(line, 'Rejected');
	delete line.confirmedLine;
	line.supplierLine.reason = reason ?? line.supplierLine.reason;
	return isReopened ? 'OrderLinesReopenRequestRejectedBySupplier' : 'OrderLinesRejectedBySupplier';
}

/** Other values than requested: a proposal, or, where the line was confirmed, a request to reopen it. */
function differ(line: OrderLine, responded: Values, answer: Answer): string | undefined {
	const { processStatus, inProgressStatus = '' } = line.status;
	// manual: order/buyer/issue/indicators.md, auto confirm
	if (answer.autoConfirm) {
		agree(line, responded);
		return 'OrderLinesConfirmedBySupplier';
	}
	const isReopening =
		processStatus === 'Confirmed' ||
		['OpenSupplierReopenRequest', 'OpenBuyerReconfirmationRequest'].includes(inProgressStatus);
	return isReopening ? reopen(line, responded, answer) : propose(line, responded, answer);
}

function propose(line: OrderLine, values: Values, { reason }: Answer): string | undefined {
	const isOpen = line.status.inProgressStatus === 'OpenSupplierProposal';
	if (isOpen && isSame(askedValues(line), values)) return undefined;
	line.supplierLine.requests.proposal = ask(line, detached(values), reason);
	setProcess(line, 'InProgress', 'OpenSupplierProposal');
	return 'OrderChangesProposedBySupplier';
}

function reopen(line: OrderLine, values: Values, { reason }: Answer): string | undefined {
	const isOpen = line.status.inProgressStatus === 'OpenSupplierReopenRequest';
	if (isOpen && isSame(askedValues(line), values)) return undefined;
	line.supplierLine.requests.reopenRequest = ask(line, detached(values), reason);
	setProcess(line, 'InProgress', 'OpenSupplierReopenRequest');
	return 'OrderLinesReopenRequestedBySupplier';
}
