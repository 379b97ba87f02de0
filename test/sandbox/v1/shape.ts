/** The orders of the sandbox in the shape that API v1 gives them. */
import { createHash } from 'node:crypto';
import { uuidOf } from '../data/deterministic';
import type { Order, OrderLine } from '../data/model';

/** An order of API v1. */
export interface PurchaseOrder {
	id: string;
	code: string;
	versionHash: string;
	status: string;
	lines: PurchaseOrderLine[];
	[field: string]: unknown;
}

export interface PurchaseOrderLine {
	id: string;
	code: string;
	status: string;
	[field: string]: unknown;
}

/** The order as API v1 answers it, with the UUID by which that generation knows it. */
export function purchaseOrderOf(order: Order, id: string): PurchaseOrder {
	const { buyerOrder } = order;
	const { terms = {} } = buyerOrder;
	return {
		id,
		code: buyerOrder.purchaseOrderNumber,
		versionHash: versionHashOf(order),
		status: legacyStatus(order.status, order.indicators.deliveryOverdue),
		supplierCode: buyerOrder.supplierAccountNumber,
		deliveryAddress: buyerOrder.destination,
		lines: order.lines.map(purchaseOrderLineOf),
		deliveryTerms: terms.incoterms,
		paymentTerms: terms.paymentTerms,
		incoterms: terms.incotermsCode,
		properties: buyerOrder.properties,
	};
}

/** A line as API v1 answers it. */
export function purchaseOrderLineOf(line: OrderLine, row: number): PurchaseOrderLine {
	const { position, item } = line.buyerLine;
	return {
		id: legacyLineId(line),
		code: position,
		row: row + 1,
		item: { code: item.number, name: item.name, unit: item.purchaseUnitOfMeasureIso },
		quantityRequested: line.deliverySchedule.reduce((sum, { quantity = 0 }) => sum + quantity, 0),
		deliveryDateRequested: line.deliverySchedule[0]?.date,
		prices: line.prices,
		status: legacyStatus(line.status, line.indicators.deliveryOverdue),
	};
}

/** The UUID by which API v1 knows a line. */
export function legacyLineId(line: OrderLine): string {
	return uuidOf(`purchase order line ${line.id}`);
}

/** Differs with each version of the order. */
export function versionHashOf({ id, version }: Order): string {
	return createHash('sha1').update(`${id} ${version}`).digest('hex');
}

function legacyStatus(status: Order['status'], isOverdue: boolean): string {
	const { processStatus, logisticsStatus } = status;
	if (processStatus === 'Cancelled') return 'cancelled';
	if (processStatus === 'Rejected') return 'rejected';
	if (logisticsStatus === 'Delivered' || processStatus === 'Completed') return 'delivered';
	if (logisticsStatus === 'Shipped') return 'shipped';
	if (isOverdue) return 'overdue';
	if (processStatus === 'InProgress') return 'inconsistent';
	return processStatus === 'Confirmed' ? 'confirmed' : 'open';
}
