/** Generates purchase orders, each when it is asked for: the same ones in every run, of all statuses. */
import { dateAfter, Random, uuidOf, type StampClock } from './deterministic';
import { generateLines } from './lines';
import type { Document, Meta, Order } from './model';
import { buyerName, currencies, destinations, incoterms, suppliers } from './names';
import { buyerCompanyId, supplierCompanyId, users } from './users';

/** A number with characters that URLs reserve: encoding must be right for it to be found. */
export const reservedNumber = 'PO 1/ü+%';

const statuses: readonly Order['status'][] = [
	{ processStatus: 'Issued', logisticsStatus: 'Open' },
	{ processStatus: 'Confirmed', logisticsStatus: 'Produced' },
	{ processStatus: 'InProgress', logisticsStatus: 'Open' },
	{ processStatus: 'Completed', logisticsStatus: 'Delivered' },
	{ processStatus: 'Rejected', logisticsStatus: 'Open' },
	{ processStatus: 'Cancelled', logisticsStatus: 'Cancelled' },
	{ processStatus: 'Confirmed', logisticsStatus: 'Shipped' },
	{ processStatus: 'Issued', logisticsStatus: 'Open' },
	{ processStatus: 'InProgress', logisticsStatus: 'ReadyToShip' },
];

/** What is known of an order before it is generated. */
export interface GeneratedOrder {
	orderId: string;
	lastUpdatedAt: string;
	documents: Document[];
	/** The order, anew each time; its parts may be shared. */
	generate: () => Order;
}

/**
 * So many orders, `PO-2026-0001` and on, the earliest changed first; of two or more, the last bears
 * the reserved number.
 */
export function generateOrders(count: number, clock: StampClock, random: Random): GeneratedOrder[] {
	return Array.from({ length: count }, (_, index) => {
		const isReserved = count > 1 && index === count - 1;
		const number = isReserved ? reservedNumber : `PO-2026-${String(index + 1).padStart(4, '0')}`;
		const lastUpdatedAt = clock.next(random);
		return {
			orderId: orderIdOf(number),
			lastUpdatedAt,
			documents: [termsOf(number, index)],
			generate: () => generateOrder(number, index, lastUpdatedAt),
		};
	});
}

/** The id that API v2 gives an order. */
export function orderIdOf(purchaseOrderNumber: string, companyId: string = buyerCompanyId): string {
	return `${companyId}-${purchaseOrderNumber}`;
}

function generateOrder(number: string, index: number, lastUpdatedAt: string): Order {
	const orderId = orderIdOf(number);
	const random = new Random(index);
	const status = statuses[index % statuses.length];
	const currency = currencies[index % currencies.length];
	const lines = generateLines({ orderId, index, currency, status, lastUpdatedAt }, random);
	return {
		id: orderId,
		orderId,
		buyerOrder: generateBuyerOrder(number, index),
		supplierOrder: generateSupplierOrder(index),
		lines,
		indicators: { deliveryOverdue: lines.some((line) => line.indicators.deliveryOverdue) },
		status: { ...status },
		version: 1,
		eventDates: { issuedDate: dateAfter(-14), lastUpdatedDate: lastUpdatedAt },
		...(status.processStatus === 'Rejected' && { reason: 'Artikel nicht mehr lieferbar' }),
		portalUrl: `https://portal.tradecloud1.com/orders/${encodeURIComponent(orderId)}`,
		meta: generateMeta(orderId, lastUpdatedAt),
		lastUpdatedAt,
	};
}

function generateBuyerOrder(number: string, index: number): Order['buyerOrder'] {
	return {
		companyId: buyerCompanyId,
		companyName: buyerName,
		supplierAccountNumber: suppliers[index % suppliers.length].accountNumber,
		purchaseOrderNumber: number,
		description: `Bestellung ${number}`,
		destination: destinations[index % destinations.length],
		contact: { email: 'purchasing@buyer.example', userName: 'Einkauf Süd' },
		terms: {
			incoterms: incoterms[index % incoterms.length],
			deliveryTerms: 'Frei Haus',
			paymentTerms: '30 days net',
		},
		properties: [{ key: 'Kostenstelle', value: String(4000 + index) }],
		notes: ['Bitte Auftragsbestätigung innerhalb von 3 Tagen senden.'],
		documents: [termsOf(number, index)],
	};
}

function termsOf(number: string, index: number): Document {
	return {
		code: `TERMS-${index + 1}`,
		revision: '1',
		name: 'terms.pdf',
		description: 'Terms of purchase',
		type: 'General',
		objectId: uuidOf(`terms of ${number}`),
	};
}

function generateSupplierOrder(index: number): Order['supplierOrder'] {
	const supplier = suppliers[index % suppliers.length];
	return {
		companyId: supplierCompanyId,
		companyName: supplier.name,
		buyerAccountNumber: 'B-20001',
		description: `Auftrag ${7000 + index}`,
		contact: { email: 'sales@supplier.example', userName: 'Vertrieb' },
		properties: [{ key: 'Versandart', value: 'Spedition' }],
		notes: [],
		documents: [],
	};
}

function generateMeta(orderId: string, createdDateTime: string): Meta {
	const { userId, companyId } = users.buyer;
	return {
		messageId: uuidOf(`message of ${orderId}`),
		source: { traceId: uuidOf(`trace of ${orderId}`), userId, companyId },
		createdDateTime,
	};
}
