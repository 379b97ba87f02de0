/** Where a line stands: its statuses, what is agreed on it, and what is asked for (manual: order/status.md). */
import { detached, type OrderLine, type Request } from '../../data/model';
import { logisticsStatusOf } from '../../data/status';
import { scheduleOf, valuesOf, type Values } from './values';

type Status = OrderLine['status'];

/** Gives the line a process status, and an in-progress status or none. */
export function setProcess(
	line: OrderLine,
	processStatus: Status['processStatus'],
	inProgressStatus?: Status['inProgressStatus'],
): void {
	const { logisticsStatus } = line.status;
	line.status = { processStatus, logisticsStatus, ...(inProgressStatus && { inProgressStatus }) };
}

/** Makes these the agreed values: the line is confirmed, and nothing is asked for any more. */
export function agree(line: OrderLine, { deliverySchedule, prices }: Values): void {
	line.deliverySchedule = scheduleOf(deliverySchedule, line.deliverySchedule);
	line.prices = detached(prices);
	line.confirmedLine = valuesOf(line);
	line.eventDates.confirmedDate = new Date().toISOString();
	settle(line);
	setProcess(line, 'Confirmed');
}

/** Nothing is asked for any more: open requests are closed, as they are not relevant any longer. */
export function settle(line: OrderLine): void {
	const { buyerLine, supplierLine } = line;
	const { proposal, reopenRequest } = supplierLine.requests;
	for (const request of [buyerLine.requests.reopenRequest, proposal, reopenRequest]) {
		if (request?.status === 'Open') request.status = 'Closed';
	}
	line.deliveryScheduleIncludingRequests = detached(line.deliverySchedule);
	line.pricesIncludingRequests = detached(line.prices);
}

/**
 * The line shows the old values until the other side has answered, and what is asked for only in the
 * fields that include requests (manual: api/polling/echo.md, order/buyer/receive/README.md).
 */
export function ask(line: OrderLine, values: Values, reason?: string): Request {
	settle(line);
	line.deliveryScheduleIncludingRequests = scheduleOf(
		values.deliverySchedule,
		line.deliverySchedule,
	);
	line.pricesIncludingRequests = detached(values.prices);
	return { status: 'Open', ...valuesOf(values), ...(reason !== undefined && { reason }) };
}

/** What the line shows while nothing is asked for; with the values of an open request, what is. */
export function askedValues(line: OrderLine): Values {
	const { deliveryScheduleIncludingRequests, pricesIncludingRequests } = line;
	return {
		deliverySchedule: deliveryScheduleIncludingRequests,
		prices: pricesIncludingRequests,
	};
}

/** The line is as far as the least far of its deliveries (manual: order/status.md, line logistics status). */
export function rollUpLogistics({ deliverySchedule, status }: OrderLine): void {
	if (deliverySchedule.length === 0 || status.logisticsStatus === 'Cancelled') return;
	const { logisticsStatus } = status;
	status.logisticsStatus = logisticsStatusOf(
		deliverySchedule.map((delivery) => delivery.status ?? logisticsStatus),
	);
}
