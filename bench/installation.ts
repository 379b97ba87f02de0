/** The n8n in which the contestants meet: with this package and the smallest possible trigger in it. */
import { temporaryFolder } from '../tools/at-exit';
import { N8nInstance } from '../tools/n8n-instance';
import { ensureRuntime } from '../tools/n8n-runtime';
import { pack, packPackage } from '../tools/pack';
import { type Log, pause, step } from '../tools/progress';
import type { Flow } from './flows';

/**
 * Starts an empty n8n, whose debugger listens for `inspector.ts`, and signs its owner in.
 *
 * @param env added to n8n's environment
 */
export async function startN8n(log: Log, env: NodeJS.ProcessEnv = {}): Promise<N8nInstance> {
	const runtime = await ensureRuntime(undefined, log);
	const folder = temporaryFolder('bench');
	const n8n = await N8nInstance.create({
		runtime,
		folder,
		env: { NODE_OPTIONS: '--inspect=127.0.0.1:0', ...env },
	});
	await step(log, 'Packing and installing the packages', async () => {
		const target = temporaryFolder('pack');
		await n8n.installPackage(await packPackage(target));
		await n8n.installPackage(await pack('./bench/minimal-trigger', target));
	});
	await step(log, `Starting n8n ${runtime.version}`, async () => await n8n.start());
	await n8n.setupOwner();
	return n8n;
}

/** Publishes a workflow; returns the URL of the webhook that starts it. */
export async function publish(n8n: N8nInstance, { workflow, path }: Flow): Promise<string> {
	await n8n.publish(await n8n.importWorkflow(workflow));
	return `${n8n.url}/webhook/${path}`;
}

/** Waits until no execution is left to be done. */
export async function untilIdle(n8n: N8nInstance): Promise<void> {
	const unfinished = encodeURIComponent(JSON.stringify({ status: ['new', 'running'] }));
	const path = `/executions?filter=${unfinished}&limit=1`;
	for (;;) {
		const { results } = await n8n.session.call<{ results: unknown[] }>('GET', path);
		if (results.length === 0) return;
		await pause(250);
	}
}
