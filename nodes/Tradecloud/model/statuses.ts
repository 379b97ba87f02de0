/** Tradecloud's statuses as options for the editor (manual: order/status.md). */
import { optionsOf } from './names';

export const processStatuses = optionsOf({
	Cancelled: 'The buyer has cancelled it',
	Completed: 'The buyer has closed it',
	Confirmed: 'Buyer and supplier agree on all of it',
	InProgress: 'Buyer and supplier negotiate it, or agree on some of its lines',
	Issued: 'The buyer has sent it and the supplier has not answered yet',
	Rejected: 'The supplier has rejected all of it',
});

export const logisticsStatuses = optionsOf({
	Cancelled: 'The buyer has cancelled it',
	Delivered: 'The buyer has received the full quantity',
	Open: 'None or only a part is produced, ready to ship, shipped or delivered',
	Produced: 'The supplier has produced the full quantity',
	ReadyToShip: 'The full quantity is ready to leave the supplier',
	Shipped: 'The supplier has shipped the full quantity',
});

/** API v1 has one status. */
export const legacyStatuses = optionsOf({
	approved: 'The buyer has approved what the supplier changed',
	cancelled: 'The buyer has cancelled it',
	confirmed: 'Buyer and supplier agree on it',
	delivered: 'The buyer has received the goods',
	inconsistent: 'The supplier answered with something other than ordered',
	open: 'The supplier has not answered yet',
	overdue: 'The delivery date has passed',
	rejected: 'The supplier has rejected it',
	shipped: 'The goods are on their way',
});
