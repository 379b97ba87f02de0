/** What a test, a demo or a benchmark says to a sandbox, and what it can ask of it. */
import type { Connection } from './data/companies';
import type { DocumentStore } from './data/documentStore';
import type { Forecast } from './data/forecast';
import type { OrderStore } from './data/orderStore';
import type { ShipmentStore } from './data/shipmentStore';
import type { users } from './data/users';
import type { Entra } from './entra';
import type { PollOrder } from './v2/search/poll';
import type { WebhookSender } from './webhooks/sender';

export interface SandboxOptions {
	/** Default 0: any free port. Always on 127.0.0.1. */
	port?: number;
	/** How many orders are generated, default 25. */
	orders?: number;
	/** Life of an access token, default 3600; never shorter, at most a second longer. */
	accessTokenSeconds?: number;
	/** Default 10, as Tradecloud allows; 0 for no limit. */
	requestsPerSecond?: number;
	/** Milliseconds added to each kind of call, default 0. */
	delays?: Delays;
	/** First wait of the webhook sender's exponential back-off in milliseconds, default 200. */
	webhookBackoffMs?: number;
	/** In which order polls hand out what has changed, default `ascending`, which is a guess. */
	pollOrder?: PollOrder;
}

/** Milliseconds: `login` for what is below `/authentication`, the others by the call's credentials. */
export interface Delays {
	login: number;
	basic: number;
	token: number;
}

/** A call of the API, or of what should have been it. */
export interface RecordedCall {
	method: string;
	/** From the root on, encoded as it was sent, with the query. */
	path: string;
	/** Missing while, or where, no whole answer was given. */
	status?: number;
	/** The scheme alone, never the secret. */
	authorization?: 'Basic' | 'Bearer';
	body?: unknown;
	/** ISO 8601. */
	at: string;
}

/** A misbehaviour ordered for coming calls; the first one in the queue that matches a call is used. */
export interface Fault {
	method?: string;
	/**
	 * Source of a regular expression for the encoded path, without the query: below the base of an
	 * API, such as `^/order/`, of a download link, such as `^/download/`, or below `/entra`, such as
	 * `^/contoso/`.
	 */
	path?: string;
	/** For how many calls, default 1. */
	times?: number;
	/** Without `status` and `body` the true answer is given, after the delay and with the headers. */
	status?: number;
	headers?: Record<string, string>;
	body?: string;
	contentType?: string;
	delayMs?: number;
	/** Destroys the connection in place of an answer. */
	reset?: boolean;
	/** Does what the call asks for, sends half of the body, then destroys the connection. */
	resetMidAnswer?: boolean;
	/** Answers 401, and the call's token is invalid from now on. */
	expireToken?: boolean;
	/** Does first what the call asks for, then fails. */
	after?: boolean;
}

export interface Sandbox {
	/** Where it listens; like `v1` and `v2` without a slash at the end. */
	url: string;
	/** The base URL of API v1. */
	v1: string;
	/** The base URL of API v2. */
	v2: string;
	users: typeof users;
	orders: OrderStore;
	shipments: ShipmentStore;
	documents: DocumentStore;
	/** The forecasts that came, the earliest first; always the same array. */
	forecasts: Forecast[];
	/** Who works with whom, under which account numbers; a test may add, change and take away. */
	connections: Connection[];
	/** The authority that issues tokens for webhooks with OAuth 2.0. */
	entra: Entra;
	/** Every call of either API, a download link or the authority, the earliest first; always the same array. */
	calls: RecordedCall[];
	/** The number of successful logins. */
	logins(): number;
	/** All access tokens issued so far answer 401 from now on; refresh tokens stay valid. */
	expireTokens(): void;
	/** Puts a fault at the end of the queue; throws for a `path` that is no regular expression. */
	fault(fault: Fault): void;
	/** Forgets faults, calls and the rate limiter's past; orders stay as they are. */
	reset(): void;
	webhooks: WebhookSender;
	/** Destroys open connections, stops pending webhooks and removes uploaded files. */
	close(): Promise<void>;
}
