/** Writes what was measured into docs/benchmarks.md: tables and pictures, between the marks of each part. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { linearRegression, max, median, min } from 'simple-statistics';
import { writeBlock } from '../generated-block';
import { pictureOf } from './chart';
import type { Comparison, Contestant, Duel, Goal, Growth, Measurement } from './part';

const docs = resolve(__dirname, '..', '..', 'docs');
const page = join(docs, 'benchmarks.md');
const pictures = 'images/benchmarks';

/** Puts the measurements of a part in the place of its last ones. */
export async function report(
	part: string,
	machine: string,
	measurements: Measurement[],
): Promise<void> {
	mkdirSync(join(docs, pictures), { recursive: true });
	const sections: string[] = [];
	for (const measurement of measurements) {
		const picture = `${pictures}/${measurement.id}.svg`;
		writeFileSync(join(docs, picture), await pictureOf(measurement));
		const image = `![${measurement.title}](${picture})`;
		sections.push(`### ${measurement.title}`, tablesOf(measurement).join('\n\n'), image);
	}
	writeBlock({ file: page, name: part }, [machine, ...sections].join('\n\n'));
}

/** One line for each comparison or slope, for the terminal. */
export function summaryOf(measurement: Measurement): string[] {
	if ('lines' in measurement) {
		return measurement.lines.map(({ name, points }) => {
			return `${name}: ${slopeOf(points)} ${measurement.unit} for each 1,000 orders more`;
		});
	}
	return measurement.comparisons.map(
		({ name, ratios, goal }) => `${name}: ${spread(ratios)}, ${outcome(ratios, goal)}`,
	);
}

function tablesOf(measurement: Measurement): string[] {
	return 'lines' in measurement ? [growthTable(measurement)] : duelTables(measurement);
}

function duelTables({ unit, contestants, comparisons }: Duel): string[] {
	const value = ({ name, values }: Contestant) => [name, ...threeOf(values)];
	const ratio = ({ name, ratios, goal }: Comparison) => [
		name,
		...threeOf(ratios),
		outcome(ratios, goal),
	];
	const tables = [table(['', `median, ${unit}`, 'min', 'max'], contestants.map(value))];
	if (comparisons.length > 0) {
		tables.push(table(['ratio', 'median', 'min', 'max', 'goal'], comparisons.map(ratio)));
	}
	return tables;
}

function growthTable({ unit, lines }: Growth): string {
	const sizes = lines[0].points.map(({ orders }) => orders);
	const heads = sizes.map((orders) => `${orders.toLocaleString('en')} orders, ${unit}`);
	const slope = `slope, ${unit} for 1,000 orders`;
	const rows = lines.map(({ name, points }) => [
		name,
		...points.map(({ value }) => rounded(value)),
		slopeOf(points),
		rounded(points.at(-1)!.value / points.at(-1)!.orders / (points[0].value / points[0].orders)),
	]);
	return table(['', ...heads, slope, 'cost of an order, last / first'], rows);
}

function slopeOf(points: Growth['lines'][number]['points']): string {
	return rounded(linearRegression(points.map(({ orders, value }) => [orders / 1000, value])).m);
}

function outcome(ratios: number[], goal?: Goal): string {
	if (goal === undefined) return 'no goal';
	const { is, value } = goal;
	const isReached = is === 'at least' ? median(ratios) >= value : median(ratios) <= value;
	return `${is} ${value}: ${isReached ? 'reached' : 'not reached'}`;
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
