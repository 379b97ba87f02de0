/** What the status of an order is, its lines being what they are (manual: order/status.md). */
import type { LogisticsStatus, Order, OrderLine, ProcessStatus } from './model';

const logisticsStatuses: readonly LogisticsStatus[] = [
	'Open',
	'Produced',
	'ReadyToShip',
	'Shipped',
	'Delivered',
];

/** Gives the order the status that its lines make together; an order without lines keeps its own. */
export function rollUpStatus({ lines, status }: Order): void {
	if (lines.length === 0) return;
	status.processStatus = processStatusOf(lines.map((line) => line.status.processStatus));
	status.logisticsStatus = logisticsStatusOf(lines.map((line) => line.status.logisticsStatus));
}

/**
 * Confirmed once every line is that is neither cancelled nor completed, and in progress from the first
 * confirmed line on (manual: api/polling/README.md). Guess: any other mixture is in progress too; if it
 * is not, an order is only listed under another status.
 */
function processStatusOf(statuses: readonly ProcessStatus[]): ProcessStatus {
	const open = new Set(statuses.filter((status) => !['Cancelled', 'Completed'].includes(status)));
	if (open.size === 0) return statuses.includes('Completed') ? 'Completed' : 'Cancelled';
	return open.size === 1 ? [...open][0] : 'InProgress';
}

/**
 * The status of what is least far: open until the full quantity has come further (manual:
 * order/status.md). What is cancelled does not count beside what is not (Guess: an order would only be
 * listed under another status).
 */
export function logisticsStatusOf(statuses: readonly LogisticsStatus[]): LogisticsStatus {
	return logisticsStatuses.find((status) => statuses.includes(status)) ?? 'Cancelled';
}

/** Whether a line still waits for somebody: neither completed nor cancelled. */
export function isActive({ status }: OrderLine): boolean {
	return !['Cancelled', 'Completed'].includes(status.processStatus);
}
