/** Lets contestants do the same in turn, so that whatever else the machine does befalls all of them. */
import { median } from 'simple-statistics';
import type { Comparison, Contestant, Goal } from './part';

/** How often each contestant is measured. */
export const rounds = 7;

/** Someone to measure: once for a round. */
export interface Runner<Value = number> {
	name: string;
	run(): Promise<Value>;
}

/** Measures all in turn, each round beginning with the next one. */
export async function inTurn<Value = number>(
	runners: Runner<Value>[],
	count = rounds,
): Promise<{ name: string; values: Value[] }[]> {
	const contestants = runners.map(({ name }) => ({ name, values: [] as Value[] }));
	for (let round = 0; round < count; round++) {
		for (let turn = 0; turn < runners.length; turn++) {
			const index = (round + turn) % runners.length;
			contestants[index].values.push(await runners[index].run());
		}
	}
	return contestants;
}

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
