/** A buyer tells what has arrived: by appending to the delivery history of lines, or replacing it. */
import { contains } from '../../data/contains';
import { detached, type ActualDelivery } from '../../data/model';
import type { DeliveriesBody, DeliveryHistoryBody } from '../validation/bodies';
import { buyersOrder, changeLines, checkLines, type Context } from './context';

/** Appends, however often the same is sent. */
export function addDeliveries({ order, lines }: DeliveriesBody, context: Context): void {
	const known = buyersOrder(context, order.purchaseOrderNumber);
	checkLines(
		known,
		lines.map(({ position }) => position),
	);
	const added = (position: string): ActualDelivery[] =>
		lines.flatMap((line) => (line.position === position ? line.deliveries : []));
	const touched = known.lines.filter(({ buyerLine }) => added(buyerLine.position).length > 0);
	changeLines(context, known, 'OrderLinesDeliveryHistoryAppendedByBuyer', touched, (line) => {
		const deliveries = detached(added(line.buyerLine.position));
		line.deliveryHistory = [...(line.deliveryHistory ?? []), ...deliveries];
	});
}

/** Replaces; an empty history clears that of the line. */
export function setDeliveryHistory({ order, lines }: DeliveryHistoryBody, context: Context): void {
	const known = buyersOrder(context, order.purchaseOrderNumber);
	const histories = new Map(
		lines.map(({ position, deliveryHistory }) => [position, deliveryHistory]),
	);
	checkLines(known, [...histories.keys()]);
	const touched = known.lines.filter(({ buyerLine, deliveryHistory = [] }) => {
		const history = histories.get(buyerLine.position);
		return history && !contains(deliveryHistory, history);
	});
	changeLines(context, known, 'OrderLinesDeliveryHistorySetByBuyer', touched, (line) => {
		line.deliveryHistory = detached<ActualDelivery[]>(histories.get(line.buyerLine.position) ?? []);
	});
}
