/** Calls webhooks as Tradecloud does: the answer decides whether it is delivered, refused or retried. */
import axios, { isAxiosError } from 'axios';
import { pauseUntil, type Pause } from '../http/pause';
import type { OrderEventOptions, WebhookEvents } from './events';
import { Subscriptions, type Change, type Subscription } from './subscriptions';
import { webhookRequest, type Message, type Webhook, type WebhookRequest } from './webhook';

export interface Attempt {
	at: string;
	status?: number;
	/** Why there was no answer. */
	error?: string;
	body?: unknown;
}

export interface Delivery {
	/** `pending`: still retried, or given up because of `maxAttempts` or `close`. */
	outcome: 'delivered' | 'refused' | 'pending';
	attempts: Attempt[];
	/** Resolves with this very delivery when nothing more will be tried. */
	done: Promise<Delivery>;
}

export interface SendOptions {
	/** Without it, what may be retried is retried without end. */
	maxAttempts?: number;
	/** How long an answer may take, default 5 s. Guess: how long Tradecloud waits is said nowhere. */
	timeoutMs?: number;
}

const longestBackoffMs = 30_000;

export class WebhookSender {
	/** All deliveries, the earliest first, the pending ones with them. */
	readonly deliveries: Delivery[] = [];
	/** Those who are told of every change that comes through the API. */
	readonly subscriptions: Subscriptions;
	private readonly closing = new AbortController();
	private readonly pause: Pause = pauseUntil(this.closing.signal);

	constructor(
		private readonly events: WebhookEvents,
		private readonly backoffMs: number,
	) {
		this.subscriptions = new Subscriptions(events, (webhook, message) => {
			void this.send(webhook, message);
		});
	}

	/** Lets every matching change through the API call the webhook; returns how to end that. */
	subscribe(webhook: Webhook, subscription: Subscription): () => void {
		const id = this.subscriptions.add(webhook, subscription);
		return () => void this.subscriptions.remove(id);
	}

	/** Tells a change to those who subscribed to it. */
	publish(change: Change): void {
		this.subscriptions.publish(change);
	}

	/** Resolves when all deliveries so far are done. */
	async settled(): Promise<void> {
		await Promise.all(this.deliveries.map(({ done }) => done));
	}

	/** Sends a message until it is delivered, finally refused, or may not be tried again. */
	send(webhook: Webhook, message: Message, options: SendOptions = {}): Promise<Delivery> {
		const request = webhookRequest(webhook, message);
		const { promise: done, resolve } = settable<Delivery>();
		const delivery: Delivery = { outcome: 'pending', attempts: [], done };
		this.deliveries.push(delivery);
		void this.deliver(delivery, webhook.method, request, options).then(() => resolve(delivery));
		return done;
	}

	/** The body of an order event, with the lines that it touched. */
	orderEvent(orderId: string, eventName: string, options?: OrderEventOptions): object {
		return this.events.order(orderId, eventName, options);
	}

	/** The body of an order documents event. */
	orderDocumentsEvent(orderId: string, eventName: string): object {
		return this.events.orderDocuments(orderId, eventName);
	}

	/** The body of a shipment event. */
	shipmentEvent(shipmentId: string, eventName: string): object {
		return this.events.shipment(shipmentId, eventName);
	}

	/** Stops all retries; what is pending stays so. */
	close(): void {
		this.closing.abort();
	}

	private async deliver(
		delivery: Delivery,
		method: Webhook['method'],
		request: WebhookRequest,
		options: SendOptions,
	): Promise<void> {
		const { maxAttempts = Infinity, timeoutMs = 5000 } = options;
		for (let backoffMs = this.backoffMs; !this.closing.signal.aborted; backoffMs *= 2) {
			const attempt = await this.attempt(method, request, timeoutMs);
			delivery.attempts.push(attempt);
			delivery.outcome = outcomeOf(attempt);
			if (delivery.outcome !== 'pending' || delivery.attempts.length >= maxAttempts) return;
			await this.pause(Math.min(backoffMs, longestBackoffMs));
		}
	}

	private async attempt(
		method: Webhook['method'],
		{ url, headers, body }: WebhookRequest,
		timeout: number,
	): Promise<Attempt> {
		const at = new Date().toISOString();
		try {
			const answer = await axios.request<unknown>({
				method,
				url,
				headers,
				data: body,
				timeout,
				maxRedirects: 0,
				proxy: false,
				signal: this.closing.signal,
				transformRequest: (data: unknown) => data,
				validateStatus: () => true,
			});
			return { at, status: answer.status, body: answer.data };
		} catch (error) {
			const code = isAxiosError(error) ? error.code : undefined;
			return { at, error: code ?? (error instanceof Error ? error.message : String(error)) };
		}
	}
}

/**
 * Only what is above 500 is tried again, without end (manual: api/webhook-vs-polling.md). Guess: no answer
 * counts as 503, and a redirect is not followed; a receiver answers within the time, and with no redirect.
 */
function outcomeOf({ status = 503 }: Attempt): Delivery['outcome'] {
	if (status >= 200 && status < 300) return 'delivered';
	return status > 500 ? 'pending' : 'refused';
}

function settable<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
	let resolve: (value: T) => void = () => undefined;
	const promise = new Promise<T>((settle) => (resolve = settle));
	return { promise, resolve };
}
