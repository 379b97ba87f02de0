/**
 * Tradecloud's order, with the names that its API gives them; an event says `orderId` in place of `id`
 * (manual: order/buyer/receive/README.md, order/supplier/receive/README.md).
 */
import type {
	ActualDelivery,
	BuyerLine,
	Delivery,
	LineCore,
	LogisticsStatus,
	OrderLine,
	Prices,
	ProcessStatus,
} from './lineModel';
import type { Contact, Document, Meta, Party, Property } from './modelParts';

export type * from './lineModel';
export * from './modelParts';
export type * from './shipmentModel';

export interface Destination {
	code?: string;
	names?: string[];
	addressLines?: string[];
	postalCode?: string;
	city?: string;
	countryCodeIso2?: string;
	countryName?: string;
	locationType?: string;
}

export interface BuyerOrder {
	companyId: string;
	supplierAccountNumber: string;
	purchaseOrderNumber: string;
	description?: string;
	destination?: Destination;
	contact?: Contact;
	supplierContact?: Contact;
	terms?: {
		incotermsCode?: string;
		incoterms?: string;
		paymentTermsCode?: string;
		paymentTerms?: string;
	};
	buyerParty?: Party;
	buyerAccountingParty?: Party;
	supplierParty?: Party;
	indicators: { autoConfirm?: boolean };
	properties: Property[];
	notes: string[];
	labels: string[];
	documents: Document[];
	orderType: 'Purchase' | 'Forecast' | 'RFQ';
	/** Within the buyer's part (SDK: ExportOrderLines/search.json sorts by it). */
	erpIssueDateTime?: string;
	erpIssuedBy?: { email?: string; userName?: string };
	erpLastChangeDateTime?: string;
	erpLastChangedBy?: { email?: string; userName?: string };
}

export interface SupplierOrder {
	companyId: string;
	buyerAccountNumber: string;
	description?: string;
	contact?: Contact;
	properties: Property[];
	notes: string[];
	documents: Document[];
}

/** An order with lines of either form. */
export interface OrderOf<Line> {
	/** `{buyer company}-{purchase order number}`; there is no `orderId` beside it. */
	id: string;
	buyerOrder: BuyerOrder;
	supplierOrder: SupplierOrder;
	lines: Line[];
	indicators: { deliveryOverdue: boolean };
	status: { processStatus: ProcessStatus; logisticsStatus: LogisticsStatus };
	version: number;
	eventDates: Record<string, string>;
	meta: Meta;
	lastUpdatedAt: string;
}

/** An order as the API answers it and as the sandbox keeps it. */
export type Order = OrderOf<OrderLine>;

/** A line of the single delivery form (manual: order/buyer/receive/single-delivery-order-response.md). */
export interface SingleDeliveryLine extends LineCore {
	/** Without `position` where the supplier has just split the line. */
	buyerLine: Omit<BuyerLine, 'position' | 'deliverySchedule' | 'deliveryHistory'> & {
		position?: string;
		originalPosition?: string;
		scheduledDelivery?: Delivery;
		actualDelivery?: ActualDelivery;
	};
	confirmedLine?: { scheduledDelivery?: Delivery; prices: Prices };
	statusLine: {
		scheduledDelivery?: Delivery;
		scheduledDeliveryInclRequests?: Delivery;
		prices: Prices;
		pricesInclRequests: Prices;
	};
}

export type SingleDeliveryOrder = OrderOf<SingleDeliveryLine>;
