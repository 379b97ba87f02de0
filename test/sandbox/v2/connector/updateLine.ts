/** What an update of an order does to a line that exists (manual: order/buyer/update.md, reopen.md). */
import { detached, type Delivery, type OrderLine } from '../../data/model';
import { isActive } from '../../data/status';
import type { SentLine } from '../validation/order';
import { linePartOf, mergedDetails } from './buyerPart';
import { withDocuments } from './documents';
import { agree, ask, askedValues, rollUpLogistics, setProcess } from './line';
import { setHistory } from './received';
import { bare, isSame, pricesOf, scheduleOf, valuesOf, type Values } from './values';

/**
 * Takes over what was sent, and names the events that tell it: none where nothing is new. A completed or
 * cancelled line ignores the update.
 */
export function updateLine(line: OrderLine, sent: SentLine): string[] {
	if (!isActive(line)) return [];
	const before = substanceOf(line);
	const statuses = statusesOf(line);
	const events: string[] = [];
	takeFields(line, sent);
	const negotiated = negotiate(line, sent);
	if (negotiated) events.push(negotiated);
	else if (substanceOf(line) !== before) {
		// Issued lines are reissued, confirmed ones updated (manual: connectors/webhooks/order-events.md).
		const isAgreed = line.confirmedLine !== undefined;
		events.push(isAgreed ? 'OrderLinesUpdatedByBuyer' : 'OrderLinesReissuedByBuyer');
	}
	rollUpLogistics(line);
	const areLogisticsNew = sent.deliverySchedule?.some(({ status }) => status);
	if (areLogisticsNew && statusesOf(line) !== statuses) {
		events.push('OrderLinesDeliveryScheduleLogisticsUpdatedByBuyer');
	}
	if (takeHistory(line, sent)) events.push('OrderLinesDeliveryHistorySetByBuyer');
	return events;
}

/** The fields that are not negotiated; what is not sent stays. */
function takeFields(line: OrderLine, sent: SentLine): void {
	const { buyerLine } = line;
	const { noDeliveryExpected, proposeWhenAccepted } = sent.indicators ?? {};
	line.lineType = sent.lineType ?? line.lineType;
	line.chargeReasonCode = sent.chargeReasonCode ?? line.chargeReasonCode;
	line.buyerLine = {
		...buyerLine,
		...detached(linePartOf(sent)),
		item: detached({ ...buyerLine.item, ...sent.item }),
		documents: withDocuments(buyerLine.documents, sent.documents, 'lines.documents'),
		indicators: detached({
			...buyerLine.indicators,
			...(noDeliveryExpected !== undefined && { noDeliveryExpected }),
			...(proposeWhenAccepted !== undefined && { proposeWhenAccepted }),
		}),
	};
	line.mergedItemDetails = mergedDetails(line);
}

/** The event of a change of dates, quantities or prices that is more than an update. */
function negotiate(line: OrderLine, sent: SentLine): string | undefined {
	const { buyerLine } = line;
	if (sent.deliverySchedule) buyerLine.deliverySchedule = detached(sent.deliverySchedule);
	if (sent.prices) buyerLine.prices = pricesOf(sent.prices, buyerLine.prices);
	if (isSuppliersRequest(line, sent)) return assignAskedPositions(line, sent);
	const agreed = line.confirmedLine;
	if (agreed) return negotiateAgreed(line, agreed, sent);
	reissue(line, sent);
	if (line.status.processStatus !== 'Rejected') return undefined;
	setProcess(line, 'InProgress', 'ReissuedRejectedLine');
	return 'OrderLinesReissuedByBuyer';
}

/**
 * Of a line that was never confirmed the new values count at once, and it keeps its status. Guess: a
 * proposal that is open stays open; the buyer may still approve or reject it.
 */
function reissue(line: OrderLine, { deliverySchedule, prices }: SentLine): void {
	const isProposed = line.status.inProgressStatus === 'OpenSupplierProposal';
	if (deliverySchedule) {
		line.deliverySchedule = scheduleOf(deliverySchedule, line.deliverySchedule);
		if (!isProposed) line.deliveryScheduleIncludingRequests = detached(line.deliverySchedule);
	}
	if (prices) {
		line.prices = pricesOf(prices, line.prices);
		if (!isProposed) line.pricesIncludingRequests = detached(line.prices);
	}
}

