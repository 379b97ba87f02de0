/** Builds the bodies of Tradecloud's webhook events from the live orders and shipments. */
import { randomUUID } from 'node:crypto';
import { detached, type Meta, type Order, type OrderLine } from '../data/model';
import { NotFound } from '../data/notFound';
import { linesAt, type OrderStore } from '../data/orderStore';
import type { ShipmentStore } from '../data/shipmentStore';
import { singleDeliveryLines } from '../data/singleDelivery';
import { users } from '../data/users';

export interface OrderEventOptions {
	/** The form for companies that chose one delivery a line. */
	singleDelivery?: boolean;
	/** The lines that the event touched; else those that the last change of the order touched. */
	positions?: readonly string[];
	/** Why, if somebody said so (BC: SingleDeliveryOrderEvent). */
	reason?: string;
}

export class WebhookEvents {
	constructor(
		private readonly orders: OrderStore,
		private readonly shipments: ShipmentStore,
	) {}

	/**
	 * An order event with only the touched lines (manual: connectors/webhooks/webhook-setup.md); throws
	 * for an unknown order or line. It names the order by `orderId`, not `id`
	 * (manual: order/buyer/receive/README.md).
	 */
	order(orderId: string, eventName: string, options: OrderEventOptions = {}): object {
		const { id, ...order } = this.orderOf(orderId);
		const lines = touchedLines({ id, ...order }, options.positions);
		const meta = metaOf(eventName, order.lastUpdatedAt);
		// Reason and address in the portal are in the events (BC: SingleDeliveryOrderEvent), not in the API.
		const portalUrl = portalUrlOf(id);
		const event = { orderId: id, ...order, reason: options.reason, portalUrl, meta };
		return options.singleDelivery
			? detached({
					eventName,
					singleDeliveryOrderEvent: { ...event, lines: lines.flatMap(singleDeliveryLines) },
					meta,
				})
			: detached({ eventName, orderEvent: { ...event, lines }, meta });
	}

	/**
	 * An order documents event, with the documents of the order and of these lines, default all.
	 * Guess: its form, but for the `objectId` of a document, is shown nowhere
	 * (manual: connectors/webhooks/webhook-setup.md).
	 */
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

function portalUrlOf(orderId: string): string {
	return `https://portal.tradecloud1.com/orders/${encodeURIComponent(orderId)}`;
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
