/** The sandbox as a world for the rules: its users, and endpoints to which it sends webhooks. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { startSandbox, webhookSecrets, type Sandbox } from '../sandbox';
import type { Inbox, Integration, ReceivedCall } from './inbox';
import { World, type WorldOptions } from './world';

/** A world in a sandbox of its own, and how to end it. */
export async function sandboxWorld(
	options: Partial<WorldOptions> = {},
): Promise<{ world: World; sandbox: Sandbox; close: () => Promise<void> }> {
	const sandbox = await startSandbox({ requestsPerSecond: 0, webhookBackoffMs: 100 });
	try {
		const world = await World.open({
			baseUrl: sandbox.v2,
			logins: Object.values(sandbox.users),
			requestsPerSecond: 0,
			patienceMs: 3_000,
			openInbox: (integration) => openInbox(sandbox, integration),
			...options,
		});
		return { world, sandbox, close: () => sandbox.close() };
	} catch (error) {
		await sandbox.close();
		throw error;
	}
}

async function openInbox(sandbox: Sandbox, integration: Integration): Promise<Inbox> {
	const { answers = [200], format, ...subscription } = integration;
	const calls: ReceivedCall[] = [];
	const server = await listen(calls, answers);
	const { port } = server.address() as AddressInfo;
	const unsubscribe = sandbox.webhooks.subscribe(
		{
			url: `http://127.0.0.1:${port}/tradecloud`,
			method: 'POST',
			authentication: { type: 'basic', ...webhookSecrets },
			format,
		},
		subscription,
	);
	return {
		calls,
		close: async () => {
			unsubscribe();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function listen(calls: ReceivedCall[], answers: readonly number[]): Promise<Server> {
	const server = createServer((request, response) => {
		const { method = '', headers } = request;
		void text(request).then((body) => {
			const status = answers[Math.min(calls.length, answers.length - 1)];
			calls.push({ method, headers, body, at: Date.now() });
			response.writeHead(status).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}
