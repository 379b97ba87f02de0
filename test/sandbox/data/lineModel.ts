/** A line of an order, with its deliveries, prices and requests (manual: order/buyer/receive/README.md). */
import type { Document, Property } from './modelParts';

export type ProcessStatus =
	'Issued' | 'InProgress' | 'Confirmed' | 'Rejected' | 'Completed' | 'Cancelled';
export type LogisticsStatus =
	'Open' | 'Produced' | 'ReadyToShip' | 'Shipped' | 'Delivered' | 'Cancelled';

/** What a single delivery can be: the cancelled line has no such deliveries (manual: order/status.md). */
export type DeliveryStatus = Exclude<LogisticsStatus, 'Cancelled'>;

/** manual: order/status.md */
export type InProgressStatus =
	| 'OpenSupplierProposal'
	| 'RejectedSupplierProposal'
	| 'ReissuedRejectedLine'
	| 'OpenBuyerReopenRequest'
	| 'OpenSupplierReopenRequest'
	| 'OpenBuyerReconfirmationRequest'
	| 'OpenSupplierShipmentRescheduleRequest'
	| 'ApprovedDeliverySchedule'
	| 'RejectedDeliverySchedule'
	| 'RevertedCompletedLine'
	| 'RevertedCancelledLine';

export interface Money {
	value: number;
	currencyIso: string;
}

export interface Price {
	priceInTransactionCurrency: Money;
	priceInBaseCurrency?: Money;
}

export interface Prices {
	grossPrice?: Price;
	discountPercentage?: number;
	netPrice?: Price;
	priceUnitOfMeasureIso?: string;
	priceUnitQuantity?: number;
}

export interface Delivery {
	/**
	 * Missing in a delivery that a supplier has split off, until the buyer's ERP assigns one, and where
	 * the buyer gave none (manual: api/delivery-schedule.md). In an order sent in single delivery form
	 * it is the position of the delivery's own line: such a line is merged into the schedule of the
	 * line that its `originalPosition` names (Guess: how Tradecloud remembers the line's position is
	 * shown nowhere; nothing but the single delivery form of `data/singleDelivery.ts` rests on it).
	 */
	position?: string;
	/** Missing where a supplier does not know it yet (manual: order/supplier/send-order-response/README.md). */
	date?: string;
	/** Missing where a supplier does not know it yet. */
	quantity?: number;
	status?: DeliveryStatus;
	etd?: string;
	eta?: string;
	transportMode?: string;
}

/** Goods that have arrived. Matched with the schedule by date and quantity, not by position. */
export interface ActualDelivery {
	position?: string;
	date: string;
	quantity: number;
}

export interface Item {
	/** May be missing, as in service and RFQ orders. */
	number?: string;
	revision?: string;
	name?: string;
	description?: string;
	purchaseUnitOfMeasureIso?: string;
	supplierItemNumber?: string;
}

export interface ItemDetails {
	countryOfOriginCodeIso2?: string;
	combinedNomenclatureCode?: string;
	netWeight?: number;
	netWeightUnitOfMeasureIso?: string;
	dangerousGoodsCodeUnece?: string;
	serialNumber?: string;
	batchNumber?: string;
}

/** What a supplier proposes, or what either side asks for when it wants to reopen a line. */
export interface Request {
	status: 'Open' | 'Approved' | 'Rejected' | 'Closed';
	deliverySchedule: Delivery[];
	prices: Prices;
	reason?: string;
}

export interface BuyerLine {
	position: string;
	row?: string;
	description?: string;
	item: Item;
	itemDetails?: ItemDetails;
	/** As the buyer last issued it (manual speaks of `buyerLine`'s own schedule and prices). */
	deliverySchedule: Delivery[];
	deliveryHistory: ActualDelivery[];
	prices: Prices;
	requests: { reopenRequest?: Request };
	terms?: { contractNumber?: string; contractPosition?: string };
	projectNumber?: string;
	productionNumber?: string;
	salesOrderNumber?: string;
	indicators: {
		noDeliveryExpected?: boolean;
		delivered?: boolean;
		proposeWhenAccepted?: boolean;
	};
	properties: Property[];
	notes: string[];
	labels: string[];
	documents: Document[];
	reason?: string;
}

export interface SupplierLine {
	salesOrderNumber?: string;
	salesOrderPosition?: string;
	description?: string;
	itemDetails?: ItemDetails;
	requests: { proposal?: Request; reopenRequest?: Request };
	properties: Property[];
	notes: string[];
	documents: Document[];
	reason?: string;
}

/** What the schedule form and the single delivery form of a line have in common. */
export interface LineCore {
	/** `{company}-{purchase order number}-{position}` (SDK: CompleteOrderLines). */
	id: string;
	lineType: 'Item' | 'Service' | 'Charge';
	chargeReasonCode?: string;
	supplierLine: SupplierLine;
	indicators: { deliveryOverdue: boolean };
	status: {
		processStatus: ProcessStatus;
		inProgressStatus?: InProgressStatus;
		logisticsStatus: LogisticsStatus;
	};
	eventDates: Record<string, string>;
	mergedItemDetails: ItemDetails;
	lastUpdatedAt: string;
}

export interface OrderLine extends LineCore {
	buyerLine: BuyerLine;
	/** Agreed only while the process status is `Confirmed`. */
	confirmedLine?: { deliverySchedule: Delivery[]; prices: Prices };
	/** Issued or confirmed values, whatever is asked for meanwhile. */
	deliverySchedule: Delivery[];
	/** The same, or what an open request asks for. */
	deliveryScheduleIncludingRequests: Delivery[];
	prices: Prices;
	pricesIncludingRequests: Prices;
}
