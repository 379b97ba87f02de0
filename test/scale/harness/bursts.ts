/** How many events a second one webhook process takes, when they come all at once. */
import { inTurn } from '../../../tools/in-turn';
import { webhookSecrets } from '../../sandbox';
import { noOperation, workflowOf, type Step } from '../../e2e/harness/installation';
import type { Cluster } from './cluster';
import { spread } from './throughput';
import { newEvents, publish, sendAll } from './traffic';

const events = 96;
const rounds = 3;

/** Measures the trigger with and without *Combine Calls*, and n8n's own Webhook node; returns a table. */
export async function measureBursts(cluster: Cluster): Promise<string> {
	const runners = [];
	for (const [name, trigger] of Object.entries(await triggersOf(cluster))) {
		const { urls } = await publish(cluster, workflowOf(name, [trigger, noOperation]));
		const run = async () => await eventsPerSecond(cluster, urls[1]);
		await run();
		runners.push({ name, run });
	}
	const measured = await inTurn(runners, rounds);
	const rows = measured.map(({ name, values }) => `| ${name} | ${spread(values)} |`);
	const head = `| ${events} events at once, through one webhook process | events a second |`;
	return [head, '| --- | ---: |', ...rows].join('\n');
}

async function triggersOf({ n8n, credential }: Cluster): Promise<Record<string, Step>> {
	const { username: user, password } = webhookSecrets;
	const [httpBasicAuth] = await n8n.importCredentials([
		{ name: 'webhook', type: 'httpBasicAuth', data: { user, password } },
	]);
	const ours = (webhookId: string, combineCalls: boolean): Step => ({
		name: 'Trigger',
		type: 'n8n-nodes-tradecloud.tradecloudTrigger',
		typeVersion: 2,
		webhookId,
		credentials: { tradecloudApi: credential },
		parameters: { options: { combineCalls } },
	});
	return {
		'Tradecloud Trigger': ours('burst-alone', false),
		'Tradecloud Trigger, Combine Calls': ours('burst-combined', true),
		"n8n's Webhook": {
			name: 'Trigger',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2.1,
			webhookId: 'burst-built-in',
			credentials: { httpBasicAuth },
			parameters: { httpMethod: 'POST', path: 'burst-built-in', authentication: 'basicAuth' },
		},
	};
}

async function eventsPerSecond(cluster: Cluster, url: string): Promise<number> {
	const messages = newEvents(cluster, events);
	const start = performance.now();
	const deliveries = await sendAll(cluster, [url], messages);
	const milliseconds = performance.now() - start;
	expect(deliveries).toMatchObject(Array(events).fill({ outcome: 'delivered' }));
	return (events * 1_000) / milliseconds;
}
