/** The form of an order for companies that chose one delivery a line. */
import type { Delivery, Order, OrderLine } from '../data/model';

/** The order in single delivery form. */
export function singleDeliveryOrder(order: Order): Omit<Order, 'lines'> & { lines: object[] } {
	return { ...order, lines: order.lines.map(singleDeliveryLine) };
}

/** A line in single delivery form: `statusLine` takes the place of the schedules. */
export function singleDeliveryLine(line: OrderLine): object {
	const {
		deliverySchedule,
		deliveryScheduleIncludingRequests,
		prices,
		pricesIncludingRequests,
		confirmedLine,
		...rest
	} = line;
	return {
		...rest,
		...(confirmedLine && {
			confirmedLine: {
				scheduledDelivery: together(confirmedLine.deliverySchedule),
				prices: confirmedLine.prices,
			},
		}),
		statusLine: {
			scheduledDelivery: together(deliverySchedule),
			scheduledDeliveryInclRequests: together(deliveryScheduleIncludingRequests),
			prices,
			pricesInclRequests: pricesIncludingRequests,
		},
	};
}

/** Such a company has one delivery a line: on the first date, of the whole quantity. */
function together(schedule: Delivery[]): Omit<Delivery, 'position'> {
	const [{ date, status, etd, eta, transportMode }] = schedule;
	const quantity = schedule.reduce((sum, delivery) => sum + delivery.quantity, 0);
	return { date, quantity, status, etd, eta, transportMode };
}
