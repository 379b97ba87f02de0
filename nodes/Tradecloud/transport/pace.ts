/** At most ten requests a second for each user, whatever the number of executions: Tradecloud takes no more. */
import { sleep } from 'n8n-workflow';

import { baseUrl, type TradecloudCredential } from '../model/credential';

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

const paces = new Map<string, Pace>();

/** Waits until one more request of this user may leave. */
export async function turn(credential: TradecloudCredential): Promise<void> {
	const { departures, windowMilliseconds } = paceOf(credential);
	const now = Date.now();
	const earliest = departures.length < requests ? now : departures.shift()! + windowMilliseconds;
	const departure = Math.max(now, earliest);
	departures.push(departure);
	if (departure > now) await sleep(departure - now);
}

/**
 * Learns from an answer. Processes of n8n that call as the same user share Tradecloud's limit but do
 * not know of one another: each goes slower once Tradecloud refuses a request because of its rate,
 * and a little faster with every other answer.
 */
export function adapt(credential: TradecloudCredential, isTooFast: boolean): void {
	const pace = paceOf(credential);
	const { windowMilliseconds, slowedAt } = pace;
	if (!isTooFast) {
		pace.windowMilliseconds = Math.max(windowMilliseconds * faster, shortestWindowMilliseconds);
	} else if (Date.now() - slowedAt >= windowMilliseconds) {
		// Once in a window: the other refusals in it were on their way already.
		pace.windowMilliseconds = Math.min(windowMilliseconds * slower, longestWindowMilliseconds);
		pace.slowedAt = Date.now();
	}
}

function paceOf(credential: TradecloudCredential): Pace {
	const user = `${credential.username} ${baseUrl(credential)}`;
	const known = paces.get(user);
	if (known) return known;
	const pace = { departures: [], windowMilliseconds: shortestWindowMilliseconds, slowedAt: 0 };
	paces.set(user, pace);
	return pace;
}
