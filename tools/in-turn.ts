/** Lets contestants do the same in turn, so that whatever else the machine does befalls all of them. */

/** Someone to measure: once for a round. */
export interface Runner<Value = number> {
	name: string;
	run(): Promise<Value>;
}

/** Measures all in turn for a number of rounds, each round beginning with the next one. */
export async function inTurn<Value = number>(
	runners: Runner<Value>[],
	count: number,
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
