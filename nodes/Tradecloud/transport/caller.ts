/** Who calls Tradecloud, how patiently, and what comes of it. */
import type { IAllExecuteFunctions } from 'n8n-workflow';

import type { TradecloudCredential } from '../model/credential';
import type { Failure } from './failure';

/** How patient to be. */
export interface Patience {
	/** Repetitions after the first try, for faults that may pass. */
	retries: number;
	/** For the whole answer of one try. */
	timeoutMilliseconds: number;
	/** For all of it: the login, the wait for a turn, every try and the waits between them. */
	deadlineMilliseconds?: number;
}

export const defaultPatience: Patience = { retries: 4, timeoutMilliseconds: 30_000 };

/** For when somebody waits for the answer: Tradecloud for that of the webhook, or a user in the editor. */
export const shortPatience: Patience = { retries: 1, timeoutMilliseconds: 10_000 };

/** Who calls: n8n's context, the decrypted credential, and the item that the call is for. */
export interface Caller<Context = IAllExecuteFunctions> {
	context: Context;
	credential: TradecloudCredential;
	patience: Patience;
	itemIndex?: number;
	/** When the call must be over, in milliseconds since 1970. */
	deadline?: number;
}

/** The longest that timers know. */
const longestMilliseconds = 2 ** 31 - 1;

/** How long the answer to a request that leaves now may take: a whole number above 0. A time-out of 0 is none, as in n8n. */
export function millisecondsLeft({ patience, deadline = Infinity }: Caller): number {
	const wanted = patience.timeoutMilliseconds || longestMilliseconds;
	const left = Math.floor(Math.min(wanted, deadline - Date.now(), longestMilliseconds));
	return Math.max(1, left);
}

/** What came of an attempt. */
export type Outcome<T> = { result: T } | { failure: Failure };
