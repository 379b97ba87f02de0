/** What a rule can use: logins, numbers of its own, patience, and an endpoint for webhooks. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Pace, type Answer, type Credentials } from './client';
import type { Inbox, Integration, OpenInbox, ReceivedCall } from './inbox';
import { answered, at, listAt, shown, textAt } from './look';
import { logins, rolesOf, type Role } from './logins';
import { Differs, NotTried, type Need } from './rule';

export interface WorldOptions {
	/** With the version path, without a slash at its end. */
	baseUrl: string;
	/** Integration users; which of them is the buyer and which the supplier, their tokens tell. */
	logins: readonly Credentials[];
	/** The supplier's account number in the buyer's ERP; without it, one that Tradecloud knows. */
	accountNumber?: string;
	/** What each number that a rule makes up begins with, default `N8NTEST-`. */
	prefix?: string;
	/** Default 9, as Tradecloud allows ten; 0 for no limit. */
	requestsPerSecond?: number;
	/** How long a message may take to be processed, default ten seconds. */
	patienceMs?: number;
	openInbox?: OpenInbox;
}

export class World {
	private readonly fixtures = new Map<string, Promise<unknown>>();
	private readonly inboxes: Inbox[] = [];
	private readonly run = Date.now().toString(36).toUpperCase();
	private count = 0;

	private constructor(
		private readonly options: WorldOptions,
		private readonly clients: Partial<Record<Role, Client>>,
		readonly somebody: Client,
	) {}

	/** Logs in with each login and finds out its role; throws where a login is refused. */
	static async open(options: WorldOptions): Promise<World> {
		const pace = new Pace(options.requestsPerSecond ?? 9);
		const all = options.logins.map((login) => new Client(options.baseUrl, login, pace));
		const clients: Partial<Record<Role, Client>> = {};
		for (const client of all) {
			for (const role of await rolesOf(client)) clients[role] ??= client;
		}
		return new World(options, clients, clients.buyer ?? clients.supplier ?? all[0]);
	}

	/** What of these needs is missing, in words. */
	lacks(needs: readonly Need[]): string[] {
		return needs.flatMap((need) => {
			if (need === 'anybody') return [];
			if (need === 'webhook') return this.options.openInbox ? [] : ['an endpoint for webhooks'];
			return this.clients[need] ? [] : [logins[need]];
		});
	}

	get buyer(): Client {
		return this.client('buyer');
	}

	get supplier(): Client {
		return this.client('supplier');
	}

	/** The buyer's login that may answer requests, where there is one besides the integration user. */
	get approver(): Client {
		return this.clients.approver ?? this.buyer;
	}

	get userWithoutRole(): Client {
		return this.client('userWithoutRole');
	}

	/** A user who is asked for a second factor. */
	get twoFactor(): Client {
		return this.client('twoFactor');
	}

	get hasSupplier(): boolean {
		return this.clients.supplier !== undefined;
	}

	private client(role: Role): Client {
		const client = this.clients[role];
		if (!client) throw new NotTried(logins[role]);
		return client;
	}

	/** A number that nothing else has. */
	number(): string {
		return `${this.options.prefix ?? 'N8NTEST-'}${this.run}-${++this.count}`;
	}

	/** Something that several rules look at and none changes; made once. */
	once<T>(name: string, make: () => Promise<T>): Promise<T> {
		const fixture = this.fixtures.get(name) ?? make();
		this.fixtures.set(name, fixture);
		return fixture as Promise<T>;
	}

	/** The supplier's account number, as the buyer's messages name it. */
	supplierAccountNumber(): Promise<string> {
		return this.once('account number', async () => {
			if (this.options.accountNumber) return this.options.accountNumber;
			const supplierOrder = this.hasSupplier && {
				companyId: [(await this.supplier.claims()).companyId],
			};
			const filters = { ...(supplierOrder && { supplierOrder }) };
			const body = { filters, offset: 0, limit: 1 };
			const { data } = await this.buyer.post('/order-search/search', body);
			const found = at(data, 'data.0.buyerOrder.supplierAccountNumber');
			if (typeof found !== 'string') throw new NotTried('--account-number');
			return found;
		});
	}

	/** Tries until nothing differs any more; throws the last `Differs` when patience is at its end. */
	async eventually<T>(attempt: () => Promise<T>): Promise<T> {
		const end = Date.now() + (this.options.patienceMs ?? 10_000);
		for (;;) {
			try {
				return await attempt();
			} catch (error) {
				if (!(error instanceof Differs) || Date.now() > end) throw error;
			}
			await sleep(100);
		}
	}

	/** Reads until what is read is as wanted. */
	until<T>(wanted: string, read: () => Promise<T>, isSo: (got: T) => boolean): Promise<T> {
		return this.eventually(async () => {
			const got = await read();
			if (!isSo(got)) throw new Differs(`expected ${wanted}, got ${shown(got)}`);
			return got;
		});
	}

	/** Opens an endpoint that receives webhooks until the check is over. */
	async inbox(integration: Integration): Promise<Inbox> {
		if (!this.options.openInbox) throw new NotTried('an endpoint for webhooks');
		const inbox = await this.options.openInbox(integration);
		this.inboxes.push(inbox);
		return inbox;
	}

	/** The call with this event about an order or a shipment, its body as JSON. */
	async event(inbox: Inbox, eventName: string, id: string): Promise<unknown> {
		const events = () => inbox.calls.map(bodyOf).filter((body) => idOf(body) === id);
		const named = (body: unknown) => at(body, 'eventName') === eventName;
		const names = () => Promise.resolve(events().map((body) => String(at(body, 'eventName'))));
		await this.until(`the event ${eventName}`, names, (got) => got.includes(eventName));
		return events().find(named);
	}

	/** Closes what a check has opened. */
	async tidyUp(): Promise<void> {
		await Promise.all(this.inboxes.splice(0).map((inbox) => inbox.close()));
	}
}

function bodyOf({ body }: ReceivedCall): unknown {
	return JSON.parse(body || '{}') as unknown;
}

const idPaths = [
	'orderEvent.orderId',
	'singleDeliveryOrderEvent.orderId',
	'orderDocumentsEvent.orderId',
	'shipment.id',
];

function idOf(body: unknown): unknown {
	return idPaths.map((path) => at(body, path)).find((id) => id !== undefined);
}

/** Sends a message to the connector; throws `Differs` unless it is taken. */
export async function send(client: Client, path: string, body: unknown): Promise<Answer> {
	const reply = await client.post(`/api-connector/${path}`, body);
	answered(`POST /api-connector/${path}`, reply, 200, 202);
	return reply;
}

/** The page of a list; throws `Differs` unless it is answered with one. */
export async function page(client: Client, path: string, body: unknown): Promise<unknown[]> {
	const reply = await client.post(path, body);
	answered(`POST ${path}`, reply, 200);
	if (!Array.isArray(at(reply.data, 'data'))) {
		throw new Differs(`expected POST ${path} to answer data, got ${shown(reply.data)}`);
	}
	return listAt(reply.data, 'data');
}

/** The ids of things in a list. */
export function idsOf(things: readonly unknown[]): string[] {
	return things.map((thing) => textAt(thing, 'id'));
}
