/** A line as `order-line-search` shows it: with the header of its order. */
import type { Order, OrderLine } from '../data/model';

/** The fields that the SDK's programs read (SDK: SendOrderResponseSearchBatch, ExportOrderLines). */
export function orderLineView(order: Order, line: OrderLine) {
	return {
		id: line.id,
		orderId: order.id,
		buyerOrder: order.buyerOrder,
		supplierOrder: order.supplierOrder,
		buyerLine: line.buyerLine,
		supplierLine: line.supplierLine,
		deliverySchedule: line.deliverySchedule,
		deliveryScheduleIncludingRequests: line.deliveryScheduleIncludingRequests,
		prices: line.prices,
		pricesIncludingRequests: line.pricesIncludingRequests,
		mergedItemDetails: line.mergedItemDetails,
		indicators: line.indicators,
		status: line.status,
		...firstDeliveryDate([line]),
	};
}

export type OrderLineView = ReturnType<typeof orderLineView>;

/** The earliest delivery of these lines (SDK: SetDeliveryScheduleStatusBatch). Guess: as `yyyy-MM-dd`. */
export function firstDeliveryDate(lines: readonly OrderLine[]): { firstDeliveryDate?: string } {
	const [first] = lines
		.flatMap(({ deliverySchedule }) => deliverySchedule.map(({ date }) => date))
		.filter((date) => date !== undefined)
		.sort();
	return first === undefined ? {} : { firstDeliveryDate: first };
}
