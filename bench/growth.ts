/** How time and memory grow from ten thousand to a hundred thousand orders. */
import { join, resolve } from 'node:path';
import { startSandbox } from '../test/sandbox';
import { inTurn, type Runner } from '../tools/in-turn';
import { step } from '../tools/progress';
import { cleanEnvironment, runCommand } from '../tools/run-command';
import type { Expense } from './growth-reader';
import type { Goal, Growth, Part, Point } from './part';

const sizes = [10_000, 25_000, 50_000, 100_000];

/** Fewer than elsewhere: one takes three minutes and a half, whatever a machine can do. */
const rounds = 5;

/** What reads, as the reader's process calls it. */
const subjects = { getMany: 'Get Many', pollTrigger: 'Tradecloud Poll Trigger' };

type Subject = keyof typeof subjects;
type Expenses = Record<Subject, Expense>;

const goal: Goal = { is: 'at most', value: 1.1 };

type Quantity = Pick<Growth, 'title' | 'unit' | 'noise'> & { id: keyof Expense };

const quantities: Quantity[] = [
	{ id: 'cpuSeconds', title: 'Processor time to read orders', unit: 's', noise: 0.1 },
	{
		id: 'seconds',
		title: 'Time to read orders, at most ten requests a second',
		unit: 's',
		noise: 0.1,
	},
	{ id: 'heap', title: 'Memory that the items of an execution hold', unit: 'MB', noise: 20 },
	{ id: 'peak', title: 'Peak memory of the process', unit: 'MB', noise: 20 },
];

export const growthPart: Part = {
	name: 'growth',
	async measure(log) {
		const sandboxes = await Promise.all(
			sizes.map((orders) => startSandbox({ orders, requestsPerSecond: 0 })),
		);
		const readers = sizes.map((orders, index): Runner<Expenses> => {
			const name = `${orders.toLocaleString('en')} orders`;
			return { name, run: () => step(log, name, () => readAll(sandboxes[index].v2, orders)) };
		});
		const measured = await inTurn(readers, rounds);
		await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
		return quantities.map((quantity) => growthOf(quantity, measured));
	},
};

function growthOf({ id, ...quantity }: Quantity, measured: Array<{ values: Expenses[] }>): Growth {
	const pointsOf = (subject: Subject): Point[] =>
		measured.map(({ values }, index) => ({
			orders: sizes[index],
			values: values.map((expenses) => expenses[subject][id]),
		}));
	const lines = (Object.keys(subjects) as Subject[]).map((subject) => ({
		name: subjects[subject],
		points: pointsOf(subject),
	}));
	return { id: `growth-${id}`, ...quantity, lines, goal };
}

/** Side by side, which costs no time: each keeps to ten requests a second, and has a user of its own. */
async function readAll(baseUrl: string, orders: number): Promise<Expenses> {
	const [getMany, pollTrigger] = await Promise.all([
		read('getMany', baseUrl, orders),
		read('pollTrigger', baseUrl, orders),
	]);
	return { getMany, pollTrigger };
}

async function read(what: Subject, baseUrl: string, orders: number): Promise<Expense> {
	const repository = resolve(__dirname, '..');
	const reader = join(__dirname, 'growth-reader.ts');
	const flags = ['--expose-gc', '--max-old-space-size=8192', '--import', 'tsx'];
	const args = [...flags, reader, what, baseUrl, String(orders)];
	const env = cleanEnvironment();
	return JSON.parse(await runCommand(process.execPath, args, { cwd: repository, env })) as Expense;
}
