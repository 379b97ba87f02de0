/** The main job: how long it takes from the call of the webhook to the fetched order. */
import { startSandbox, type Sandbox, type SandboxOptions } from '../test/sandbox';
import { buyer, publishedDelays } from '../test/scale/harness/buyer';
import { inTurn } from '../tools/in-turn';
import type { N8nInstance } from '../tools/n8n-instance';
import { type Log, step } from '../tools/progress';
import { call } from './caller';
import { type Flow, flowOf, pollByRequest, tradecloud, tradecloudTrigger, webhook } from './flows';
import { publish, startN8n } from './installation';
import type { Contestant, Duel, Goal, Part } from './part';
import { medianOf, ratio, timeOf, rounds } from './rounds';
import { buyerBasic, webhookBasic } from './sandbox';

/** One caller, who waits for the answer before the next call. */
const responseMode = 'lastNode';

const atLeast = (value: number): Goal => ({ is: 'at least', value });

export const orderPart: Part = {
	name: 'order',
	async measure(log) {
		const n8n = await startN8n(log);
		const without: Setup = {
			id: 'order',
			title: 'From the webhook to the order, Tradecloud answering at once',
			calls: 15,
			goals: [atLeast(0.85), atLeast(1)],
		};
		const published: Setup = {
			id: 'order-published-delays',
			title: "From the webhook to the order, with Tradecloud's published delays",
			calls: 5,
			goals: [atLeast(3.4), atLeast(3.4)],
		};
		const duels = [
			await measure(n8n, without, {}, log),
			await measure(n8n, published, { delays: publishedDelays }, log),
		];
		await n8n.dispose();
		return duels;
	},
};

interface Setup extends Pick<Duel, 'id' | 'title'> {
	/** Of each contestant in a round; their median counts. */
	calls: number;
	/** Of the trigger with the node, and of the trigger alone. */
	goals: [Goal, Goal];
}

async function measure(
	n8n: N8nInstance,
	{ id, title, calls, goals }: Setup,
	options: SandboxOptions,
	log: Log,
): Promise<Duel> {
	const sandbox = await startSandbox({ requestsPerSecond: 0, ...options });
	const [{ id: orderId }] = sandbox.orders.list();
	const event = sandbox.webhooks.orderEvent(orderId, 'OrderIssuedByBuyer');
	const flows = await flowsOf(n8n, sandbox, id);
	const urls = await Promise.all(Object.values(flows).map((flow) => publish(n8n, flow)));
	for (const url of urls) await medianOf(calls, () => fetchTime(url, event, sandbox));
	const runners = Object.keys(flows).map((name, index) => ({
		name,
		run: () => medianOf(calls, () => fetchTime(urls[index], event, sandbox)),
	}));
	const contestants = await step(log, `Measuring: ${title}`, () => inTurn(runners, rounds));
	await sandbox.close();
	const [node, trigger, builtIn] = contestants;
	const faster = (ours: Contestant, goal: Goal) => ratio(builtIn, ours, goal);
	return {
		id,
		title,
		unit: 'ms',
		contestants,
		comparisons: [faster(node, goals[0]), faster(trigger, goals[1])],
	};
}

async function flowsOf(
	n8n: N8nInstance,
	sandbox: Sandbox,
	id: string,
): Promise<Record<string, Flow>> {
	const byNode = await buyer(n8n, sandbox, `${id}-node`);
	const byTrigger = await buyer(n8n, sandbox, `${id}-trigger`);
	const orderOfEvent = { mode: 'id', value: '={{ $json.orderId }}', __rl: true };
	return {
		'Tradecloud Trigger and node': flowOf(
			tradecloudTrigger(byNode, `${id}-node`, { responseMode }),
			tradecloud(byNode, { resource: 'order', operation: 'get', orderId: orderOfEvent }),
		),
		'Tradecloud Trigger alone': flowOf(
			tradecloudTrigger(byTrigger, `${id}-trigger`, {
				responseMode,
				options: { fetchOrder: true },
			}),
		),
		'Webhook and HTTP Request': flowOf(
			webhook(await webhookBasic(n8n), `${id}-built-in`, { responseMode }),
			pollByRequest(await buyerBasic(n8n, sandbox), sandbox.v2, changedOrder),
		),
	};
}

/** With Basic, Tradecloud gives an order in a poll alone: here the one that begins with this change. */
const changedOrder = `={{ JSON.stringify({
	filters: {
		lastUpdatedAfter: DateTime.fromISO($json.body.orderEvent.lastUpdatedAt).minus(1).toUTC().toISO(),
	},
	limit: 1,
}) }}`;

/** The answer comes when the workflow is done; that it had the order is seen at the sandbox. */
async function fetchTime(url: string, event: object, { calls }: Sandbox): Promise<number> {
	calls.length = 0;
	const time = await timeOf(() => call(url, event));
	const isFetched = calls.some(
		({ path, status }) => status === 200 && /^\/v2\/(order\/|order-search\/poll$)/.test(path),
	);
	if (isFetched) return time;
	throw new Error(`${url} answered without the order: ${JSON.stringify(calls)}`);
}