/** Other values than agreed are a request to reopen the line; the agreed ones again withdraw it. */
function negotiateAgreed(line: OrderLine, agreed: Values, sent: SentLine): string | undefined {
	const { buyerLine, status } = line;
	const isReopened = status.inProgressStatus === 'OpenBuyerReopenRequest';
	const current = isReopened ? askedValues(line) : agreed;
	const requested: Values = {
		deliverySchedule: sent.deliverySchedule ?? current.deliverySchedule,
		prices: sent.prices ? pricesOf(sent.prices, current.prices) : current.prices,
	};
	if (!isSame(agreed, requested)) {
		takeStatuses(line, requested.deliverySchedule);
		if (isReopened && isSame(current, requested)) return undefined;
		// Guess: the supplier's own request, where there is one, is closed by it (manual: order/status.md).
		buyerLine.requests.reopenRequest = ask(line, requested, sent.reason);
		setProcess(line, 'InProgress', 'OpenBuyerReopenRequest');
		return 'OrderLinesReopenRequestedByBuyer';
	}
	if (isReopened) {
		agree(line, { ...requested, prices: agreed.prices });
		return 'OrderLinesReopenRequestRevertedByBuyer';
	}
	assignPositions(line, requested.deliverySchedule);
	return undefined;
}

/** Whether the buyer sends what the supplier's open request asks for. */
function isSuppliersRequest(line: OrderLine, { deliverySchedule, prices }: SentLine): boolean {
	const { inProgressStatus = '' } = line.status;
	const asked = askedValues(line);
	return (
		deliverySchedule !== undefined &&
		inProgressStatus.startsWith('OpenSupplier') &&
		isSame(asked, { deliverySchedule, prices: prices ?? asked.prices })
	);
}

/**
 * A delivery that the supplier would split off gets its position (manual: checklist.md). Guess: the
 * request stays open; the buyer still has to approve it.
 */
function assignAskedPositions(line: OrderLine, { deliverySchedule = [] }: SentLine): undefined {
	const { proposal, reopenRequest } = line.supplierLine.requests;
	line.deliveryScheduleIncludingRequests = scheduleOf(
		deliverySchedule,
		line.deliveryScheduleIncludingRequests,
	);
	for (const request of [proposal, reopenRequest]) {
		if (request?.status === 'Open') request.deliverySchedule = deliverySchedule.map(bare);
	}
}

/** The same for one that is agreed on (manual: api/delivery-schedule.md). */
function assignPositions(line: OrderLine, sent: Delivery[]): void {
	const isOpen = line.status.inProgressStatus?.startsWith('Open') ?? false;
	line.deliverySchedule = scheduleOf(sent, line.deliverySchedule);
	if (line.confirmedLine) {
		line.confirmedLine.deliverySchedule = valuesOf(line).deliverySchedule;
	}
	if (!isOpen) line.deliveryScheduleIncludingRequests = detached(line.deliverySchedule);
}

/** How far a delivery is does not wait for the supplier's consent. */
function takeStatuses(line: OrderLine, sent: readonly Delivery[]): void {
	for (const delivery of line.deliverySchedule) {
		const same = sent.find(({ position }) => position && position === delivery.position);
		if (same?.status) delivery.status = same.status;
	}
}

/** The history that is sent is the whole of it (manual: order/buyer/update.md). True where it is new. */
function takeHistory(line: OrderLine, { deliveryHistory }: SentLine): boolean {
	const before = JSON.stringify(line.buyerLine.deliveryHistory);
	if (!deliveryHistory || JSON.stringify(deliveryHistory) === before) return false;
	setHistory(line, deliveryHistory);
	return true;
}

/** All of a line that an update may change, but for logistics and history, which have events of their own. */
function substanceOf(line: OrderLine): string {
	const { buyerLine, deliverySchedule, prices, lineType, chargeReasonCode } = line;
	const asked = { ...buyerLine, requests: undefined, deliveryHistory: undefined };
	const schedule = deliverySchedule.map(bare);
	return JSON.stringify([
		{ ...asked, deliverySchedule: buyerLine.deliverySchedule.map(bare) },
		schedule,
		prices,
		lineType,
		chargeReasonCode,
	]);
}

function statusesOf({ deliverySchedule }: OrderLine): string {
	return deliverySchedule.map(({ position, status }) => `${position} ${status}`).join();
}
