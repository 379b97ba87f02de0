/** The live orders of a sandbox, for both generations of the API. */
import { uuidOf, type StampClock } from './deterministic';
import { detached, type Order, type OrderLine } from './model';
import { NotFound } from './notFound';
import { orderIdOf, type GeneratedOrder } from './orders';
import { timelineOf, type Changed } from './timeline';
import { buyerCompanyId } from './users';

/**
 * An order is generated for good when it is asked for, as whoever holds it may change it. Polls,
 * which read them all, generate it for one answer: so a hundred thousand take little memory.
 */
export class OrderStore {
	private readonly byId = new Map<string, Order | undefined>();
	private readonly asleep: Map<string, Changed<Order>>;
	private readonly idsByLegacyId = new Map<string, string>();
	private readonly acknowledgedHashes = new Map<string, string>();
	private readonly archivedIds = new Set<string>();

	constructor(
		orders: readonly GeneratedOrder[],
		private readonly clock: StampClock,
	) {
		this.asleep = new Map(
			orders.map(({ id, lastUpdatedAt, companyIds, generate }) => [
				id,
				{ id, lastUpdatedAt, companyIds, row: generate },
			]),
		);
		for (const { id } of orders) this.register(id, undefined);
	}

	/** All orders, in the order in which they were first stored. */
	list(): Order[] {
		return [...this.byId.keys()].map((orderId) => this.get(orderId)!);
	}

	/** All orders in the order of their last changes. */
	timeline(): Changed<Order>[] {
		const awake = [...this.byId.values()].filter((order) => order !== undefined);
		return timelineOf([
			...this.asleep.values(),
			...awake.map((order) => ({
				id: order.id,
				lastUpdatedAt: order.lastUpdatedAt,
				companyIds: partiesOf(order),
				row: () => order,
			})),
		]);
	}

	/** The order with this id of API v2. */
	get(orderId: string): Order | undefined {
		const order = this.byId.get(orderId) ?? this.asleep.get(orderId)?.row();
		if (!order || !this.asleep.delete(orderId)) return order;
		const awake = detached(order);
		this.byId.set(orderId, awake);
		return awake;
	}

	/** The order with this purchase order number, of the seeded buyer or another company. */
	byNumber(purchaseOrderNumber: string, companyId: string = buyerCompanyId): Order | undefined {
		return this.get(orderIdOf(purchaseOrderNumber, companyId));
	}

	/** The UUID by which API v1 knows an order. */
	legacyId(orderId: string): string {
		return uuidOf(`purchase order ${orderId}`);
	}

	/** The order with this UUID of API v1. */
	byLegacyId(legacyId: string): Order | undefined {
		return this.get(this.idsByLegacyId.get(legacyId) ?? '');
	}

	/** Stores a new order, or replaces the one of the same id. */
	put(order: Order): void {
		this.asleep.delete(order.id);
		this.register(order.id, order);
	}

	/**
	 * Marks lines (all when no positions are given) and their order as updated now: a later
	 * `lastUpdatedAt`, a higher `version`. Returns the touched lines; throws for an unknown order or line.
	 */
	touch(orderId: string, positions?: readonly string[]): OrderLine[] {
		return this.updateLines(orderId, positions, () => undefined);
	}

	/** Changes one line and marks it and its order as updated now. Returns the touched lines. */
	update(orderId: string, position: string, change: (line: OrderLine) => void): OrderLine[] {
		return this.updateLines(orderId, [position], change);
	}

	/** Changes lines (all when no positions are given), which share one stamp, like `touch`. */
	updateLines(
		orderId: string,
		positions: readonly string[] | undefined,
		change: (line: OrderLine) => void,
	): OrderLine[] {
		const order = this.get(orderId);
		if (!order) throw new NotFound(`The sandbox has no order ${orderId}`);
		const lines = linesAt(order, positions);
		const lastUpdatedAt = this.clock.now();
		for (const line of lines) {
			change(line);
			line.lastUpdatedAt = lastUpdatedAt;
		}
		order.lastUpdatedAt = lastUpdatedAt;
		order.eventDates.lastUpdatedDate = lastUpdatedAt;
		order.version += 1;
		return lines;
	}

	/** Remembers which version of an order the receiver says it has. */
	acknowledge(orderId: string, versionHash: string): void {
		this.acknowledgedHashes.set(orderId, versionHash);
	}

	/** Whether the receiver has acknowledged this very version. */
	isAcknowledged(orderId: string, versionHash: string): boolean {
		return this.acknowledgedHashes.get(orderId) === versionHash;
	}

	/** Moves an order to API v1's archive. */
	archive(orderId: string): void {
		this.archivedIds.add(orderId);
	}

	/** Whether API v1 lists the order as archived. */
	isArchived(orderId: string): boolean {
		return this.archivedIds.has(orderId);
	}

	private register(orderId: string, order: Order | undefined): void {
		this.byId.set(orderId, order);
		this.idsByLegacyId.set(this.legacyId(orderId), orderId);
	}
}

/** The lines at these positions, or all; throws where there is none. */
export function linesAt(order: Order, positions?: readonly string[]): OrderLine[] {
	if (!positions) return order.lines;
	return positions.map((position) => {
		const line = order.lines.find(({ buyerLine }) => buyerLine.position === position);
		if (!line) throw new NotFound(`Order ${order.id} has no line ${position}`);
		return line;
	});
}

/** The two companies that may see an order. */
export function partiesOf({ buyerOrder, supplierOrder }: Order): string[] {
	return [buyerOrder.companyId, supplierOrder.companyId];
}
