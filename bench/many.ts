/** A thousand orders: their time, the calls for them, and the memory that n8n needs meanwhile. */
import { startSandbox, type Sandbox } from '../test/sandbox';
import { buyer } from '../test/scale/harness/buyer';
import { inTurn } from '../tools/in-turn';
import type { N8nInstance } from '../tools/n8n-instance';
import { peakMemory } from '../tools/process-memory';
import { type Log, pause, step } from '../tools/progress';
import { call } from './caller';
import { type Flow, flowOf, pollByRequest, splitOut, tradecloud, webhook } from './flows';
import { collectGarbage } from './inspector';
import { publish, startN8n } from './installation';
import type { Contestant, Duel, Part } from './part';
import { ratio, timeOf, rounds } from './rounds';
import { buyerBasic, webhookBasic } from './sandbox';

const orderCount = 1_000;

/** After it the node has all of its ten requests a second at hand again. */
const breath = 1_100;

export const manyPart: Part = {
	name: 'many',
	async measure(log) {
		const sandbox = await startSandbox({ orders: orderCount, requestsPerSecond: 0 });
		// Generates them now, so that it costs nothing while they are read.
		sandbox.orders.list();
		const n8n = await startN8n(log);
		const duels = await measure(n8n, sandbox, log);
		await n8n.dispose();
		await sandbox.close();
		return duels;
	},
};

async function measure(n8n: N8nInstance, sandbox: Sandbox, log: Log): Promise<Duel[]> {
	const flows = await flowsOf(n8n, sandbox);
	const readers: Reader[] = [];
	for (const [name, flow] of Object.entries(flows)) {
		readers.push({ name, url: await publish(n8n, flow) });
	}
	const inTurnBy = (read: (url: string) => Promise<number>) =>
		inTurn(
			readers.map(({ name, url }) => ({ name, run: () => read(url) })),
			rounds,
		);
	for (const { url } of readers) for (let run = 0; run < 3; run++) await call(url, {});
	const times = await step(log, 'Measuring the time', () => inTurnBy((url) => time(n8n, url)));
	const memory = await step(log, 'Measuring the memory', () => inTurnBy((url) => peak(n8n, url)));
	const calls = await inTurnBy((url) => callsOf(sandbox, url));
	return [
		duel('many-time', 'Time to read 1,000 orders', 'ms', times, { is: 'at least', value: 1 }),
		duel('many-calls', 'Calls to read 1,000 orders', 'calls', calls, { is: 'at most', value: 1 }),
		duel('many-memory', 'Peak memory of n8n while it reads 1,000 orders', 'MB', memory, {
			is: 'at most',
			value: 1.1,
		}),
	];
}

interface Reader {
	name: string;
	url: string;
}

/** Time is compared as theirs / ours, all else as ours / theirs. */
function duel(
	id: string,
	title: string,
	unit: string,
	contestants: Contestant[],
	goal: { is: 'at least' | 'at most'; value: number },
): Duel {
	const [ours, ...others] = contestants;
	const comparisons = others.map((other) =>
		goal.is === 'at least' ? ratio(other, ours, goal) : ratio(ours, other, goal),
	);
	return { id, title, unit, contestants, comparisons };
}

async function flowsOf(n8n: N8nInstance, sandbox: Sandbox): Promise<Record<string, Flow>> {
	const tradecloudApi = await buyer(n8n, sandbox, 'many');
	const callers = await webhookBasic(n8n);
	const start = (path: string) =>
		webhook(callers, path, { responseMode: 'lastNode', responseData: 'noData' });
	const readPages = pollByRequest(
		await buyerBasic(n8n, sandbox),
		sandbox.v2,
		'{ "filters": {}, "offset": 0, "limit": 100 }',
		{ pagination: { pagination: pages } },
	);
	return {
		'Tradecloud node': flowOf(
			start('tradecloud'),
			tradecloud(tradecloudApi, { resource: 'order', operation: 'getMany', returnAll: true }),
		),
		'HTTP Request': flowOf(start('pages'), readPages),
		'HTTP Request and Split Out': flowOf(start('orders'), readPages, splitOut),
	};
}

/** The fewest calls: it ends by the total that each page tells. Then the page is counted already. */
const pages = {
	paginationMode: 'updateAParameterInEachRequest',
	parameters: {
		parameters: [{ type: 'body', name: 'offset', value: '={{ $pageCount * 100 }}' }],
	},
	paginationCompleteWhen: 'other',
	completeExpression: '={{ $pageCount * 100 >= $response.body.total }}',
};

async function time(n8n: N8nInstance, url: string): Promise<number> {
	await rest(n8n);
	return await timeOf(() => call(url, {}));
}

async function peak(n8n: N8nInstance, url: string): Promise<number> {
	await rest(n8n);
	return await peakMemory(n8n.pid, () => call(url, {}));
}

async function callsOf(sandbox: Sandbox, url: string): Promise<number> {
	await pause(breath);
	sandbox.reset();
	await call(url, {});
	const offsets = sandbox.calls.map(({ body }) => (body as { offset: number }).offset);
	const isWhole = sandbox.calls.length * 100 >= orderCount;
	if (!isWhole) throw new Error(`${url} left out orders: it read from ${offsets.join(', ')}`);
	return sandbox.calls.length;
}

/** What one run left behind must not burden the next. */
async function rest(n8n: N8nInstance): Promise<void> {
	await collectGarbage(n8n);
	await pause(breath);
}
