/** What calls of the same kind share, and how old it may be. */
import { setImmediate as turn } from 'node:timers/promises';

import { SharedRuns } from '../../../nodes/Tradecloud/webhook/sharedRuns';

/** Runs that are counted, and end when they are told to. */
function counted() {
	const runs = new SharedRuns<number>();
	const ends: Array<() => void> = [];
	const ask = async (key = 'a') =>
		await runs.run(key, async () => {
			const count = ends.length + 1;
			await new Promise<void>((resolve) => ends.push(resolve));
			return count;
		});
	return { ask, ends };
}

test('all who ask at once share a run', async () => {
	const { ask, ends } = counted();
	const all = [ask(), ask(), ask()];
	await turn();
	ends[0]();
	expect(await Promise.all(all)).toEqual([1, 1, 1]);
});

test('all who ask while one is under way share the next, which begins when it has ended', async () => {
	const { ask, ends } = counted();
	const first = ask();
	await turn();
	const others = [ask(), ask()];
	await turn();
	expect(ends).toHaveLength(1);
	ends[0]();
	await turn();
	const last = ask();
	ends[1]();
	await turn();
	ends[2]();
	expect(await Promise.all([first, ...others, last])).toEqual([1, 2, 2, 3]);
});

test('those of different keys do not wait for one another', async () => {
	const { ask, ends } = counted();
	const all = [ask('a'), ask('b')];
	await turn();
	expect(ends).toHaveLength(2);
	for (const end of ends) end();
	expect(await Promise.all(all)).toEqual([1, 2]);
});

test('a run that fails fails for those who share it, and the next one begins', async () => {
	const runs = new SharedRuns<number>();
	const failing = () => runs.run('a', async () => await Promise.reject(new Error('away')));
	const both = await Promise.allSettled([failing(), failing()]);
	expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(await runs.run('a', () => Promise.resolve(2))).toBe(2);
});
