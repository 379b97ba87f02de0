/** The soak: Tradecloud calls without end while n8n crashes and the API fails; then all is counted. */
import { setTimeout as sleep } from 'node:timers/promises';

import { removeFolder, temporaryFolder } from '../../tools/at-exit';
import { pause, step, type Log } from '../../tools/progress';
import { install, type Installation } from '../e2e/harness/installation';
import { Random } from '../sandbox/data/deterministic';
import { accountFor, answersTo, refusalsOf, tally, type Accounts } from './account';
import { costOfProxy } from './cost';
import { storedExecutions, type StoredExecution } from './executions';
import { orderFaults } from './faults';
import { flows, publish } from './flows';
import { interrupt, type Interruptions } from './interruptions';
import { Load, type SentEvent } from './load';
import { startNginx } from './nginx';
import { changesMissed, publishPolling } from './polling';

export interface SoakOptions {
	/** How long events are sent and n8n is interrupted. */
	seconds: number;
	/** Of all that is random. */
	seed: number;
	/** Whether Tradecloud calls the proxy, or n8n itself. */
	proxied: boolean;
	/** Default: the one that all else is tested with. */
	n8nVersion?: string;
	log: Log;
}

export interface SoakResult extends Pick<SoakOptions, 'seconds' | 'seed' | 'proxied'> {
	n8nVersion: string;
	/** What the proxy adds to the median call. */
	proxyMilliseconds?: number;
	interruptions: Interruptions;
	/** Calls of the API that a fault befell. */
	apiFaults: number;
	attempts: number;
	/** Attempts by their answer. */
	answers: Map<string, number>;
	/** Refused events by the reason. */
	refusals: Map<string, number>;
	/** Executions by their status, before any was repeated. */
	executions: Map<string, number>;
	accounts: Accounts;
	/** The accounts after the interrupted executions were run again. */
	repeated: Accounts;
	/** Orders of which the Poll Trigger never emitted the last change. */
	changesMissed: string[];
}

/** What is still under way when the sending ends may take this long to be delivered, and to end. */
const settlingSeconds = 600;

/** Runs a soak from nothing: a new n8n, a new sandbox. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
	const { seed, proxied, log } = options;
	log(`Seed ${seed}, ${options.seconds} s, ${proxied ? 'through nginx' : 'without a proxy'}`);
	const installation = await install({}, options.n8nVersion);
	const folder = temporaryFolder('soak');
	const proxy = proxied ? await startNginx(folder, installation.n8n.url) : undefined;
	try {
		for (const flow of flows) await publish(installation, flow);
		const pollingId = await publishPolling(installation);
		const { url } = installation.n8n;
		const proxyMilliseconds = proxy && (await costOfProxy(url, proxy.url));
		return {
			proxyMilliseconds,
			...(await run(installation, proxy?.url ?? url, pollingId, options)),
		};
	} finally {
		await proxy?.close();
		await installation.close();
		removeFolder(folder);
	}
}

async function run(
	installation: Installation,
	base: string,
	pollingId: string,
	{ seconds, seed, proxied, log }: SoakOptions,
): Promise<SoakResult> {
	const { n8n, sandbox, runtime } = installation;
	const load = new Load(sandbox, base);
	const end = new AbortController();
	const sending = load.run(end.signal);
	const faults = orderFaults(sandbox, new Random(seed + 1), end.signal);
	const interruptions = await step(log, 'Sending events and interrupting n8n', () =>
		interrupt(n8n, load, new Random(seed), seconds),
	).finally(() => end.abort());
	await sending;
	const apiFaults = await faults;
	sandbox.reset();
	const { events } = load;
	await step(log, `Waiting until all ${events.length} events are answered for good`, async () =>
		Promise.race([sandbox.webhooks.settled(), sleep(settlingSeconds * 1000, null, { ref: false })]),
	);
	const executions = await step(log, 'Reading the executions', () => settled(installation));
	const accounts = accountFor(events, executions);
	const count = accounts.interrupted.length;
	await step(log, `Repeating the ${count} interrupted executions of delivered events`, () =>
		repeat(installation, accounts.interrupted),
	);
	return {
		...{ seconds, seed, proxied, n8nVersion: runtime.version, interruptions, apiFaults },
		...answers(events),
		executions: tally(executions, ({ status }) => status),
		accounts,
		repeated: accountFor(events, await settled(installation)),
		changesMissed: await step(log, 'Waiting for the last poll', () =>
			changesMissed(installation, pollingId),
		),
	};
}

function answers(events: SentEvent[]): Pick<SoakResult, 'attempts' | 'answers' | 'refusals'> {
	const attempts = events.reduce((sum, { delivery }) => sum + delivery.attempts.length, 0);
	return { attempts, answers: answersTo(events), refusals: refusalsOf(events) };
}

/** The executions once none is under way; or as they are when that takes too long. */
async function settled({ runtime, n8n }: Installation): Promise<StoredExecution[]> {
	const end = Date.now() + settlingSeconds * 1000;
	for (;;) {
		const executions = await storedExecutions(runtime, n8n);
		const isUnderWay = executions.some(({ status }) => ['new', 'running'].includes(status));
		if (!isUnderWay || Date.now() > end) return executions;
		await pause(1_000);
	}
}

/** What a user does in the list of executions with "Retry with original workflow". */
async function repeat({ n8n }: Installation, executions: StoredExecution[]): Promise<void> {
	for (const id of new Set(executions.map(({ id }) => id))) {
		await n8n.session.call('POST', `/executions/${id}/retry`, { loadWorkflow: false });
	}
}
