/**
 * The form of an order for companies whose ERP knows one delivery a line
 * (manual: order/buyer/receive/single-delivery-order-response.md, api/delivery-schedule.md).
 */
import type { Delivery, Order, OrderLine, SingleDeliveryLine, SingleDeliveryOrder } from './model';

/** The order in single delivery form. */
export function singleDeliveryOrder(order: Order): SingleDeliveryOrder {
	return { ...order, lines: order.lines.flatMap(singleDeliveryLines) };
}

/**
 * A line for each delivery. The first is the line itself; the others name it as `originalPosition` and
 * have the position that the buyer's ERP gave them, or none yet where the supplier has just split it.
 * Guess: in an order that came with schedules the further lines have the positions of their deliveries,
 * and all lines the id of the one that was split; who tells lines apart by neither, loses none.
 */
export function singleDeliveryLines(line: OrderLine): SingleDeliveryLine[] {
	const { deliverySchedule, deliveryScheduleIncludingRequests } = line;
	const asked = [...deliveryScheduleIncludingRequests];
	const pairs = deliverySchedule.map((delivery) => ({ delivery, asked: take(asked, delivery) }));
	const parts = [...pairs, ...asked.map((request) => ({ delivery: undefined, asked: request }))];
	if (parts.length === 0) return [lineOf(line, undefined, undefined, true)];
	const primary = Math.max(
		0,
		parts.findIndex((part) => isPrimary(part.delivery, line)),
	);
	return parts.map((part, index) => lineOf(line, part.delivery, part.asked, index === primary));
}

/** The delivery of the line's own position is the line itself; where none has it, the first is. */
function isPrimary(delivery: Delivery | undefined, { buyerLine }: OrderLine): boolean {
	return delivery?.position === buyerLine.position;
}

/** Takes out the delivery of the same position, else the first of those without one. */
function take(schedule: Delivery[], { position }: Delivery): Delivery | undefined {
	const index = schedule.findIndex((delivery) => delivery.position === position);
	return index < 0 ? undefined : schedule.splice(index, 1)[0];
}

function lineOf(
	line: OrderLine,
	delivery: Delivery | undefined,
	asked: Delivery | undefined,
	isLine: boolean,
): SingleDeliveryLine {
	const { id, lineType, chargeReasonCode, supplierLine, indicators, status } = line;
	const { eventDates, mergedItemDetails, lastUpdatedAt, confirmedLine } = line;
	const position = (delivery ?? asked)?.position;
	return {
		id,
		lineType,
		...(chargeReasonCode && { chargeReasonCode }),
		buyerLine: {
			...buyerLineOf(line, position),
			position: isLine ? line.buyerLine.position : position,
			...(!isLine && { originalPosition: line.buyerLine.position }),
		},
		supplierLine,
		...(confirmedLine && {
			confirmedLine: {
				scheduledDelivery: scheduled(at(confirmedLine.deliverySchedule, position)),
				prices: confirmedLine.prices,
			},
		}),
		statusLine: {
			scheduledDelivery: scheduled(delivery),
			scheduledDeliveryInclRequests: scheduled(asked),
			prices: line.prices,
			pricesInclRequests: line.pricesIncludingRequests,
		},
		indicators,
		status,
		eventDates,
		mergedItemDetails,
		lastUpdatedAt,
	};
}

function buyerLineOf({ buyerLine }: OrderLine, position: string | undefined) {
	const { deliverySchedule, deliveryHistory, ...rest } = buyerLine;
	const scheduledDelivery = scheduled(at(deliverySchedule, position));
	const actualDelivery = deliveryHistory.find((delivery) => delivery.position === position);
	return {
		...rest,
		...(scheduledDelivery && { scheduledDelivery }),
		...(actualDelivery && { actualDelivery }),
	};
}

function at(schedule: readonly Delivery[], position: string | undefined): Delivery | undefined {
	return schedule.find((delivery) => delivery.position === position);
}

/** The line has the position, its one delivery none. */
function scheduled(delivery: Delivery | undefined): Delivery | undefined {
	return delivery && { ...delivery, position: undefined };
}
