/** Generates purchase orders, each when it is asked for: the same ones in every run, of all statuses. */
import { dateAfter, Random, uuidOf, type StampClock } from './deterministic';
import { generateLines } from './lines';
import type { Document, Meta, Order } from './model';
import { buyerAccountNumber, buyerCompanyId, suppliers } from './companies';
import { contacts, currencies, destinations, incoterms } from './names';
import { users } from './users';

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
	id: string;
	lastUpdatedAt: string;
	/** Who may see it. */
	companyIds: readonly string[];
	documents: Document[];
	/** The order, anew each time; its parts may be shared. */
	generate: () => Order;
}

/**
 * So many orders, `PO-2026-0001` and on, the earliest changed first; of two or more, the last bears
 * the reserved number. The suppliers take turns.
 */
export function generateOrders(count: number, clock: StampClock, random: Random): GeneratedOrder[] {
	return Array.from({ length: count }, (_, index) => {
		const isReserved = count > 1 && index === count - 1;
		const number = isReserved ? reservedNumber : `PO-2026-${String(index + 1).padStart(4, '0')}`;
		const lastUpdatedAt = clock.next(random);
		return {
			id: orderIdOf(number),
			lastUpdatedAt,
			companyIds: [buyerCompanyId, supplierOf(index).id],
			documents: [termsOf(number, index)],
			generate: () => generateOrder(number, index, lastUpdatedAt),
		};
	});
}

/** The id that API v2 gives an order (SDK: FindOrdersByNumber). */
export function orderIdOf(purchaseOrderNumber: string, companyId: string = buyerCompanyId): string {
	return `${companyId}-${purchaseOrderNumber}`;
}

function supplierOf(index: number): (typeof suppliers)[number] {
	return suppliers[index % suppliers.length];
}

function generateOrder(number: string, index: number, lastUpdatedAt: string): Order {
	const id = orderIdOf(number);
	const random = new Random(index);
	const status = statuses[index % statuses.length];
	const currency = currencies[index % currencies.length];
	const lines = generateLines({ orderId: id, index, currency, status, lastUpdatedAt }, random);
	return {
		id,
		buyerOrder: generateBuyerOrder(number, index),
		supplierOrder: generateSupplierOrder(index),
		lines,
		indicators: { deliveryOverdue: lines.some((line) => line.indicators.deliveryOverdue) },
		status: { ...status },
		version: 1,
		// Guess: the names of these dates are shown nowhere; nothing rests on them.
		eventDates: { issuedDate: dateAfter(-14), lastUpdatedDate: lastUpdatedAt },
		meta: generateMeta(id, lastUpdatedAt),
		lastUpdatedAt,
	};
}

function generateBuyerOrder(number: string, index: number): Order['buyerOrder'] {
	const { email, userId } = contacts.buyer[index % contacts.buyer.length];
	return {
		companyId: buyerCompanyId,
		supplierAccountNumber: supplierOf(index).accountNumber,
		purchaseOrderNumber: number,
		description: `Bestellung ${number}`,
		destination: destinations[index % destinations.length],
		contact: { email, userId },
		terms: {
			incotermsCode: incoterms[index % incoterms.length],
			incoterms: 'Frei Haus',
			paymentTermsCode: '30D',
			paymentTerms: '30 days net',
		},
		indicators: {},
		properties: [{ key: 'Kostenstelle', value: String(4000 + index) }],
		notes: ['Bitte Auftragsbestätigung innerhalb von 3 Tagen senden.'],
		labels: [],
		documents: [termsOf(number, index)],
		orderType: 'Purchase',
		erpIssueDateTime: `${dateAfter(-14 - (index % 30))}T09:30:00`,
		erpIssuedBy: { email },
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
	return {
		companyId: supplierOf(index).id,
		buyerAccountNumber,
		description: `Auftrag ${7000 + index}`,
		contact: { ...contacts.supplier },
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
