/** What a shipment does to the lines of an order (manual: connectors/webhooks/order-events.md, order lines shipment reschedule). */
import { detached, type Delivery, type Order, type OrderLine } from '../../data/model';
import { isActive } from '../../data/status';
import type { DespatchLine } from '../validation/despatchAdvice';
import { tell, type LineEvent } from './changes';
import type { Context } from './context';
import { rollUpLogistics, setProcess, settle } from './line';

const open = 'OpenSupplierShipmentRescheduleRequest';

/**
 * A delivery of the same quantity is ready to ship; another quantity asks the buyer to reschedule.
 * Guess: completed, cancelled and rejected lines are left alone.
 */
export function informOrder(order: Order, sent: readonly DespatchLine[], context: Context): void {
	const happened = sent.flatMap((despatched): LineEvent[] => {
		const line = order.lines.find(
			({ buyerLine }) => buyerLine.position === despatched.purchaseOrderLinePosition,
		);
		if (!line || !isActive(line) || line.status.processStatus === 'Rejected') return [];
		const event = inform(line, despatched);
		return event ? [[event, line]] : [];
	});
	tell(context, order, happened);
}

function inform(line: OrderLine, sent: DespatchLine): string | undefined {
	const delivery = deliveryOf(line, sent);
	if (!delivery) return undefined;
	if (delivery.quantity !== sent.despatchQuantity) return reschedule(line, delivery, sent);
	const isBefore = [undefined, 'Open', 'Produced'].includes(delivery.status);
	if (!isBefore) return undefined;
	delivery.status = 'ReadyToShip';
	for (const asked of line.deliveryScheduleIncludingRequests) {
		if (asked.position === delivery.position) asked.status = 'ReadyToShip';
	}
	rollUpLogistics(line);
	return 'OrderLinesDeliveryScheduleLogisticsUpdatedBySupplier';
}

/**
 * The delivery that the line of the shipment names. Guess: where it names none, one of its quantity, or
 * the first that has not been shipped.
 */
function deliveryOf({ deliverySchedule }: OrderLine, sent: DespatchLine): Delivery | undefined {
	const { deliverySchedulePosition: named, despatchQuantity } = sent;
	if (named) return deliverySchedule.find(({ position }) => position === named);
	const waiting = deliverySchedule.filter(
		({ status }) => status !== 'Shipped' && status !== 'Delivered',
	);
	return waiting.find(({ quantity }) => quantity === despatchQuantity) ?? waiting.at(0);
}

/**
 * Only the fields that include requests show what is asked for. Guess: the quantity that stays behind is
 * a delivery of its own, without a position; a page says no more than that there is a request.
 */
function reschedule(line: OrderLine, delivery: Delivery, sent: DespatchLine): string | undefined {
	const { despatchQuantity, backorderQuantity, backorderDate = delivery.date } = sent;
	const before = line.deliveryScheduleIncludingRequests;
	const isOpen = line.status.inProgressStatus === open;
	const askedBefore = ({ position }: Delivery) =>
		isOpen ? before.find((other) => position && other.position === position) : undefined;
	const asked = detached<Delivery[]>([
		...line.deliverySchedule.map((other) =>
			other === delivery ? { ...other, quantity: despatchQuantity } : (askedBefore(other) ?? other),
		),
		...(backorderQuantity
			? [{ date: backorderDate, quantity: backorderQuantity, status: 'Open' as const }]
			: []),
	]);
	if (isOpen && JSON.stringify(asked) === JSON.stringify(before)) return undefined;
	settle(line);
	line.deliveryScheduleIncludingRequests = asked;
	setProcess(line, 'InProgress', open);
	return 'OrderLinesShipmentRescheduleRequestedBySupplier';
}
