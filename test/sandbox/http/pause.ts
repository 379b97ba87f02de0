/** Waiting that ends with the sandbox. */
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits so many milliseconds, or until the sandbox closes. */
export type Pause = (milliseconds: number) => Promise<void>;

/** A pause that ends at once when the signal comes. */
export function pauseUntil(signal: AbortSignal): Pause {
	// As many pauses at once as there are calls under way: no sign of a leak.
	setMaxListeners(0, signal);
	return async (milliseconds) => {
		if (milliseconds <= 0 || signal.aborted) return;
		await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
	};
}
