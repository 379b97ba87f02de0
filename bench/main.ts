/**
 * `npm run bench`: measures this package against what a user would take in its place, and prints
 * the figures, or writes them into docs/benchmarks.md. `npm run bench -- webhook` measures one part.
 */
import { elapsed, timedLog } from '../tools/progress';
import { growthPart } from './growth';
import { machineSentence } from '../tools/machine';
import { manyPart } from './many';
import { orderPart } from './order';
import { packagePart } from './package';
import type { Part } from './part';
import { report, summaryOf } from './report';
import { sheetPart } from './sheet';
import { webhookPart } from './webhook';

const parts: Part[] = [webhookPart, sheetPart, orderPart, manyPart, growthPart, packagePart];

function chosen(names: string[]): Part[] {
	const unknown = names.find((name) => !parts.some((part) => part.name === name));
	if (unknown !== undefined) {
		const known = parts.map(({ name }) => name).join(', ');
		throw new Error(`There is no part "${unknown}". There are: ${known}`);
	}
	return names.length === 0 ? parts : parts.filter(({ name }) => names.includes(name));
}

async function main(): Promise<void> {
	const start = Date.now();
	const log = timedLog(start);
	const machine = await machineSentence();
	for (const part of chosen(process.argv.slice(2))) {
		log(`== ${part.name}`);
		const measurements = await part.measure(log);
		await report(part.name, machine, measurements);
		for (const line of measurements.flatMap(summaryOf)) log(line);
	}
	log(`Done after ${elapsed(start)}`);
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
