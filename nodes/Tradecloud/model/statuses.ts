/** Tradecloud's statuses and indicators, as options for the editor. */
import type { INodePropertyOptions } from 'n8n-workflow';

function options(descriptions: Record<string, string>): INodePropertyOptions[] {
	return Object.entries(descriptions).map(([value, description]) => ({
		name: title(value),
		value,
		description,
	}));
}

/** `InProgress` → `In Progress`, `open` → `Open` */
function title(value: string): string {
	const words = value.replace(/(?!^)([A-Z])/g, ' $1');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

export const processStatuses = options({
	Cancelled: 'The buyer has cancelled it',
	Completed: 'The buyer has closed it',
	Confirmed: 'Buyer and supplier agree on it',
	InProgress: 'A proposal or request of one side waits for the other',
	Issued: 'The buyer has sent it and the supplier has not answered yet',
	Rejected: 'The supplier has rejected it',
});

export const logisticsStatuses = options({
	Cancelled: 'It will not be delivered',
	Delivered: 'The buyer has received the goods',
	Open: 'The goods are not produced yet',
	Produced: 'The goods are produced',
	ReadyToShip: 'The goods are ready to leave the supplier',
	Shipped: 'The goods are on their way',
});

/** API v1 has one status. */
export const legacyStatuses = options({
	approved: 'The buyer has approved what the supplier changed',
	cancelled: 'The buyer has cancelled it',
	confirmed: 'Buyer and supplier agree on it',
	delivered: 'The buyer has received the goods',
	inconsistent: 'The supplier answered something else than was ordered',
	open: 'The supplier has not answered yet',
	overdue: 'The delivery date has passed',
	rejected: 'The supplier has rejected it',
	shipped: 'The goods are on their way',
});

/** What a buyer can tell of an order or a line. */
export const indicatorOptions = options({
	cancelled: 'It is no longer needed',
	completed: 'It is closed; nothing more will come',
	confirmed: 'It is agreed on, outside Tradecloud for instance',
	delivered: 'The goods have arrived',
	requestReconfirmation: 'The supplier is asked to confirm it once more',
	shipped: 'The goods are on their way',
});
