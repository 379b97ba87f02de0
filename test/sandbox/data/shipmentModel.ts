/** Tradecloud's shipment, with the names that its API gives it (manual: shipment/buyer/receive/README.md). */
import type { Document } from './modelParts';

export interface ShipmentItem {
	buyerItemNumber?: string;
	buyerItemRevision?: string;
	buyerItemName?: string;
	supplierItemNumber?: string;
	supplierItemRevision?: string;
	supplierItemName?: string;
	purchaseUnitOfMeasureIso?: string;
}

export interface ShipmentLine {
	purchaseOrderNumber: string;
	purchaseOrderLinePosition: string;
	deliverySchedulePosition?: string;
	item: ShipmentItem;
	supplierLine: {
		despatchAdviceNumber: string;
		despatchAdviceLinePosition: string;
		despatchQuantity: number;
		backorderQuantity?: number;
	};
	meta: { lastUpdatedAt: string };
}

/** Either a container or a package, and what is in it. */
export interface LoadCarrier {
	containerNumber?: string;
	containerSizeAndType?: string;
	packageSSCC?: string;
	packageType?: string;
	lines: ShipmentLine[];
}

export interface ShipmentContact {
	userId?: string;
	email?: string;
	firstName?: string;
	lastName?: string;
	position?: string;
	phoneNumber?: string;
}

export type ShipmentDocument = Document & { meta?: { lastUpdatedAt: string } };

export interface ShipmentParty {
	id?: string;
	idScheme?: string;
}

export interface ShipmentLocation {
	locationType?: string;
	id: string;
	idScheme?: string;
	names?: string[];
	addressLines?: string[];
	postalCode?: string;
	city?: string;
	/** The manual's page says `countryCodeIso`, the SDK's bodies `countryCodeIso2`. */
	countryCodeIso?: string;
	countryCodeIso2?: string;
}

export interface ShipmentDestination {
	location?: ShipmentLocation;
	etaStartDate?: string;
	etaStartTime?: string;
	etaEndDate?: string;
	etaEndTime?: string;
	ataDate?: string;
	etdDate?: string;
	atdDate?: string;
}

export interface Shipment {
	/** `{supplier company}-{shipment number}` (SDK: FindShipmentById). */
	id: string;
	identifiers: {
		billOfLadingNumber?: string;
		imoNumber?: string;
		carrierShipmentNumber?: string;
		trackingNumber?: string;
	};
	transportMode?: string;
	supplierShipment: {
		companyId: string;
		supplierParty?: ShipmentParty;
		buyerAccountNumber: string;
		shipmentNumber: string;
		invoiceNumbers: string[];
		documents: ShipmentDocument[];
		contacts: ShipmentContact[];
	};
	buyerShipment: {
		companyId: string;
		buyerParty?: ShipmentParty;
		supplierAccountNumber: string;
		documents: ShipmentDocument[];
		contacts: ShipmentContact[];
		purchaseOrderTerms?: {
			incotermsCode?: string;
			incoterms?: string;
			paymentTermsCode?: string;
			paymentTerms?: string;
		};
	};
	loadCarriers: LoadCarrier[];
	/** Only the lines in no load carrier. */
	lines: ShipmentLine[];
	locations: {
		departure?: { location?: ShipmentLocation; etdDate?: string; atdDate?: string };
		destinations: ShipmentDestination[];
	};
	status: string;
	/** May grow (manual: shipment/buyer/receive/README.md). */
	processStatus: 'Issued' | 'Approved' | 'Rejected';
	processStatusReason?: string;
	meta: {
		lastUpdatedAt: string;
		supplierErpMeta?: { despatchAdviceErpIssueDateTime?: string };
	};
}
