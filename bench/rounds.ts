/** How often contestants are measured, and what their values come to. */
import { median } from 'simple-statistics';
import type { Comparison, Contestant, Goal } from './part';

/** How often each contestant is measured. */
export const rounds = 7;

/** Repeats what gives one value so often, and takes the median. */
export async function medianOf(count: number, run: () => Promise<number>): Promise<number> {
	const values: number[] = [];
	for (let index = 0; index < count; index++) values.push(await run());
	return median(values);
}

/** Milliseconds that some work takes. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/** First divided by second, round by round. */
export function ratio(first: Contestant, second: Contestant, goal?: Goal): Comparison {
	return {
		name: `${first.name} / ${second.name}`,
		ratios: first.values.map((value, round) => value / second.values[round]),
		goal,
	};
}
