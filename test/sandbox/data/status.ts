/** What an order's status is, its lines being what they are. */
import type { Order } from './model';

const processStatuses = ['InProgress', 'Rejected', 'Issued', 'Confirmed', 'Completed', 'Cancelled'];
const logisticsStatuses = ['Open', 'Produced', 'ReadyToShip', 'Shipped', 'Delivered', 'Cancelled'];

/** Gives the order the status of the line that is least far. */
export function rollUpStatus({ lines, status }: Order): void {
	const process = new Set(lines.map((line) => line.status.processStatus));
	const logistics = new Set(lines.map((line) => line.status.logisticsStatus));
	status.processStatus = processStatuses.find((name) => process.has(name)) ?? status.processStatus;
	status.logisticsStatus =
		logisticsStatuses.find((name) => logistics.has(name)) ?? status.logisticsStatus;
}
