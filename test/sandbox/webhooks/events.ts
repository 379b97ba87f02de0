/** Builds the bodies of Tradecloud's webhook events from the live orders and shipments. */
import { randomUUID } from 'node:crypto';
import { detached, type Meta, type Order, type OrderLine } from '../data/model';
import { NotFound } from '../data/notFound';
import { linesAt, type OrderStore } from '../data/orderStore';
import type { ShipmentStore } from '../data/shipmentStore';
import { users } from '../data/users';
import { singleDeliveryLine } from '../v2/singleDelivery';

export interface OrderEventOptions {
	/** The form for companies that chose one delivery a line. */
	singleDelivery?: boolean;
	/** The lines that the event touched; else those that the last change of the order touched. */
	positions?: readonly string[];
}

export class WebhookEvents {
	constructor(
		private readonly orders: OrderStore,
		private readonly shipments: ShipmentStore,
	) {}

	/** An order event with only the touched lines; throws for an unknown order or line. */
	order(orderId: string, eventName: string, options: OrderEventOptions = {}): object {
		const order = this.orderOf(orderId);
		const lines = touchedLines(order, options.positions);
		const meta = metaOf(eventName, order.lastUpdatedAt);
		// An event names the order by `orderId` alone; a detached copy drops what is undefined.
		const event = { ...order, id: undefined };
		return options.singleDelivery
			? detached({
					eventName,
					singleDeliveryOrderEvent: { ...event, lines: lines.map(singleDeliveryLine) },
					meta,
				})
			: detached({ eventName, orderEvent: { ...event, lines }, meta });
	}

	/** An order documents event, with the documents of the order and of these lines, default all. */
	orderDocuments(orderId: string, eventName: string, positions?: readonly string[]): object {
		const order = this.orderOf(orderId);
		const orderDocumentsEvent = {
			orderId,
			buyerOrder: {
				companyId: order.buyerOrder.companyId,
				supplierAccountNumber: order.buyerOrder.supplierAccountNumber,
				purchaseOrderNumber: order.buyerOrder.purchaseOrderNumber,
				documents: order.buyerOrder.documents,
			},
			supplierOrder: {
				companyId: order.supplierOrder.companyId,
				documents: order.supplierOrder.documents,
			},
			lines: linesAt(order, positions).map(({ id, buyerLine, supplierLine }) => ({
				id,
				buyerLine: { position: buyerLine.position, documents: buyerLine.documents },
				supplierLine: { documents: supplierLine.documents },
			})),
			lastUpdatedAt: order.lastUpdatedAt,
		};
		const meta = metaOf(eventName, order.lastUpdatedAt);
		return detached({ eventName, orderDocumentsEvent, meta });
	}

	/** A shipment event, with all lines and documents. */
	shipment(shipmentId: string, eventName: string): object {
		const shipment = this.shipments.get(shipmentId);
		if (!shipment) throw new NotFound(`The sandbox has no shipment ${shipmentId}`);
		const meta = metaOf(eventName, shipment.meta.lastUpdatedAt);
		return detached({ eventName, shipment, meta });
	}

	private orderOf(orderId: string): Order {
		const order = this.orders.get(orderId);
		if (!order) throw new NotFound(`The sandbox has no order ${orderId}`);
		return order;
	}
}

function touchedLines(order: Order, positions?: readonly string[]): OrderLine[] {
	if (positions) return linesAt(order, positions);
	return order.lines.filter((line) => line.lastUpdatedAt === order.lastUpdatedAt);
}

/** Every event has an id of its own; who caused it shows in its name. */
function metaOf(eventName: string, createdDateTime: string): Meta {
	const { userId, companyId } = eventName.includes('BySupplier') ? users.supplier : users.buyer;
	return {
		messageId: randomUUID(),
		source: { traceId: randomUUID(), userId, companyId },
		createdDateTime,
	};
}
