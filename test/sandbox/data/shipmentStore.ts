/** The live shipments of a sandbox. */
import type { StampClock } from './deterministic';
import type { Shipment, ShipmentLine } from './model';
import { NotFound } from './notFound';
import { timelineOf, type Changed } from './timeline';

export class ShipmentStore {
	private readonly byId = new Map<string, Shipment>();

	constructor(
		shipments: readonly Shipment[],
		private readonly clock: StampClock,
	) {
		for (const shipment of shipments) this.byId.set(shipment.id, shipment);
	}

	/** All shipments, in the order in which they were first stored. */
	list(): Shipment[] {
		return [...this.byId.values()];
	}

	/** All shipments in the order of their last changes. */
	timeline(): Changed<Shipment>[] {
		return timelineOf(
			this.list().map((shipment) => ({
				id: shipment.id,
				lastUpdatedAt: shipment.meta.lastUpdatedAt,
				companyIds: partiesOf(shipment),
				row: () => shipment,
			})),
		);
	}

	/** The shipment with this id. */
	get(shipmentId: string): Shipment | undefined {
		return this.byId.get(shipmentId);
	}

	/** Stores a new shipment, or replaces the one of the same id. */
	put(shipment: Shipment): void {
		this.byId.set(shipment.id, shipment);
	}

	/**
	 * Marks a shipment and these lines, or all, as updated now, and returns it; throws for an unknown
	 * one. A line has changed where its stamp is the shipment's (manual: shipment/buyer/receive/README.md).
	 */
	touch(shipmentId: string, lines?: readonly ShipmentLine[]): Shipment {
		const shipment = this.byId.get(shipmentId);
		if (!shipment) throw new NotFound(`The sandbox has no shipment ${shipmentId}`);
		const lastUpdatedAt = this.clock.now();
		shipment.meta.lastUpdatedAt = lastUpdatedAt;
		for (const line of lines ?? allLinesOf(shipment)) line.meta = { lastUpdatedAt };
		return shipment;
	}
}

/** The lines of a shipment, whether they travel in a load carrier or not. */
export function allLinesOf({ loadCarriers, lines }: Shipment): ShipmentLine[] {
	return [...loadCarriers.flatMap((carrier) => carrier.lines), ...lines];
}

/** The two companies that may see a shipment. */
export function partiesOf({ buyerShipment, supplierShipment }: Shipment): string[] {
	return [buyerShipment.companyId, supplierShipment.companyId];
}
