/** Tradecloud's statuses, as options for the editor. */
import type { INodePropertyOptions } from 'n8n-workflow';

function options(values: string[]): INodePropertyOptions[] {
	return values.map((value) => ({ name: title(value), value }));
}

/** `InProgress` → `In Progress`, `open` → `Open` */
function title(value: string): string {
	const words = value.replace(/(?!^)([A-Z])/g, ' $1');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

export const processStatuses = options([
	'Cancelled',
	'Completed',
	'Confirmed',
	'InProgress',
	'Issued',
	'Rejected',
]);

export const logisticsStatuses = options([
	'Cancelled',
	'Delivered',
	'Open',
	'Produced',
	'ReadyToShip',
	'Shipped',
]);

/** API v1 has one status. */
export const legacyStatuses = options([
	'approved',
	'cancelled',
	'confirmed',
	'delivered',
	'inconsistent',
	'open',
	'overdue',
	'rejected',
	'shipped',
]);
