/** Tradecloud's part of the soak: new events at a steady rate, each sent until it is answered for good. */
import { EventEmitter } from 'node:events';
import { pause } from '../../tools/progress';
import { basic } from '../e2e/harness/installation';
import type { Delivery, Sandbox } from '../sandbox';
import { flows, newEvent, urlOf, type Flow } from './flows';

/** An event that Tradecloud tells of. */
export interface SentEvent {
	flow: Flow;
	/** Found again in what the workflow puts out. */
	key: string;
	delivery: Delivery;
}

const eventsPerSecond = 8;

/** So many undelivered events hold back new ones, so that a slow machine is not buried under them. */
const mostPending = 40;

/** How long an answer may take. */
const timeoutMs = 90_000;

/** Emits `delivered` with the flow whenever an event is delivered. */
export class Load extends EventEmitter<{ delivered: [Flow] }> {
	/** All events, the earliest first. */
	readonly events: SentEvent[] = [];
	private pending = 0;

	/** @param base where Tradecloud calls: n8n, or the proxy before it */
	constructor(
		private readonly sandbox: Sandbox,
		private readonly base: string,
	) {
		super();
	}

	/** Sends events, of all flows in turn, until the signal comes. */
	async run(signal: AbortSignal): Promise<void> {
		for (let count = 0; !signal.aborted;) {
			const flow = flows[count % flows.length];
			const { burst = 1 } = flow;
			if (this.pending < mostPending) {
				for (let sent = 0; sent < burst; sent++) this.send(flow);
				count++;
			}
			await pause((1000 * burst) / eventsPerSecond);
		}
	}

	private send(flow: Flow): void {
		const { message, key } = newEvent(this.sandbox, flow);
		const webhook = {
			url: urlOf(this.base, flow),
			method: flow.method,
			format: flow.format,
			authentication: basic,
		};
		this.pending++;
		const done = this.sandbox.webhooks.send(webhook, message, { timeoutMs });
		this.events.push({ flow, key, delivery: this.sandbox.webhooks.deliveries.at(-1)! });
		void done.then(({ outcome }) => {
			this.pending--;
			if (outcome !== 'delivered') return;
			this.emit('delivered', flow);
			if (flow.options?.ignoreDuplicates)
				void this.sandbox.webhooks.send(webhook, message, { timeoutMs });
		});
	}
}
