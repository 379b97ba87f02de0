/** What is asked for of a line in progress: whose request it is, and where the order shows it. */
import { dateAfter } from './deterministic';
import type { Delivery, InProgressStatus, OrderLine, Prices, Request } from './model';

/** What a line shows while a request is open, or has been answered. */
export interface Asked {
	buyer: OrderLine['buyerLine']['requests'];
	supplier: OrderLine['supplierLine']['requests'];
	/** With the open request: what `…IncludingRequests` shows. */
	deliverySchedule: Delivery[];
	prices: Prices;
}

/**
 * The request that belongs to the status. The line's own schedule and prices keep the old values
 * meanwhile, which is the echo (manual: api/polling/echo.md). Only an open request shows in
 * `…IncludingRequests` (manual: order/buyer/receive/README.md).
 */
export function askedBy(
	status: InProgressStatus | undefined,
	deliverySchedule: Delivery[],
	prices: Prices,
): Asked {
	const nothing: Asked = { buyer: {}, supplier: {}, deliverySchedule, prices };
	const split = splitLater(deliverySchedule);
	switch (status) {
		case 'OpenSupplierProposal':
			return open({ ...nothing, supplier: { proposal: requestOf(split, prices) } }, split);
		case 'OpenSupplierReopenRequest':
			return open({ ...nothing, supplier: { reopenRequest: requestOf(split, prices) } }, split);
		case 'OpenBuyerReopenRequest': {
			const more = deliverySchedule.map((delivery) => ({
				...delivery,
				quantity: (delivery.quantity ?? 0) + 1,
			}));
			return open({ ...nothing, buyer: { reopenRequest: requestOf(more, prices) } }, more);
		}
		case 'RejectedSupplierProposal':
			return {
				...nothing,
				supplier: { proposal: { ...requestOf(split, prices), status: 'Rejected' } },
			};
		// Guess: where the order shows the values of a reschedule request is said nowhere.
		case 'OpenSupplierShipmentRescheduleRequest':
			return open(nothing, split);
		default:
			return nothing;
	}
}

function open(asked: Asked, deliverySchedule: Delivery[]): Asked {
	return { ...asked, deliverySchedule };
}

function requestOf(deliverySchedule: Delivery[], prices: Prices): Request {
	const reason = 'Nur in zwei Lieferungen möglich';
	return { status: 'Open', deliverySchedule, prices, reason };
}

/**
 * Half of the last delivery comes a week later. The new delivery stands at the end and has no position:
 * the buyer's ERP assigns one (manual: order/supplier/send-order-response/README.md, api/delivery-schedule.md).
 */
function splitLater(schedule: Delivery[]): Delivery[] {
	const last = schedule.at(-1);
	if (!last) return [];
	const half = (last.quantity ?? 0) / 2;
	const { status, transportMode } = last;
	return [
		...schedule.slice(0, -1),
		{ ...last, quantity: half },
		{ date: weekAfter(last.date), quantity: half, status, transportMode },
	];
}

function weekAfter(date = dateAfter(0)): string {
	const week = 7 * 24 * 60 * 60 * 1000;
	return new Date(Date.parse(date) + week).toISOString().slice(0, 10);
}
