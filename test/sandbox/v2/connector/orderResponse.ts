/** A supplier answers an order: accepts or rejects lines, or proposes other dates, quantities, prices. */
import { contains } from '../../data/contains';
import { detached, type OrderLine, type Prices } from '../../data/model';
import { linesAt } from '../../data/orderStore';
import type { OrderResponseBody, ResponseLine } from '../validation/bodies';
import { changeLines, checkLines, suppliersOrder, type Context } from './context';
import { confirm, setProcess } from './indicators';
import { pricesOf, scheduleOf } from './shape';

type Answer = 'accept' | 'reconfirm' | 'reject' | 'propose' | 'inform';

/** Each kind of answer is an event of its own. */
const events: [Answer, string][] = [
	['accept', 'OrderLinesAcceptedBySupplier'],
	['reconfirm', 'OrderLinesReconfirmedBySupplier'],
	['reject', 'OrderLinesRejectedBySupplier'],
	['propose', 'OrderChangesProposedBySupplier'],
	['inform', 'OrderLinesUpdatedBySupplier'],
];

/** Each line gets its answer; what is so already stays untouched, so that repeating is safe. */
export function sendResponse({ order: header, lines }: OrderResponseBody, context: Context): void {
	const { purchaseOrderNumber, buyerAccountNumber, indicators, reason, ...rest } = header;
	const order = suppliersOrder(context, purchaseOrderNumber, buyerAccountNumber);
	const positions = [
		...new Set(lines.map(({ purchaseOrderLinePosition }) => purchaseOrderLinePosition)),
	];
	checkLines(order, positions);
	const { companyId } = order.supplierOrder;
	order.supplierOrder = { ...order.supplierOrder, ...detached(rest), companyId };
	if (reason) order.reason = reason;
	const responses = new Map<OrderLine, { response: ResponseLine; answer: Answer }>();
	for (const sent of lines) {
		const [line] = linesAt(order, [sent.purchaseOrderLinePosition]);
		const response = { indicators, reason, ...sent };
		responses.set(line, { response, answer: answerOf(line, response) });
	}
	for (const [answer, event] of events) {
		const answered = [...responses].filter(
			([line, given]) => given.answer === answer && !isDone(line, given.response, answer),
		);
		const touched = answered.map(([line]) => line);
		changeLines(context, order, event, touched, (line) => {
			const given = responses.get(line);
			if (given) take(line, given.response, answer);
		});
	}
}

function answerOf(line: OrderLine, { indicators, deliverySchedule, prices }: ResponseLine): Answer {
	if (indicators?.rejected) return 'reject';
	if (!indicators?.accepted) {
		if (!deliverySchedule && !prices) return 'inform';
		if (!isAsked(line, { deliverySchedule, prices })) return 'propose';
	}
	const isReconfirmation = line.status.inProgressStatus === 'OpenBuyerReconfirmationRequest';
	return isReconfirmation ? 'reconfirm' : 'accept';
}

type Values = Pick<ResponseLine, 'deliverySchedule' | 'prices'>;

/** Whether these dates, quantities and prices are those that the buyer asks for. */
function isAsked(line: OrderLine, values: Values): boolean {
	return hasValues(line.deliverySchedule, line.prices, values);
}

function hasValues(
	schedule: OrderLine['deliverySchedule'],
	prices: Prices,
	{ deliverySchedule, prices: sentPrices = {} }: Values,
): boolean {
	const sent = deliverySchedule?.map(({ date, quantity }) => ({ date, quantity }));
	return (!sent || contains(schedule, sent)) && contains(prices, sentPrices);
}

function isDone(line: OrderLine, response: ResponseLine, answer: Answer): boolean {
	const { processStatus, inProgressStatus } = line.status;
	if (!contains(line.supplierLine, detailsOf(response))) return false;
	if (answer === 'accept') return processStatus === 'Confirmed';
	if (answer === 'reject') return processStatus === 'Rejected';
	if (answer === 'inform') return true;
	const { deliveryScheduleIncludingRequests: schedule, pricesIncludingRequests: prices } = line;
	return inProgressStatus === 'OpenSupplierProposal' && hasValues(schedule, prices, response);
}

const answerFields = new Set([
	'purchaseOrderLinePosition',
	'deliverySchedule',
	'prices',
	'indicators',
	'reason',
]);

/** What a response says of the supplier's side of the line, such as its sales order number. */
function detailsOf(response: ResponseLine): object {
	return Object.fromEntries(Object.entries(response).filter(([name]) => !answerFields.has(name)));
}

function take(line: OrderLine, response: ResponseLine, answer: Answer): void {
	const { requests } = line.supplierLine;
	line.supplierLine = { ...line.supplierLine, ...detached(detailsOf(response)), requests };
	if (answer === 'inform') return;
	for (const request of [requests.proposal, requests.reopenRequest]) {
		if (request?.status === 'Open') request.status = 'Closed';
	}
	line.deliveryScheduleIncludingRequests = detached(line.deliverySchedule);
	line.pricesIncludingRequests = detached(line.prices);
	if (answer === 'accept' || answer === 'reconfirm') confirm(line);
	if (answer === 'reject') setProcess(line, 'Rejected');
	if (answer === 'propose') propose(line, response);
}

/** The line keeps the old values until the buyer approves; the others show what it would be. */
function propose(line: OrderLine, { deliverySchedule, prices, reason }: ResponseLine): void {
	const proposed = detached({
		deliverySchedule: deliverySchedule
			? scheduleOf(deliverySchedule, line.status.logisticsStatus)
			: line.deliverySchedule,
		prices: prices ? pricesOf(prices, line.prices) : line.prices,
	});
	line.supplierLine.requests.proposal = { status: 'Open', ...proposed, reason };
	line.deliveryScheduleIncludingRequests = detached(proposed.deliverySchedule);
	line.pricesIncludingRequests = detached(proposed.prices);
	setProcess(line, 'InProgress', 'OpenSupplierProposal');
}
