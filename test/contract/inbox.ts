/** An endpoint of the customer's, as a rule sees it: what Tradecloud sent to it. */

/** What the company's admin chooses in the portal (manual: connectors/webhooks/portal-setup.md). */
export interface Integration {
	kind: 'order' | 'orderDocuments' | 'shipment';
	/** The selected events; all where it is missing. */
	events?: readonly string[];
	singleDelivery?: boolean;
	format?: 'json' | 'xml';
	/** How the endpoint answers one call after another, the last status for all that follow; default 200. */
	answers?: readonly number[];
}

export interface ReceivedCall {
	method: string;
	headers: Record<string, string | string[] | undefined>;
	body: string;
	/** Milliseconds since 1970. */
	at: number;
}

export interface Inbox {
	/** All calls so far, the earliest first. */
	calls: ReceivedCall[];
	close(): Promise<void>;
}

/** Opens an endpoint and lets Tradecloud send to it. */
export type OpenInbox = (integration: Integration) => Promise<Inbox>;
