/** How many events a second get from Tradecloud's webhook to their fetched orders. */
import { max, median, min } from 'simple-statistics';

import { inTurn } from '../../../scripts/bench/rounds';
import { buyer, publishedDelays } from '../../../scripts/bench/sandbox';
import { orderToMessage } from '../../e2e/harness/installation';
import { startSandbox } from '../../sandbox';
import type { Cluster } from './cluster';
import { newEvents, ordersToFetch, publish, sendAll, untilFetched } from './traffic';

/** Events that all come at once. */
interface Load {
	name: string;
	events: number;
	/** How many orders each event makes the workflow fetch, one after another. */
	ordersPerEvent: number;
	urls: string[];
}

const rounds = 3;

/** Requests are paced for each user: with so many, n8n itself and its machine are the limit. */
const users = ['first', 'second', 'third', 'fourth'];

/** Measures with both workers, then with one; returns a table. */
export async function measureThroughput(cluster: Cluster): Promise<string> {
	const sandbox = await startSandbox({ requestsPerSecond: 0, delays: publishedDelays });
	try {
		const measured = { ...cluster, sandbox };
		const loads = await publishLoads(measured);
		const measure = async (count: number) =>
			await inTurn(
				loads.map((load) => ({
					name: load.name,
					run: async () => await eventsPerSecond(measured, load),
				})),
				count,
			);
		// Each process logs in, and loads what it needs.
		await measure(1);
		const withTwo = await measure(rounds);
		await cluster.workers[1].stop();
		const withOne = await measure(rounds);
		await cluster.workers[1].start();
		return table(
			loads.map(({ name }, index) => [
				name,
				spread(withOne[index].values),
				spread(withTwo[index].values),
			]),
		);
	} finally {
		await sandbox.close();
	}
}

async function publishLoads(cluster: Cluster): Promise<Load[]> {
	const single: string[] = [];
	const ten: string[] = [];
	for (const user of users) {
		const credential = await buyer(cluster.n8n, cluster.sandbox, user);
		const one = await publish(cluster, orderToMessage(credential, `${user}-one`));
		const many = await publish(cluster, ordersToFetch(credential, `${user}-ten`));
		single.push(...one.urls);
		ten.push(...many.urls);
	}
	return [
		{ name: 'fetches the order', events: 48, ordersPerEvent: 1, urls: single },
		{ name: 'fetches ten orders, one after another', events: 32, ordersPerEvent: 10, urls: ten },
	];
}

async function eventsPerSecond(
	cluster: Cluster,
	{ urls, events, ordersPerEvent }: Load,
): Promise<number> {
	const { sandbox } = cluster;
	sandbox.reset();
	const orderIds = sandbox.orders.list().map(({ orderId }) => orderId);
	const messages = newEvents(cluster, events).map((event) => ({
		...event,
		orderIds: orderIds.slice(0, ordersPerEvent),
	}));
	const start = performance.now();
	await sendAll(cluster, urls, messages);
	await untilFetched(cluster, events * ordersPerEvent);
	return (events * 1_000) / (performance.now() - start);
}

function spread(values: number[]): string {
	const [middle, least, most] = [median(values), min(values), max(values)].map((value) =>
		value.toFixed(1),
	);
	return `${middle} (${least} to ${most})`;
}

function table(rows: string[][]): string {
	const heads = ['Events a second, where a workflow', 'one worker', 'two workers'];
	const lines = [heads, heads.map(() => '---'), ...rows];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
