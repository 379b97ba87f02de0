/** At most ten requests a second for each login, whatever the number of executions: Tradecloud takes no more. */
import { sleep } from 'n8n-workflow';

import { userKey } from '../model/credential';
import { Memory } from '../model/memory';
import type { Caller, Outcome } from './caller';

const requests = 10;

/** A little over a second: requests that leave a second apart may arrive a little closer. */
const shortestWindowMilliseconds = 1_050;
const longestWindowMilliseconds = 30_000;

/** How much longer a refusal makes the window, and how much of it every other answer leaves. */
const slower = 1.3;
const faster = 0.98;

interface Pace {
	/** When the last ten requests leave or left. */
	departures: number[];
	/** In which ten requests may leave. */
	windowMilliseconds: number;
	slowedAt: number;
}

/** One that is not used for this long begins anew. */
const paces = new Memory<Pace>({ lifeMilliseconds: 600_000, cap: 1_000 });

/**
 * Lets a request leave when it is its turn. Everything that bears a login passes here. What would leave
 * only after the caller's deadline does not leave at all.
 */
export async function inTurn<T>(
	{ credential, deadline = Infinity }: Pick<Caller, 'credential' | 'deadline'>,
	send: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const key = userKey(credential);
	const pace = paces.get(key) ?? {
		departures: [],
		windowMilliseconds: shortestWindowMilliseconds,
		slowedAt: 0,
	};
	paces.set(key, pace);
	const departure = nextDeparture(pace);
	if (departure >= deadline) return { failure: { kind: 'timeout', during: 'nothing' } };
	pace.departures = [...pace.departures, departure].slice(-requests);
	const wait = departure - Date.now();
	if (wait > 0) await sleep(wait);
	const outcome = await send();
	adapt(pace, 'failure' in outcome && outcome.failure.status === 429);
	return outcome;
}

function nextDeparture({ departures, windowMilliseconds }: Pace): number {
	const now = Date.now();
	return departures.length < requests ? now : Math.max(now, departures[0] + windowMilliseconds);
}

/**
 * Learns from an answer. Processes of n8n that call as the same user share Tradecloud's limit but do
 * not know of one another: each goes slower once Tradecloud refuses a request because of its rate,
 * and a little faster with every other answer.
 */
function adapt(pace: Pace, isTooFast: boolean): void {
	const { windowMilliseconds, slowedAt } = pace;
	if (!isTooFast) {
		pace.windowMilliseconds = Math.max(windowMilliseconds * faster, shortestWindowMilliseconds);
	} else if (Date.now() - slowedAt >= windowMilliseconds) {
		// Once in a window: the other refusals in it were on their way already.
		pace.windowMilliseconds = Math.min(windowMilliseconds * slower, longestWindowMilliseconds);
		pace.slowedAt = Date.now();
	}
}
