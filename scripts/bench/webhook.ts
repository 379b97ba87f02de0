/** How many calls a second a trigger takes, against the ceiling of n8n and its own Webhook node. */
import autocannon from 'autocannon';
import { startSandbox } from '../../test/sandbox';
import type { N8nInstance } from '../n8n-instance';
import { type Log, step } from '../progress';
import { authorization } from './caller';
import {
	type Flow,
	flowOf,
	minimalTrigger,
	noOperation,
	tradecloudTrigger,
	webhook,
} from './flows';
import { publish, startN8n, untilIdle } from './installation';
import type { Contestant, Duel, Part } from './part';
import { processorTime } from './processor-time';
import { inTurn, ratio, type Runner } from './rounds';
import { buyer, webhookBasic } from './sandbox';

const connections = 8;
const seconds = { warmUp: 4, measured: 6 };

export const webhookPart: Part = {
	name: 'webhook',
	async measure(log) {
		const sandbox = await startSandbox();
		const n8n = await startN8n(log);
		const [{ id: orderId }] = sandbox.orders.list();
		const event = sandbox.webhooks.orderEvent(orderId, 'OrderIssuedByBuyer');
		const credential = await buyer(n8n, sandbox, 'trigger');
		const flows: Record<string, Flow> = {
			'Tradecloud Trigger': flowOf(tradecloudTrigger(credential, 'tradecloud'), noOperation),
			'smallest community trigger': flowOf(minimalTrigger('minimal'), noOperation),
			"n8n's Webhook": flowOf(webhook(await webhookBasic(n8n), 'built-in'), noOperation),
		};
		const duels = await measure(n8n, flows, event, log);
		await n8n.dispose();
		await sandbox.close();
		return duels;
	},
};

async function measure(
	n8n: N8nInstance,
	flows: Record<string, Flow>,
	event: object,
	log: Log,
): Promise<Duel[]> {
	const runners: Runner[] = [];
	const times: Contestant[] = [];
	for (const [name, flow] of Object.entries(flows)) {
		const url = await publish(n8n, flow);
		const time: Contestant = { name, values: [] };
		times.push(time);
		await step(log, `Warming up: ${name}`, () => load(n8n, url, event, seconds.warmUp));
		const run = async () => {
			const { callsPerSecond, processorMilliseconds } = await load(
				n8n,
				url,
				event,
				seconds.measured,
			);
			time.values.push(processorMilliseconds);
			return callsPerSecond;
		};
		runners.push({ name, run });
	}
	const rates = await step(log, 'Measuring', () => inTurn(runners));
	return duelsOf(rates, times);
}

function duelsOf(rates: Contestant[], times: Contestant[]): Duel[] {
	const [ours, ceiling, builtIn] = rates;
	const [ourTime, ...otherTimes] = times;
	return [
		{
			id: 'webhook',
			title: `Webhook calls a second, ${connections} connections`,
			unit: 'calls/s',
			contestants: rates,
			comparisons: [ratio(ours, ceiling, { is: 'at least', value: 0.95 }), ratio(ours, builtIn)],
		},
		{
			id: 'webhook-processor-time',
			title: 'Processor time of n8n for a call and its execution',
			unit: 'ms',
			contestants: times,
			comparisons: otherTimes.map((time) => ratio(time, ourTime)),
		},
	];
}

/** Calls as fast as answers come, then waits until n8n has executed all. */
async function load(
	n8n: N8nInstance,
	url: string,
	event: object,
	duration: number,
): Promise<{ callsPerSecond: number; processorMilliseconds: number }> {
	const before = processorTime(n8n.pid);
	const result = await autocannon({
		url,
		connections,
		duration,
		method: 'POST',
		headers: { authorization, 'content-type': 'application/json' },
		body: JSON.stringify(event),
	});
	await untilIdle(n8n);
	if (result.non2xx + result.errors > 0) {
		throw new Error(`${url} refused ${result.non2xx} calls and broke off ${result.errors}`);
	}
	const calls = result['2xx'];
	return {
		callsPerSecond: calls / result.duration,
		processorMilliseconds: (processorTime(n8n.pid) - before) / calls,
	};
}
