/** A line in a wanted state: its requests, confirmed values and responses are as that state has them. */
import { dateAfter } from './deterministic';
import type { BuyerLine, Delivery, ItemDetails, OrderLine, Prices, SupplierLine } from './model';
import { askedBy } from './requests';

export interface LineState {
	position: string;
	status: OrderLine['status'];
	/** Issued, or confirmed where the state is beyond that. */
	deliverySchedule: Delivery[];
	prices: Prices;
	item: BuyerLine['item'];
	lineType?: OrderLine['lineType'];
	isOverdue?: boolean;
	mergedItemDetails?: ItemDetails;
	/** Whatever else either side says. */
	buyerLine?: Partial<BuyerLine>;
	supplierLine?: Partial<SupplierLine>;
}

/** The line of this order. */
export function lineInState(orderId: string, state: LineState, lastUpdatedAt: string): OrderLine {
	const { position, status, deliverySchedule, prices, lineType = 'Item' } = state;
	const asked = askedBy(status.inProgressStatus, deliverySchedule, prices);
	const agreed = isAgreed(status);
	return {
		id: `${orderId}-${position}`,
		lineType,
		...(lineType === 'Charge' && { chargeReasonCode: 'FC' }),
		buyerLine: {
			position,
			item: state.item,
			deliverySchedule: asked.buyer.reopenRequest?.deliverySchedule ?? deliverySchedule,
			deliveryHistory: [],
			prices,
			requests: asked.buyer,
			indicators: {},
			properties: [],
			notes: [],
			labels: [],
			documents: [],
			...state.buyerLine,
		},
		supplierLine: {
			...(agreed && { salesOrderNumber: 'SO-7000', salesOrderPosition: position }),
			requests: asked.supplier,
			properties: [],
			notes: [],
			documents: [],
			...state.supplierLine,
		},
		...(agreed && { confirmedLine: { deliverySchedule, prices } }),
		deliverySchedule,
		deliveryScheduleIncludingRequests: asked.deliverySchedule,
		prices,
		pricesIncludingRequests: asked.prices,
		indicators: { deliveryOverdue: state.isOverdue ?? false },
		status,
		// Guess: the names of these dates are shown nowhere; nothing rests on them.
		eventDates: { issuedDate: dateAfter(-14), ...(agreed && { confirmedDate: dateAfter(-2) }) },
		mergedItemDetails: state.mergedItemDetails ?? state.buyerLine?.itemDetails ?? {},
		lastUpdatedAt,
	};
}

/** Whether buyer and supplier have agreed on a line once, whatever is asked for since. */
function isAgreed({ processStatus, inProgressStatus }: OrderLine['status']): boolean {
	if (processStatus !== 'InProgress') return ['Confirmed', 'Completed'].includes(processStatus);
	return inProgressStatus !== undefined && agreedBefore.has(inProgressStatus);
}

const agreedBefore = new Set<string>([
	'OpenBuyerReopenRequest',
	'OpenSupplierReopenRequest',
	'OpenBuyerReconfirmationRequest',
	'OpenSupplierShipmentRescheduleRequest',
	'ApprovedDeliverySchedule',
	'RejectedDeliverySchedule',
]);
