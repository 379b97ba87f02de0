/** How many events a second get from Tradecloud's webhook to their fetched orders. */
import { inTurn } from '../../../tools/in-turn';
import { startSandbox } from '../../sandbox';
import { buyer, publishedDelays } from './buyer';
import type { Cluster } from './cluster';
import { newEvents, ordersIn, ordersToFetch, publish, sendAll, untilFetched } from './traffic';

/** Events that all come at once. */
interface Load {
	name: string;
	events: number;
	/** How many orders each event makes the workflow fetch, one after another. */
	ordersPerEvent: number;
}

const loads: Load[] = [
	{ name: 'fetches one order', events: 40, ordersPerEvent: 1 },
	{ name: 'fetches ten orders, one after another', events: 40, ordersPerEvent: 10 },
];

const rounds = 3;

/** Requests are paced for each user. With so many, that is no limit: a worker runs five workflows at once. */
const users = 10;

/** Measures with both workers, then with one; returns a table. */
export async function measureThroughput(cluster: Cluster): Promise<string> {
	const sandbox = await startSandbox({ requestsPerSecond: 0, delays: publishedDelays });
	try {
		const measured = { ...cluster, sandbox };
		const urls = await publishForEachUser(measured);
		const measure = async (count: number) =>
			await inTurn(
				loads.map((load) => ({
					name: load.name,
					run: async () => await eventsPerSecond(measured, urls, load),
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

async function publishForEachUser(cluster: Cluster): Promise<string[]> {
	const urls: string[] = [];
	for (let user = 1; user <= users; user++) {
		const name = `throughput-${user}`;
		const credential = await buyer(cluster.n8n, cluster.sandbox, name);
		urls.push(...(await publish(cluster, ordersToFetch(credential, name))).urls);
	}
	return urls;
}

async function eventsPerSecond(
	cluster: Cluster,
	urls: string[],
	{ events, ordersPerEvent }: Load,
): Promise<number> {
	const { sandbox } = cluster;
	sandbox.reset();
	const orderIds = sandbox.orders.list().map(({ id: orderId }) => orderId);
	const messages = newEvents(cluster, events).map((event) => ({
		...event,
		orderIds: orderIds.slice(0, ordersPerEvent),
	}));
	const start = performance.now();
	await sendAll(cluster, urls, messages);
	await untilFetched(cluster, events * ordersPerEvent);
	const milliseconds = performance.now() - start;
	const statuses = ordersIn(sandbox.calls).map(({ status }) => status);
	expect(statuses).toEqual(Array(events * ordersPerEvent).fill(200));
	return (events * 1_000) / milliseconds;
}

/** The middle of the rounds' values, and between which others it lies. */
/** The median and the range. */
export function spread(values: number[]): string {
	const sorted = [...values].sort((one, other) => one - other).map((value) => value.toFixed(1));
	return `${sorted[Math.floor(rounds / 2)]} (${sorted[0]} to ${sorted[rounds - 1]})`;
}

function table(rows: string[][]): string {
	const heads = ['Events a second, where a workflow', 'one worker', 'two workers'];
	const lines = [heads, heads.map(() => '---'), ...rows];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
