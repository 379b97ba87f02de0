/**
 * How many events a second a trigger takes, and what they cost, against n8n's own Webhook node and the
 * smallest community trigger, under each of n8n's ways to evaluate expressions.
 */
import autocannon from 'autocannon';
import { median } from 'simple-statistics';
import { noOperation } from '../test/e2e/harness/installation';
import { startSandbox } from '../test/sandbox';
import { buyer } from '../test/scale/harness/buyer';
import { inTurn } from '../tools/in-turn';
import type { N8nInstance } from '../tools/n8n-instance';
import { peakMemory } from '../tools/process-memory';
import { type Log, step } from '../tools/progress';
import { authorization } from './caller';
import { flowOf, minimalTrigger, tradecloudTrigger, webhook } from './flows';
import { publish, startN8n, untilIdle } from './installation';
import type { Contestant, Duel, Goal, Part } from './part';
import { processorTime } from './processor-time';
import { ratio } from './rounds';
import { webhookBasic } from './sandbox';

/** How often the memory of each is measured, in an n8n of its own. */
const memoryRounds = 5;
/** The goals are set for so many connections. */
const decisive = 32;
/** How many connections call at once, how often each contestant is measured, and with how many times the events. */
const loadsOf = [
	{ connections: 8, rounds: 3, times: 1 },
	{ connections: decisive, rounds: 5, times: 3 },
	{ connections: 64, rounds: 3, times: 1 },
];

/** What an admin can set for n8n, and the goals under it. */
interface Engine {
	id: string;
	title: string;
	env: NodeJS.ProcessEnv;
	goals: { alone?: Goal; combined: Goal };
	/** How many events each connection sends at least, so that a measurement takes some seconds. */
	eventsEach: number;
}

/** What is called. */
interface Target {
	n8n: N8nInstance;
	url: string;
	event: object;
}

const engines: Engine[] = [
	{
		id: 'webhook',
		title: 'with the default settings of n8n',
		env: {},
		goals: { combined: { is: 'at least', value: 1.6 } },
		eventsEach: 3,
	},
	{
		id: 'webhook-lazy',
		title: 'with `N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true`',
		env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
		goals: { alone: { is: 'at least', value: 0.9 }, combined: { is: 'at least', value: 2.5 } },
		eventsEach: 8,
	},
];

/** What came of one load. */
interface Load {
	eventsPerSecond: number;
	executionsPerSecond: number;
	/** Of n8n for an event and its share of an execution, in milliseconds. */
	processorTime: number;
	/** How long the slowest hundredth of the callers waits at least, in milliseconds. */
	p99: number;
}

type Loads = Array<{ name: string; values: Load[] }>;

export const webhookPart: Part = {
	name: 'webhook',
	async measure(log) {
		const duels: Duel[] = [];
		for (const engine of engines) duels.push(await measure(engine, log));
		return duels;
	},
};

async function measure(engine: Engine, log: Log): Promise<Duel> {
	const sandbox = await startSandbox();
	const n8n = await startN8n(log, engine.env);
	const [{ id: orderId }] = sandbox.orders.list();
	const event = sandbox.webhooks.orderEvent(orderId, 'OrderIssuedByBuyer');
	const credential = await buyer(n8n, sandbox, 'trigger');
	const triggers = {
		'Tradecloud Trigger': tradecloudTrigger(credential, 'alone'),
		'Tradecloud Trigger, Combine Calls': tradecloudTrigger(credential, 'combined', {
			options: { combineCalls: true },
		}),
		"n8n's Webhook": webhook(await webhookBasic(n8n), 'built-in'),
		'smallest community trigger': minimalTrigger('minimal'),
	};
	const targets = new Map<string, Target>();
	for (const [name, trigger] of Object.entries(triggers)) {
		const url = await publish(n8n, flowOf(trigger, noOperation));
		const target = { n8n, url, event };
		targets.set(name, target);
		await step(log, `Warming up: ${name}`, () => load(target, decisive, 3 * decisive));
	}
	const loads = new Map<number, Loads>();
	for (const { connections, rounds, times } of loadsOf) {
		const amount = Math.max(decisive, connections) * engine.eventsEach * times;
		const runners = [...targets].map(([name, target]) => ({
			name,
			run: () => load(target, connections, amount),
		}));
		const measured = await step(log, `Measuring with ${connections} connections`, () =>
			inTurn(runners, rounds),
		);
		loads.set(connections, measured);
	}
	const measured = [...targets].slice(0, 3).map(([name, target]) => ({
		name,
		run: () => memoryOf(target, decisive * engine.eventsEach),
	}));
	const memory = await step(log, 'Measuring the memory', () => inTurn(measured, memoryRounds));
	await n8n.dispose();
	await sandbox.close();
	return duelOf(engine, loads, memory);
}

