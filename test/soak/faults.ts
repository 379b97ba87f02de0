/** Faults of Tradecloud's API that pass: what it answers to some calls, at random. */
import { pause } from '../../tools/progress';
import type { Fault, Sandbox } from '../sandbox';
import type { Random } from '../sandbox/data/deterministic';

const passing: Fault[] = [
	{ status: 429, headers: { 'Retry-After': '1' } },
	{ status: 500 },
	{ status: 502 },
	{ status: 503 },
	{ reset: true },
	{ resetMidAnswer: true },
	{ body: '{"cut', status: 200 },
	{ expireToken: true },
	{ delayMs: 3_000 },
];

/** So many calls go well between two faults, at least and at most. */
const between = { fewest: 2, most: 12 };

/**
 * Lets a fault befall some calls of the API until the signal comes; returns how many. Their number
 * follows that of the calls: while n8n is away, no faults gather for its return.
 */
export async function orderFaults(
	sandbox: Sandbox,
	random: Random,
	signal: AbortSignal,
): Promise<number> {
	let faults = 0;
	for (let next = 0; !signal.aborted;) {
		if (sandbox.calls.length >= next) {
			sandbox.fault({ ...random.pick(passing), path: '^/(order/|order-search/poll)' });
			next = sandbox.calls.length + random.between(between.fewest, between.most);
			faults++;
		}
		await pause(50);
	}
	return faults;
}
