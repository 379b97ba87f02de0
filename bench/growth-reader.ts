/**
 * Reads all orders of a sandbox in n8n's execution engine, in a process of its own, and prints what
 * it took: `growth-reader.ts <what> <base URL of API v2> <number of orders>`.
 */
import '../test/integration/harness/environment';
import { type Engine, jsonOf, startEngine, workflowOf } from '../test/integration/harness/n8n';
import { Poller } from '../test/integration/harness/poller';
import { users } from '../test/sandbox';

/** What a reader took for the orders; memory in MB, time in seconds. */
export interface Expense {
	cpuSeconds: number;
	seconds: number;
	/** With all items of the last execution, after what is not needed was given back. */
	heap: number;
	/** Of the resident memory. */
	peak: number;
}

/** Reads all orders, or at least `count`, and returns their number. */
type Read = (engine: Engine, credential: string, count?: number) => Promise<number>;

/** What n8n would hold while the rest of the workflow runs: the last execution. */
const held: unknown[] = [];

const readers: Record<string, Read> = {
	getMany: async (engine, credential, count) => {
		const many = count === undefined ? { returnAll: true } : { limit: count };
		const parameters = { resource: 'order', operation: 'getMany', ...many };
		const workflow = workflowOf('tradecloud', parameters, credential);
		const run = await engine.run(workflow, 'Tradecloud', [{}]);
		held.splice(0, 1, run);
		return jsonOf(run).length;
	},
	pollTrigger: async (engine, credential, count = Infinity) => {
		const parameters = { startFrom: 'everything' };
		const poller = new Poller(engine, workflowOf('tradecloudPollTrigger', parameters, credential));
		let read = 0;
		for (;;) {
			const emitted = await poller.poll();
			if (emitted.length === 0) return read;
			held.splice(0, 1, emitted);
			read += emitted.length;
			if (read >= count) return read;
		}
	},
};

/** Enough to have all code compiled. */
const warmUp = 1_000;

async function main([what, baseUrl, orders]: string[]): Promise<Expense> {
	const engine = await startEngine();
	await readers[what](engine, credential(engine, baseUrl, `${what}-warm-up`), warmUp);
	held.length = 0;
	const heap = heapInUse();
	const cpu = process.cpuUsage();
	const start = performance.now();
	const read = await readers[what](engine, credential(engine, baseUrl, what));
	const seconds = (performance.now() - start) / 1000;
	const { user, system } = process.cpuUsage(cpu);
	const peak = process.resourceUsage().maxRSS / 1024;
	if (read !== Number(orders)) throw new Error(`${what} read ${read} of ${orders} orders`);
	return { cpuSeconds: (user + system) / 1e6, seconds, heap: heapInUse() - heap, peak };
}

/** One for each user: the warm-up must not use up the ten requests a second of what is measured. */
function credential({ credentials }: Engine, baseUrl: string, tag: string): string {
	const { username, password } = users.buyer;
	const user = { username: username.replace('@', `+${tag}@`), password };
	credentials.save(tag, { apiVersion: 'v2', environment: 'custom', baseUrl, ...user });
	return tag;
}

/** In MB, without what is not needed any more. */
function heapInUse(): number {
	global.gc!();
	return process.memoryUsage().heapUsed / 2 ** 20;
}

main(process.argv.slice(2)).then(
	(expense) => process.stdout.write(JSON.stringify(expense), () => process.exit(0)),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
