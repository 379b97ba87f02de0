/** Who wants to be told of which changes, and the webhooks that tell them. */
import { eventNames } from './eventNames';
import type { WebhookEvents } from './events';
import type { Message, Webhook } from './webhook';

/** Tradecloud's three integrations: each has a webhook and selected events of its own. */
export type SubscriptionKind = 'order' | 'orderDocuments' | 'shipment';

export interface Subscription {
	kind: SubscriptionKind;
	/** The selected events; all where it is missing. */
	events?: readonly string[];
	/** Order events come in the form with one delivery a line. */
	singleDelivery?: boolean;
	/**
	 * Whose integration it is. Guess: it is spared what this company did itself unless `events` names it,
	 * as the portal has a default set of events that is shown nowhere.
	 */
	company?: 'buyer' | 'supplier';
}

/** Something that happened to an order, its documents, or a shipment. */
export type Change =
	| {
			kind: 'order' | 'orderDocuments';
			eventName: string;
			orderId: string;
			/** Of the lines that it touched. */
			positions: readonly string[];
			/** Why, if somebody said so. */
			reason?: string;
	  }
	| { kind: 'shipment'; eventName: string; shipmentId: string };

export class Subscriptions {
	private readonly subscriptions = new Map<string, { webhook: Webhook } & Subscription>();
	private count = 0;

	constructor(
		private readonly events: WebhookEvents,
		private readonly send: (webhook: Webhook, message: Message) => void,
	) {}

	/** Adds a subscription and returns its id. */
	add(webhook: Webhook, subscription: Subscription): string {
		const id = String(++this.count);
		this.subscriptions.set(id, { ...subscription, webhook });
		return id;
	}

	/** Ends a subscription; false where there is none. */
	remove(id: string): boolean {
		return this.subscriptions.delete(id);
	}

	/** All subscriptions, with their ids. */
	list(): object[] {
		return [...this.subscriptions].map(([id, { webhook, ...subscription }]) => ({
			id,
			url: webhook.url,
			...subscription,
		}));
	}

	/** Sends the change to everyone who subscribed to it, as it is at this moment. */
	publish(change: Change): void {
		if (!eventNames[change.kind].includes(change.eventName)) {
			throw new Error(`Tradecloud has no ${change.kind} event ${change.eventName}`);
		}
		for (const subscription of this.subscriptions.values()) {
			if (!isFor(change, subscription)) continue;
			const { webhook, singleDelivery } = subscription;
			const message =
				webhook.method === 'GET' ? idOf(change) : this.eventOf(change, singleDelivery === true);
			this.send(webhook, message);
		}
	}

	private eventOf(change: Change, singleDelivery: boolean): object {
		if (change.kind === 'shipment') {
			return this.events.shipment(change.shipmentId, change.eventName);
		}
		const { kind, orderId, eventName, positions, reason } = change;
		return kind === 'orderDocuments'
			? this.events.orderDocuments(orderId, eventName, positions)
			: this.events.order(orderId, eventName, { singleDelivery, positions, reason });
	}
}

function isFor(change: Change, { kind, events, company }: Subscription): boolean {
	if (kind !== change.kind) return false;
	if (events) return events.includes(change.eventName);
	const causedBy = change.eventName.includes('BySupplier') ? 'supplier' : 'buyer';
	return company !== causedBy;
}

function idOf(change: Change): Message {
	return change.kind === 'shipment'
		? { shipmentId: change.shipmentId }
		: { orderId: change.orderId };
}
