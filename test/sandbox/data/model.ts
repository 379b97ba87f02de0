/** Tradecloud's order, line, delivery, prices and shipment, with the names that its API gives them. */

export interface Money {
	value: number;
	currencyIso: string;
}

export interface Price {
	priceInTransactionCurrency: Money;
	priceInBaseCurrency: Money;
}

export interface Prices {
	grossPrice?: Price;
	discountPercentage?: number;
	netPrice?: Price;
	priceUnitOfMeasureIso: string;
	priceUnitQuantity: number;
}

export interface Delivery {
	position: string;
	date: string;
	quantity: number;
	status: string;
	etd?: string;
	eta?: string;
	transportMode?: string;
}

export interface Item {
	number: string;
	revision?: string;
	name: string;
	purchaseUnitOfMeasureIso: string;
	supplierItemNumber?: string;
}

export interface Property {
	key: string;
	value: string;
}

export interface Contact {
	email: string;
	userName: string;
}

/** Never holds the content: either an `objectId` or a `url` tells where it is. */
export interface Document {
	code?: string;
	revision?: string;
	name?: string;
	description?: string;
	type?: string;
	objectId?: string;
	url?: string;
}

export interface Destination {
	code: string;
	names: string[];
	addressLines: string[];
	postalCode: string;
	city: string;
	countryCodeIso2: string;
}

/** Goods that have arrived. */
export interface ActualDelivery {
	position: string;
	date: string;
	quantity: number;
}

/** What a supplier proposes, or what either side asks for when it wants to reopen a line. */
export interface Request {
	status: 'Open' | 'Approved' | 'Rejected' | 'Closed';
	deliverySchedule: Delivery[];
	prices: Prices;
	reason?: string;
}

export interface OrderLine {
	id: string;
	lineType: 'Item' | 'Service' | 'Charge';
	chargeReasonCode?: string;
	buyerLine: {
		position: string;
		item: Item;
		description: string;
		properties: Property[];
		notes: string[];
		documents: Document[];
	};
	supplierLine: {
		salesOrderNumber?: string;
		salesOrderPosition?: string;
		description: string;
		requests: { proposal?: Request; reopenRequest?: Request };
		documents: Document[];
	};
	confirmedLine?: { deliverySchedule: Delivery[]; prices: Prices };
	deliverySchedule: Delivery[];
	deliveryScheduleIncludingRequests: Delivery[];
	deliveryHistory?: ActualDelivery[];
	prices: Prices;
	pricesIncludingRequests: Prices;
	indicators: { deliveryOverdue: boolean };
	status: { processStatus: string; inProgressStatus?: string; logisticsStatus: string };
	eventDates: Record<string, string>;
	mergedItemDetails: { countryOfOriginCodeIso2?: string; combinedNomenclatureCode?: string };
	lastUpdatedAt: string;
}

/** Where a message came from. */
export interface Meta {
	messageId: string;
	source: { traceId: string; userId: string; companyId: string };
	createdDateTime: string;
}

export interface Order {
	/** The same as `orderId`, the name that events give it. */
	id: string;
	orderId: string;
	buyerOrder: {
		companyId: string;
		companyName: string;
		supplierAccountNumber: string;
		purchaseOrderNumber: string;
		description: string;
		destination: Destination;
		contact: Contact;
		terms: { incoterms: string; deliveryTerms: string; paymentTerms: string };
		properties: Property[];
		notes: string[];
		documents: Document[];
	};
	supplierOrder: {
		companyId: string;
		companyName: string;
		buyerAccountNumber: string;
		description: string;
		contact: Contact;
		properties: Property[];
		notes: string[];
		documents: Document[];
	};
	lines: OrderLine[];
	indicators: { deliveryOverdue: boolean };
	status: { processStatus: string; logisticsStatus: string };
	version: number;
	eventDates: Record<string, string>;
	reason?: string;
	portalUrl: string;
	meta: Meta;
	lastUpdatedAt: string;
}

export interface ShipmentLine {
	purchaseOrderNumber: string;
	purchaseOrderLinePosition: string;
	deliverySchedulePosition: string;
	item: Item;
	supplierLine: {
		despatchAdviceNumber: string;
		despatchAdviceLinePosition: string;
		despatchQuantity: number;
		backorderQuantity: number;
	};
	meta: { lastUpdatedAt: string };
}

export interface Shipment {
	id: string;
	identifiers: { shipmentNumber: string; billOfLadingNumber?: string };
	transportMode: string;
	supplierShipment: { companyId: string; buyerAccountNumber: string; documents: Document[] };
	buyerShipment: { companyId: string; supplierAccountNumber: string; documents: Document[] };
	loadCarriers: { number: string; type: string; quantity: number }[];
	lines: ShipmentLine[];
	locations: { shipFrom: Destination; shipTo: Destination };
	status: string;
	processStatus: 'Issued' | 'Approved' | 'Rejected';
	meta: { lastUpdatedAt: string };
}

/** A copy that shares nothing, not even within itself, so that a change stays where it is made. */
export function detached<T>(content: T): T {
	return JSON.parse(JSON.stringify(content)) as T;
}
