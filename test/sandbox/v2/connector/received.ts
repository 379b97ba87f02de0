/** Which deliveries of a line have arrived: matched by date and quantity, not by position (manual: order/buyer/receive-goods.md). */
import { detached, type ActualDelivery, type Delivery, type OrderLine } from '../../data/model';
import { rollUpLogistics } from './line';

/** The planned deliveries that the history holds; each of its entries is one delivery. */
export function receivedOf(
	schedule: readonly Delivery[],
	history: readonly ActualDelivery[],
): Set<Delivery> {
	const rest = history.map(({ date, quantity }) => `${date} ${quantity}`);
	return new Set(
		schedule.filter(({ date, quantity }) => {
			const index = rest.indexOf(`${date} ${quantity}`);
			if (index >= 0) rest.splice(index, 1);
			return index >= 0;
		}),
	);
}

/**
 * Gives the line this history. Guess: a delivery that is matched is delivered, and open again when its
 * entry goes; a page says only that Tradecloud knows then what is still to be delivered.
 */
export function setHistory(line: OrderLine, history: readonly ActualDelivery[]): void {
	const { buyerLine, deliverySchedule, deliveryScheduleIncludingRequests } = line;
	for (const schedule of [deliverySchedule, deliveryScheduleIncludingRequests]) {
		const before = receivedOf(schedule, buyerLine.deliveryHistory);
		const received = receivedOf(schedule, history);
		for (const delivery of schedule) {
			if (received.has(delivery)) delivery.status = 'Delivered';
			else if (before.has(delivery)) delivery.status = 'Open';
		}
	}
	buyerLine.deliveryHistory = detached([...history]);
	rollUpLogistics(line);
}
