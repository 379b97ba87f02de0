/** What n8n's process tells through its debugger, and does at its request. */
import { readFileSync } from 'node:fs';
import CDP from 'chrome-remote-interface';
import type { N8nInstance } from '../tools/n8n-instance';

async function inspecting<T>(
	n8n: N8nInstance,
	work: (client: CDP.Client) => Promise<T>,
): Promise<T> {
	const [target] = /ws:\/\/\S+/.exec(readFileSync(n8n.logFile, 'utf8')) ?? [];
	if (target === undefined) throw new Error(`${n8n.logFile} tells no address of a debugger`);
	const client = await CDP({ target, local: true });
	try {
		return await work(client);
	} finally {
		await client.close();
	}
}

/** Has n8n give back the memory that it no longer needs. */
export async function collectGarbage(n8n: N8nInstance): Promise<void> {
	await inspecting(n8n, async ({ HeapProfiler }) => await HeapProfiler.collectGarbage());
}
