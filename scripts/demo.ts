/**
 * `npm run demo`: a purchase order travels from Tradecloud's webhook (sent by the sandbox) through
 * a real n8n that has this package installed. `--once` ends after the order arrived; `--dev` puts
 * each change of the sources into n8n.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Sandbox, startSandbox, webhookSecrets } from '../test/sandbox';
import { eventCommand } from '../test/sandbox/help';
import { temporaryFolder } from '../tools/at-exit';
import { cacheFolder } from '../tools/cached-folder';
import { orderTable } from './demo-order';
import { type DemoWorkflow, demoWorkflow } from './demo-workflow';
import { reinstallOnChange } from './dev';
import { failureOf, nodeOutput } from '../tools/execution-data';
import { N8nInstance, owner } from '../tools/n8n-instance';
import { ensureRuntime } from '../tools/n8n-runtime';
import type { Execution } from '../tools/n8n-session';
import { packPackage } from '../tools/pack';
import { step, timedLog } from '../tools/progress';
import { sandboxCredential } from '../test/e2e/harness/sandboxCredential';

type Order = ReturnType<Sandbox['orders']['list']>[number];

const log = timedLog();
const n8nLog = join(cacheFolder(), 'demo-n8n.log');
/** From the moment at which n8n is ready, in milliseconds. */
const patience = 60_000;

async function startN8n(): Promise<N8nInstance> {
	const runtime = await ensureRuntime(undefined, log);
	const tarball = await step(log, 'Building and packing this package', packPackage);
	const n8n = await N8nInstance.create({
		runtime,
		folder: temporaryFolder('demo'),
		logFile: n8nLog,
	});
	await n8n.installPackage(tarball);
	await step(log, `Starting n8n ${runtime.version}`, async () => await n8n.start());
	return n8n;
}

async function publishWorkflow(n8n: N8nInstance, sandbox: Sandbox) {
	await n8n.setupOwner();
	const credential = sandboxCredential('Tradecloud sandbox', sandbox, sandbox.users.buyer);
	const [reference] = await n8n.importCredentials([credential]);
	const demo = demoWorkflow(reference);
	const id = await n8n.importWorkflow(demo.workflow);
	await n8n.publish(id);
	log(`Published the workflow "${demo.workflow.name}"`);
	return { ...demo, id };
}

/** An order as the event of a new one would tell of, with enough lines to look at. */
function newOrder(sandbox: Sandbox): Order {
	const order = sandbox.orders
		.list()
		.find(({ lines, status }) => lines.length >= 3 && status.processStatus === 'Issued');
	if (order === undefined) throw new Error('The sandbox has no issued order of three lines');
	return order;
}

async function sendOrder(sandbox: Sandbox, order: Order, url: string): Promise<void> {
	log(`Tradecloud (the sandbox) sends OrderIssuedByBuyer to ${url}`);
	const message = sandbox.webhooks.orderEvent(order.id, 'OrderIssuedByBuyer');
	const authentication = { type: 'basic', ...webhookSecrets } as const;
	const webhook = { url, method: 'POST', authentication } as const;
	const { outcome, attempts } = await sandbox.webhooks.send(webhook, message, { maxAttempts: 5 });
	if (outcome === 'delivered') return;
	const { status, error } = attempts[attempts.length - 1];
	throw new Error(`The webhook was not delivered: n8n answered ${status ?? error}`);
}

function showOrder(execution: Execution, demo: DemoWorkflow, sent: Order): void {
	const failure = failureOf(execution);
	if (failure !== undefined) throw new Error(`The workflow did not succeed: ${failure}`);
	const [arrived] = nodeOutput(execution, demo.orderNode);
	// Compared as JSON: that is how the order travelled.
	const expected: unknown = JSON.parse(JSON.stringify({ orderId: sent.id, ...sent }));
	if (!isDeepStrictEqual(arrived, expected)) {
		throw new Error('The order that arrived differs from the one that Tradecloud holds');
	}
	log('The order arrived in n8n, field by field the one that Tradecloud holds');
	const messages = nodeOutput(execution, demo.messageNode).flatMap(Object.values);
	const lines = messages.filter((value) => typeof value === 'string').join('\n');
	console.log(`\n${lines}\n\n${orderTable(sent).join('\n')}\n`);
}

/** What somebody needs who wants to go on by hand. */
interface Shown {
	workflowId: string;
	/** Lets the sandbox send the event of another order. */
	command: string;
}

async function demonstrate(n8n: N8nInstance, sandbox: Sandbox): Promise<Shown> {
	const end = Date.now() + patience;
	const demo = await publishWorkflow(n8n, sandbox);
	const order = newOrder(sandbox);
	const url = n8n.url + demo.webhookPath;
	await n8n.waitForWebhook(url, { timeout: end - Date.now() });
	await sendOrder(sandbox, order, url);
	const timeout = end - Date.now();
	const [execution] = await n8n.session.waitForExecutions(demo.id, { timeout });
	showOrder(execution, demo, order);
	const another = sandbox.orders.list().find(({ id }) => id !== order.id)!;
	return { workflowId: demo.id, command: eventCommand(sandbox, url, another.id) };
}

async function main(): Promise<void> {
	const once = process.argv.includes('--once');
	// Ctrl-C is how the demo is meant to end; what it started ends with it.
	process.on('SIGINT', () => process.exit(0));
	const sandbox = await startSandbox();
	const n8n = await startN8n();
	const { workflowId, command } = await demonstrate(n8n, sandbox);
	if (once) process.exit(0);
	const { username, password } = sandbox.users.buyer;
	console.log(`Editor:   ${n8n.url}/workflow/${workflowId}`);
	console.log(`Login:    ${owner.email}, password ${owner.password}`);
	console.log(`Sandbox:  ${sandbox.v2}, username ${username}, password ${password}`);
	console.log(`\nAnother event of Tradecloud:\n${command}`);
	console.log('\nPress Ctrl-C to end.');
	if (process.argv.includes('--dev')) reinstallOnChange(n8n, log);
}

main().catch((error: unknown) => {
	console.error(
		`\nThe demo did not succeed. ${error instanceof Error ? error.message : String(error)}`,
	);
	if (existsSync(n8nLog)) console.error(`What n8n said: ${n8nLog}`);
	process.exit(1);
});
