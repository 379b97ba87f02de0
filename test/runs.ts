/** How many random inputs a property is tried with: so many for each change, and twenty times as many at night (`.ci/nightly`). */
export const runs = (count: number): { numRuns: number } => ({
	numRuns: count * Number(process.env.TIMES_AS_MANY_RUNS ?? 1),
});
