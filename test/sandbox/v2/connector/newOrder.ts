/** A new order and its lines, made of what a buyer sent. */
import { randomUUID } from 'node:crypto';
import { detached, type Order, type OrderLine } from '../../data/model';
import { buyerName, suppliers } from '../../data/names';
import { orderIdOf } from '../../data/orders';
import { supplierCompanyId, type User } from '../../data/users';
import type { OrderBody, SentLine } from '../validation/bodies';
import { pricesOf, scheduleOf } from './shape';

/** By this number every supplier knows the buyer. */
const buyerAccountNumber = 'B-20001';

/** The order, not stored yet: without stamps and of version 0. */
export function newOrder({ order, lines }: OrderBody, user: User): Order {
	const orderId = orderIdOf(order.purchaseOrderNumber, user.companyId);
	const createdDateTime = new Date().toISOString();
	const { userId, companyId } = user;
	return detached({
		id: orderId,
		orderId,
		buyerOrder: newBuyerOrder(order, user),
		supplierOrder: newSupplierOrder(order.supplierAccountNumber),
		lines: lines.map((line) => newLine(orderId, line)),
		indicators: { deliveryOverdue: false },
		status: { processStatus: 'Issued', logisticsStatus: 'Open' },
		version: 0,
		eventDates: { issuedDate: createdDateTime },
		portalUrl: `https://portal.tradecloud1.com/orders/${encodeURIComponent(orderId)}`,
		meta: {
			messageId: randomUUID(),
			source: { traceId: randomUUID(), userId, companyId },
			createdDateTime,
		},
		lastUpdatedAt: createdDateTime,
	});
}

/** The line, issued and open. */
export function newLine(orderId: string, sent: SentLine): OrderLine {
	const { deliverySchedule: schedule, prices: sentPrices, ...buyerLine } = sent;
	const deliverySchedule = scheduleOf(schedule, 'Open');
	const prices = pricesOf(sentPrices);
	const nothing = { description: '', properties: [], notes: [], documents: [] };
	return detached({
		id: `${orderId}-${sent.position}`,
		lineType: 'Item',
		buyerLine: { ...nothing, ...buyerLine },
		supplierLine: { description: '', requests: {}, documents: [] },
		deliverySchedule,
		deliveryScheduleIncludingRequests: deliverySchedule,
		prices,
		pricesIncludingRequests: prices,
		indicators: { deliveryOverdue: false },
		status: { processStatus: 'Issued', logisticsStatus: 'Open' },
		eventDates: { issuedDate: new Date().toISOString() },
		mergedItemDetails: {},
		lastUpdatedAt: '',
	});
}

function newBuyerOrder(sent: OrderBody['order'], user: User): Order['buyerOrder'] {
	return {
		companyName: buyerName,
		description: '',
		contact: { email: user.username, userName: '' },
		terms: { incoterms: '', deliveryTerms: '', paymentTerms: '' },
		properties: [],
		notes: [],
		documents: [],
		...sent,
		companyId: user.companyId,
	};
}

function newSupplierOrder(supplierAccountNumber: string): Order['supplierOrder'] {
	const supplier = suppliers.find(({ accountNumber }) => accountNumber === supplierAccountNumber);
	return {
		companyId: supplierCompanyId,
		companyName: supplier?.name ?? supplierAccountNumber,
		buyerAccountNumber,
		description: '',
		contact: { email: 'sales@supplier.example', userName: 'Vertrieb' },
		properties: [],
		notes: [],
		documents: [],
	};
}
