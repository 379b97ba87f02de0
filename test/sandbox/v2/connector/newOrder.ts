/** A new order and its lines, made of what a buyer sent (manual: order/buyer/issue/README.md). */
import { randomUUID } from 'node:crypto';
import type { Connection } from '../../data/companies';
import { detached, type BuyerOrder, type Order, type OrderLine } from '../../data/model';
import { orderIdOf } from '../../data/orders';
import type { OrderBody, SentLine } from '../validation/order';
import { contactOf, linePartOf } from './buyerPart';
import type { Context } from './context';
import { rollUpLogistics } from './line';
import { pricesOf, scheduleOf } from './values';
import { without } from './without';

/** The order, not stored yet: without stamps and of version 0. */
export function newOrder(body: OrderBody, connection: Connection, context: Context): Order {
	const { user, companyId } = context;
	const id = orderIdOf(body.order.purchaseOrderNumber, companyId);
	const createdDateTime = new Date().toISOString();
	return detached({
		id,
		buyerOrder: newBuyerOrder(body, context),
		supplierOrder: {
			companyId: connection.supplierCompanyId,
			buyerAccountNumber: connection.buyerAccountNumber ?? '',
			...(body.order.supplierContact && {
				contact: contactOf(body.order.supplierContact, context),
			}),
			properties: [],
			notes: [],
			documents: [],
		},
		lines: body.lines.map((line) => newLine(id, line)),
		indicators: { deliveryOverdue: false },
		status: { processStatus: 'Issued', logisticsStatus: 'Open' },
		version: 0,
		eventDates: { issuedDate: createdDateTime },
		meta: {
			messageId: randomUUID(),
			source: { traceId: randomUUID(), userId: user.userId, companyId },
			createdDateTime,
		},
		lastUpdatedAt: createdDateTime,
	});
}

function newBuyerOrder(body: OrderBody, context: Context): BuyerOrder {
	const { contact, supplierContact, indicators, ...rest } = body.order;
	return {
		properties: [],
		notes: [],
		labels: [],
		documents: [],
		/** manual: order/buyer/issue/README.md, other order fields */
		orderType: 'Purchase',
		...rest,
		...(contact && { contact: contactOf(contact, context) }),
		...(supplierContact && { supplierContact: contactOf(supplierContact, context) }),
		indicators: { autoConfirm: indicators?.autoConfirm ?? false },
		companyId: context.companyId,
		...without(body, 'order', 'lines'),
	};
}

/** The line, issued and open (manual: order/buyer/issue/README.md, order process). */
export function newLine(orderId: string, sent: SentLine): OrderLine {
	const deliverySchedule = scheduleOf(sent.deliverySchedule ?? [], []);
	const prices = pricesOf(sent.prices ?? {});
	const line: OrderLine = {
		id: `${orderId}-${sent.position}`,
		/** manual: order/line-type.md */
		lineType: sent.lineType ?? 'Item',
		...(sent.chargeReasonCode && { chargeReasonCode: sent.chargeReasonCode }),
		buyerLine: {
			item: {},
			properties: [],
			notes: [],
			labels: [],
			documents: [],
			...linePartOf(sent),
			indicators: {
				noDeliveryExpected: sent.indicators?.noDeliveryExpected,
				proposeWhenAccepted: sent.indicators?.proposeWhenAccepted,
			},
			deliverySchedule: sent.deliverySchedule ?? [],
			deliveryHistory: sent.deliveryHistory ?? [],
			prices,
			requests: {},
		},
		supplierLine: { requests: {}, properties: [], notes: [], documents: [] },
		deliverySchedule,
		deliveryScheduleIncludingRequests: deliverySchedule,
		prices,
		pricesIncludingRequests: prices,
		indicators: { deliveryOverdue: false },
		status: { processStatus: 'Issued', logisticsStatus: 'Open' },
		eventDates: { issuedDate: new Date().toISOString() },
		mergedItemDetails: { ...sent.itemDetails },
		lastUpdatedAt: '',
	};
	rollUpLogistics(line);
	return detached(line);
}
