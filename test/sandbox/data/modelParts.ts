/** What orders and shipments have in common: contacts, documents, parties, and where a message came from. */

export interface Property {
	key: string;
	value: string;
}

/** A user of Tradecloud; searches filter by `userId` (SDK: ReassignBuyerContact). */
export interface Contact {
	email?: string;
	userId?: string;
}

/** Never holds the content. Every field is optional (manual: order/buyer/issue/attach-document.md). */
export interface Document {
	code?: string;
	revision?: string;
	name?: string;
	description?: string;
	type?: string;
	objectId?: string;
	url?: string;
}

/** A legal entity (manual: order/buyer/issue/README.md, company party). */
export interface Party {
	id?: string;
	idScheme?: string;
	names?: string[];
	addressLines?: string[];
	postalCode?: string;
	city?: string;
	countryCodeIso2?: string;
	countryName?: string;
}

/** Where a message came from. */
export interface Meta {
	messageId: string;
	source: { traceId: string; userId: string; companyId: string };
	createdDateTime: string;
}

/** A copy that shares nothing, not even within itself, so that a change stays where it is made. */
export function detached<T>(content: T): T {
	return JSON.parse(JSON.stringify(content)) as T;
}