function duelOf(
	{ id, title, goals }: Engine,
	loads: Map<number, Loads>,
	memory: Contestant[],
): Duel {
	const of = (figure: keyof Load, connections = decisive): Contestant[] =>
		loads.get(connections)!.map(({ name, values }) => ({
			name,
			values: values.map((value) => value[figure]),
		}));
	const rates = of('eventsPerSecond');
	const [alone, combined, builtIn, smallest] = rates;
	const compared = (words: string, contestants: Contestant[]) =>
		contestants.slice(0, 2).map((ours) => ({
			...ratio(ours, contestants[2], { is: 'at most', value: 1 }),
			name: `${words}: ${ours.name} / ${contestants[2].name}`,
		}));
	const columns = [
		...loadsOf.map(({ connections }) => ({
			head: `events/s, ${connections} connections`,
			cells: of('eventsPerSecond', connections),
		})),
		{ head: `executions/s, ${decisive}`, cells: of('executionsPerSecond') },
		{ head: `processor time an event, ${decisive}, ms`, cells: of('processorTime') },
		{ head: `p99 of the answers, ${decisive}, ms`, cells: of('p99') },
	];
	return {
		id,
		title: `Events a second, ${decisive} connections, ${title}`,
		unit: 'events/s',
		contestants: rates,
		comparisons: [
			ratio(combined, builtIn, goals.combined),
			ratio(alone, builtIn, goals.alone),
			ratio(alone, smallest),
			...compared('p99', of('p99')),
			...compared('peak memory', memory),
		],
		details: {
			heads: ['medians', ...columns.map(({ head }) => head)],
			rows: rates.map(({ name }, index) => [
				name,
				...columns.map(({ cells }) => median(cells[index].values)),
			]),
		},
	};
}

/** Calls as fast as answers come, then waits until n8n has executed all. */
async function load(
	{ n8n, url, event }: Target,
	connections: number,
	amount: number,
): Promise<Load> {
	const before = { executions: await executionsStarted(n8n), time: processorTime(n8n.pid) };
	const { seconds, p99 } = await callMany(url, event, connections, amount);
	await untilIdle(n8n);
	const executions = (await executionsStarted(n8n)) - before.executions;
	return {
		eventsPerSecond: amount / seconds,
		executionsPerSecond: executions / seconds,
		processorTime: (processorTime(n8n.pid) - before.time) / amount,
		p99,
	};
}

/** The most that an n8n that has just started holds at once, in MB. */
async function memoryOf({ n8n, url, event }: Target, amount: number): Promise<number> {
	await n8n.restart();
	await n8n.waitForWebhook(url);
	return await peakMemory(n8n.pid, async () => {
		await callMany(url, event, decisive, amount);
		await untilIdle(n8n);
	});
}

async function callMany(url: string, event: object, connections: number, amount: number) {
	const start = performance.now();
	let end = start;
	const options: autocannon.Options = {
		url,
		connections,
		amount,
		timeout: 60,
		method: 'POST',
		headers: { authorization, 'content-type': 'application/json' },
		body: JSON.stringify(event),
	};
	const result = await new Promise<autocannon.Result>((resolve, reject) => {
		const calls = autocannon(options, (error: Error | null, result) =>
			error ? reject(error) : resolve(result),
		);
		// autocannon looks only once a second whether it is done.
		calls.on('response', () => (end = performance.now()));
	});
	const taken = result['2xx'];
	if (taken < amount) throw new Error(`${url} took ${taken} of ${amount} calls`);
	return { seconds: (end - start) / 1000, p99: result.latency.p99 };
}

/** How many executions n8n has ever stored. */
async function executionsStarted(n8n: N8nInstance): Promise<number> {
	const [row] = await n8n.query("SELECT seq FROM sqlite_sequence WHERE name = 'execution_entity'");
	return (row as { seq: number } | undefined)?.seq ?? 0;
}
