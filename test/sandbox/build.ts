/** Orders and shipments in a wanted state, for tests: what a test does not say is filled in. */
import {
	buyerAccountNumber,
	buyerCompanyId,
	otherBuyerAccountNumber,
	suppliers,
} from './data/companies';
import { uuidOf } from './data/deterministic';
import { lineInState, type LineState } from './data/lineInState';
import {
	detached,
	type Order,
	type OrderLine,
	type Shipment,
	type ShipmentLine,
} from './data/model';
import { contacts, destinations } from './data/names';
import { orderIdOf } from './data/orders';
import { shipmentIdOf, shipmentItemOf, shipmentLocationOf } from './data/shipments';
import { rollUpStatus } from './data/status';
import type { Sandbox } from './contract';

/** A line that a test wants; without a status it is issued and open. */
export type WantedLine = Partial<Omit<LineState, 'status'>> & Partial<OrderLine['status']>;

export interface WantedOrder {
	/** Default `PO-1`. */
	purchaseOrderNumber?: string;
	/** Whose order it is; the seeded buyer by default. */
	companyId?: string;
	/** The number of one of the buyer's suppliers, default the first one's, whom the user `supplier` serves. */
	supplierAccountNumber?: string;
	/** One issued line at position 10 by default. */
	lines?: WantedLine[];
	/** Whatever else the header says. */
	buyerOrder?: Partial<Order['buyerOrder']>;
	supplierOrder?: Partial<Order['supplierOrder']>;
}

const unstamped = '2026-01-01T00:00:00.000Z';

/** The order, not stored yet; its own status is what its lines make together. */
export function anOrder(wanted: WantedOrder = {}): Order {
	const { purchaseOrderNumber = 'PO-1', companyId = buyerCompanyId, lines = [{}] } = wanted;
	const id = orderIdOf(purchaseOrderNumber, companyId);
	const order: Order = {
		id,
		...partiesOf(wanted, purchaseOrderNumber, companyId),
		lines: lines.map((line, row) => lineInState(id, stateOf(line, row), unstamped)),
		indicators: { deliveryOverdue: lines.some(({ isOverdue }) => isOverdue === true) },
		status: { processStatus: 'Issued', logisticsStatus: 'Open' },
		version: 1,
		eventDates: {},
		meta: {
			messageId: uuidOf(`message of ${id}`),
			source: { traceId: uuidOf(`trace of ${id}`), userId: contacts.buyer[0].userId, companyId },
			createdDateTime: unstamped,
		},
		lastUpdatedAt: unstamped,
	};
	rollUpStatus(order);
	return detached(order);
}

function partiesOf(
	{ supplierAccountNumber, buyerOrder, supplierOrder }: WantedOrder,
	purchaseOrderNumber: string,
	companyId: string,
): Pick<Order, 'buyerOrder' | 'supplierOrder'> {
	const supplier =
		suppliers.find(({ accountNumber }) => accountNumber === supplierAccountNumber) ?? suppliers[0];
	const isSeededBuyer = companyId === buyerCompanyId;
	const empty = { properties: [], notes: [], documents: [] };
	return {
		buyerOrder: {
			...empty,
			companyId,
			supplierAccountNumber: supplierAccountNumber ?? supplier.accountNumber,
			purchaseOrderNumber,
			destination: destinations[0],
			contact: { ...contacts.buyer[0] },
			indicators: {},
			labels: [],
			orderType: 'Purchase',
			...buyerOrder,
		},
		supplierOrder: {
			...empty,
			companyId: supplier.id,
			buyerAccountNumber: isSeededBuyer ? buyerAccountNumber : otherBuyerAccountNumber,
			...supplierOrder,
		},
	};
}

function stateOf(wanted: WantedLine, row: number): LineState {
	const { processStatus = 'Issued', inProgressStatus, logisticsStatus = 'Open' } = wanted;
	return {
		position: String((row + 1) * 10),
		deliverySchedule: [{ position: '1', date: '2026-03-02', quantity: 100 }],
		prices: {
			netPrice: { priceInTransactionCurrency: { value: 12.5, currencyIso: 'EUR' } },
			priceUnitOfMeasureIso: 'PCE',
			priceUnitQuantity: 1,
		},
		item: { number: `ITEM-${row + 1}`, name: 'Hex nut M8', purchaseUnitOfMeasureIso: 'PCE' },
		...wanted,
		status: {
			processStatus: inProgressStatus ? 'InProgress' : processStatus,
			...(inProgressStatus && { inProgressStatus }),
			logisticsStatus,
		},
	};
}

export interface WantedShipment {
	/** Default `SH-1`. */
	shipmentNumber?: string;
	/** Whose lines it brings, all of them. */
	order: Order;
	/** The positions of the lines that travel in a package; the others travel in none. */
	inPackage?: readonly string[];
	/** Whatever else is wanted. */
	changes?: Partial<Shipment>;
}

/** The shipment of an order, not stored yet. */
export function aShipment(wanted: WantedShipment): Shipment {
	const { shipmentNumber = 'SH-1', order, inPackage = [], changes } = wanted;
	const { companyId, buyerAccountNumber } = order.supplierOrder;
	const linesWhere = (isPacked: boolean) =>
		order.lines
			.filter(({ buyerLine }) => inPackage.includes(buyerLine.position) === isPacked)
			.map((line) => shipmentLine(order, line, shipmentNumber));
	const packed = linesWhere(true);
	return detached({
		id: shipmentIdOf(shipmentNumber, companyId),
		identifiers: {},
		supplierShipment: {
			companyId,
			buyerAccountNumber,
			shipmentNumber,
			invoiceNumbers: [],
			documents: [],
			contacts: [],
		},
		buyerShipment: {
			companyId: order.buyerOrder.companyId,
			supplierAccountNumber: order.buyerOrder.supplierAccountNumber,
			documents: [],
			contacts: [],
		},
		loadCarriers: packed.length > 0 ? [{ packageSSCC: '003401234500000017', lines: packed }] : [],
		lines: linesWhere(false),
		locations: {
			departure: { etdDate: '2026-03-01' },
			destinations: [{ location: shipmentLocationOf(order.buyerOrder.destination) }],
		},
		status: 'Open',
		processStatus: 'Issued',
		meta: { lastUpdatedAt: unstamped },
		...changes,
	});
}

function shipmentLine(order: Order, line: OrderLine, shipmentNumber: string): ShipmentLine {
	const [delivery] = line.deliverySchedule;
	return {
		purchaseOrderNumber: order.buyerOrder.purchaseOrderNumber,
		purchaseOrderLinePosition: line.buyerLine.position,
		deliverySchedulePosition: delivery?.position,
		item: shipmentItemOf(line.buyerLine.item),
		supplierLine: {
			despatchAdviceNumber: `DA-${shipmentNumber}`,
			despatchAdviceLinePosition: line.buyerLine.position,
			despatchQuantity: delivery?.quantity ?? 0,
		},
		meta: { lastUpdatedAt: unstamped },
	};
}

/** Puts the order into the sandbox as changed now; returns it as it is kept there. */
export function storeOrder({ orders }: Sandbox, wanted: WantedOrder = {}): Order {
	const order = anOrder(wanted);
	orders.put(order);
	orders.touch(order.id);
	return order;
}

/** Puts the shipment into the sandbox as changed now; returns it as it is kept there. */
export function storeShipment({ shipments }: Sandbox, wanted: WantedShipment): Shipment {
	const shipment = aShipment(wanted);
	shipments.put(shipment);
	return shipments.touch(shipment.id);
}
