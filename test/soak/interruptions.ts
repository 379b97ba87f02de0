/** What befalls n8n during the soak: it is killed, stopped and restarted at random moments. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import type { N8nInstance } from '../../tools/n8n-instance';
import { pause } from '../../tools/progress';
import type { Random } from '../sandbox/data/deterministic';
import type { Load } from './load';

/** How often n8n was ended in which way. */
export type Interruptions = Record<Kind, number>;

type Kind = (typeof kinds)[number];

/**
 * `kills`: SIGKILL at a random moment; `killsAfterAnswer`: SIGKILL as soon as an event counts as
 * delivered; `killsWhileStarting`: SIGKILL, and again while it starts; `stops`: SIGTERM, and a start
 * some seconds later; `restarts`: SIGTERM, and a start at once.
 */
const kinds = ['kills', 'killsAfterAnswer', 'killsWhileStarting', 'stops', 'restarts'] as const;

const longestAway = 4_000;
const shortestUptime = 3_000;

/**
 * Ends n8n again and again for so many seconds, and in each way at least once; it runs at the end.
 */
export async function interrupt(
	n8n: N8nInstance,
	load: Load,
	random: Random,
	seconds: number,
): Promise<Interruptions> {
	const signal = AbortSignal.timeout(seconds * 1000);
	// In a minute there is time for short lives only; in ten, long ones let more events through.
	const longestUptime = Math.min(40_000, 7_000 + seconds * 50);
	const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Interruptions;
	let round: Kind[] = [];
	while (!signal.aborted || Object.values(counts).includes(0)) {
		await pause(random.between(shortestUptime, longestUptime));
		if (round.length === 0) round = [...kinds];
		const [kind] = round.splice(random.between(0, round.length - 1), 1);
		await ways[kind](n8n, load, random);
		// On a busy machine a start under load may take too long and is given up: one more crash.
		await n8n.start().catch(() => n8n.start());
		counts[kind]++;
	}
	return counts;
}

type Way = (n8n: N8nInstance, load: Load, random: Random) => Promise<void>;

const ways: Record<Kind, Way> = {
	async kills(n8n, _load, random) {
		await n8n.kill();
		await pause(random.between(0, longestAway));
	},
	async killsAfterAnswer(n8n, load) {
		await Promise.race([once(load, 'delivered'), sleep(5_000)]);
		await n8n.kill();
	},
	async killsWhileStarting(n8n, _load, random) {
		await n8n.kill();
		const start = n8n.start().catch(() => undefined);
		await pause(random.between(500, 6_000));
		await n8n.kill();
		await start;
	},
	async stops(n8n, _load, random) {
		await n8n.stop();
		await pause(random.between(0, longestAway));
	},
	async restarts(n8n) {
		await n8n.stop();
	},
};
