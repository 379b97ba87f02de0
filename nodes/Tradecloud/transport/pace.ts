/** At most ten requests a second for a user, whatever the number of executions (Tradecloud's rule). */
import { sleep } from 'n8n-workflow';

import { baseUrl, type TradecloudCredential } from '../model/credential';

const requests = 10;

/** A little over a second: requests that leave a second apart may arrive a little closer. */
const windowMilliseconds = 1_050;

/** For each user the times at which its last ten requests leave or left. */
const departures = new Map<string, number[]>();

/** Waits until one more request of this user may leave. */
export async function turn(credential: TradecloudCredential): Promise<void> {
	const user = `${credential.username} ${baseUrl(credential)}`;
	const times = departures.get(user) ?? [];
	departures.set(user, times);
	const now = Date.now();
	const earliest = times.length < requests ? now : times.shift()! + windowMilliseconds;
	const departure = Math.max(now, earliest);
	times.push(departure);
	if (departure > now) await sleep(departure - now);
}
