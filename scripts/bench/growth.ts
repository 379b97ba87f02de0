/** How time and memory grow from ten thousand to a hundred thousand orders. */
import { join, resolve } from 'node:path';
import { startSandbox } from '../../test/sandbox';
import { step } from '../progress';
import { cleanEnvironment, runCommand } from '../run-command';
import type { Expense } from './growth-reader';
import type { Growth, Part } from './part';

const sizes = [10_000, 25_000, 50_000, 100_000];

/** What reads, as the reader's process calls it. */
const subjects = { getMany: 'Get Many', pollTrigger: 'Tradecloud Poll Trigger' };

const quantities: { id: keyof Expense; title: string; unit: string }[] = [
	{ id: 'cpuSeconds', title: 'Processor time to read orders', unit: 's' },
	{ id: 'seconds', title: 'Time to read orders, at most ten requests a second', unit: 's' },
	{ id: 'heap', title: 'Memory that the items of an execution hold', unit: 'MB' },
	{ id: 'peak', title: 'Peak memory of the process', unit: 'MB' },
];

type Expenses = { orders: number; expense: Expense }[];

export const growthPart: Part = {
	name: 'growth',
	async measure(log) {
		const expenses: Record<string, Expenses> = {};
		for (const subject of Object.keys(subjects)) expenses[subject] = [];
		for (const orders of sizes) {
			const sandbox = await startSandbox({ orders, requestsPerSecond: 0 });
			for (const [subject, name] of Object.entries(subjects)) {
				const expense = await step(log, `${name}: ${orders} orders`, () =>
					read(subject, sandbox.v2, orders),
				);
				expenses[subject].push({ orders, expense });
			}
			await sandbox.close();
		}
		return quantities.map((quantity) => growthOf(quantity, expenses));
	},
};

function growthOf(
	{ id, title, unit }: (typeof quantities)[number],
	expenses: Record<string, Expenses>,
): Growth {
	const lines = Object.entries(subjects).map(([subject, name]) => ({
		name,
		points: expenses[subject].map(({ orders, expense }) => ({ orders, value: expense[id] })),
	}));
	return { id: `growth-${id}`, title, unit, lines };
}

async function read(what: string, baseUrl: string, orders: number): Promise<Expense> {
	const repository = resolve(__dirname, '..', '..');
	const reader = join(__dirname, 'growth-reader.ts');
	const flags = ['--expose-gc', '--max-old-space-size=8192', '--import', 'tsx'];
	const args = [...flags, reader, what, baseUrl, String(orders)];
	const env = cleanEnvironment();
	return JSON.parse(await runCommand(process.execPath, args, { cwd: repository, env })) as Expense;
}
