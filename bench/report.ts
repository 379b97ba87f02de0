/** What was measured, as tables: in docs/benchmarks.md, with pictures, where it has a place for the part; else printed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { linearRegression, max, median, min } from 'simple-statistics';
import { hasBlock, writeBlock } from '../tools/generated-block';
import { pictureOf } from './chart';
import { isFixed } from './part';
import type { Comparison, Contestant, Duel, Goal, Growth, GrowthLine, Measurement } from './part';

const docs = resolve(__dirname, '..', 'docs');
const page = join(docs, 'benchmarks.md');
const pictures = 'images/benchmarks';

/** Puts the measurements of a part in the place of its last ones, or prints them. */
export async function report(
	part: string,
	machine: string,
	measurements: Measurement[],
): Promise<void> {
	const block = { file: page, name: part };
	const isShown = hasBlock(block);
	const sections = [machine];
	for (const measurement of measurements) {
		sections.push(`### ${measurement.title}`, ...tablesOf(measurement));
		if (isShown) sections.push(await picture(measurement));
	}
	const text = sections.join('\n\n');
	if (isShown) writeBlock(block, text);
	else console.log(`\n${text}\n`);
}

/** Draws it beside the page, and gives the link to it. */
async function picture(measurement: Measurement): Promise<string> {
	mkdirSync(join(docs, pictures), { recursive: true });
	const file = `${pictures}/${measurement.id}.svg`;
	writeFileSync(join(docs, file), await pictureOf(measurement));
	return `![${measurement.title}](${file})`;
}

/** One line for each comparison or slope, for the terminal. */
export function summaryOf(measurement: Measurement): string[] {
	if ('lines' in measurement) {
		return measurement.lines.map((line) => {
			const ratios = costRatios(line, measurement);
			const slope = `${slopeOf(line)} ${measurement.unit} for each 1,000 orders more`;
			const cost = ratios
				? `cost of an order ${spread(ratios)}, ${outcome(ratios, measurement.goal)}`
				: constant(measurement);
			return `${line.name}, ${measurement.title}: ${slope}; ${cost}`;
		});
	}
	return measurement.comparisons.map(
		({ name, ratios, goal }) => `${name}: ${spread(ratios)}, ${outcome(ratios, goal)}`,
	);
}

function tablesOf(measurement: Measurement): string[] {
	return 'lines' in measurement ? growthTables(measurement) : duelTables(measurement);
}

function duelTables(duel: Duel): string[] {
	const { unit, contestants, comparisons, details } = duel;
	const figures = isFixed(duel)
		? { heads: [''], of: (values: number[]) => [rounded(values[0])] }
		: { heads: ['median', 'min', 'max'], of: threeOf };
	const [first, ...range] = figures.heads;
	const value = ({ name, values }: Contestant) => [name, ...figures.of(values)];
	const ratio = ({ name, ratios, goal }: Comparison) => [
		name,
		...figures.of(ratios),
		outcome(ratios, goal),
	];
	const valueHeads = ['', [first, unit].filter(Boolean).join(', '), ...range];
	const tables = [table(valueHeads, contestants.map(value))];
	if (comparisons.length > 0) {
		tables.push(table(['ratio', ...figures.heads, 'goal'], comparisons.map(ratio)));
	}
	if (details) {
		const rows = details.rows.map(([name, ...values]) => [name, ...values.map(rounded)]);
		tables.push(table(details.heads, rows));
	}
	return tables;
}

function growthTables(growth: Growth): string[] {
	const { unit, lines } = growth;
	const sizes = lines[0].points.map(({ orders }) => orders);
	const heads = sizes.map((orders) => `${orders.toLocaleString('en')} orders`);
	const rows = lines.map((line) => [
		line.name,
		...line.points.map(({ values }) => spread(values)),
		slopeOf(line),
	]);
	const ratio = `cost of an order, ${heads.at(-1)} / ${heads[0]}`;
	return [
		table([`median (min to max), ${unit}`, ...heads, 'slope for 1,000 orders'], rows),
		table(
			[ratio, 'median', 'min', 'max', 'goal'],
			lines.map((line) => costRow(line, growth)),
		),
	];
}

function costRow(line: GrowthLine, growth: Growth): string[] {
	const ratios = costRatios(line, growth);
	const figures = ratios ? threeOf(ratios) : ['', '', ''];
	return [line.name, ...figures, ratios ? outcome(ratios, growth.goal) : constant(growth)];
}

/** What an order costs at the largest number / at the smallest, round by round; undefined for what does not grow. */
function costRatios({ points }: GrowthLine, { noise }: Growth): number[] | undefined {
	const medians = points.map(({ values }) => median(values));
	if (max(medians) - min(medians) < noise) return undefined;
	const [small, large] = [points[0], points[points.length - 1]];
	return large.values.map(
		(value, round) => value / large.orders / (small.values[round] / small.orders),
	);
}

function constant({ noise, unit }: Growth): string {
	return `constant: differs by less than ${noise} ${unit}`;
}

/** Of the line that fits best, in each round. */
function slopeOf({ points }: GrowthLine): string {
	const slopes = points[0].values.map((_, round) => {
		const pairs = points.map(({ orders, values }) => [orders / 1000, values[round]]);
		return linearRegression(pairs).m;
	});
	return spread(slopes);
}

function outcome(ratios: number[], goal?: Goal): string {
	if (goal === undefined) return 'no goal';
	const { is, value } = goal;
	const isReached = is === 'at least' ? median(ratios) >= value : median(ratios) <= value;
	const isWithin = min(ratios) <= value && value <= max(ratios);
	const missed = isWithin ? 'the same, as far as the rounds tell' : 'not reached';
	return `${is} ${value}: ${isReached ? 'reached' : missed}`;
}

function threeOf(values: number[]): string[] {
	return [median(values), min(values), max(values)].map(rounded);
}

function spread(values: number[]): string {
	const [middle, low, high] = threeOf(values);
	return `${middle} (${low} to ${high})`;
}

/** Three significant digits, and whole numbers from 100 on. */
function rounded(value: number): string {
	if (value === 0 || Number.isInteger(value)) return value.toLocaleString('en');
	const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
	return value.toLocaleString('en', { maximumFractionDigits: digits });
}

function table(heads: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	const rule = heads.map((_, column) => (column === 0 ? '---' : '---:'));
	return [heads, rule, ...rows].map(line).join('\n');
}
