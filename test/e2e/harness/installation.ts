/** A real n8n with the packed package in it and a sandbox beside it, as each end-to-end test has it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { NodeConnectionTypes, type INode, type INodeParameters } from 'n8n-workflow';

import { removeFolder, temporaryFolder } from '../../../tools/at-exit';
import { N8nInstance } from '../../../tools/n8n-instance';
import { ensureRuntime, type Runtime } from '../../../tools/n8n-runtime';
import type { CredentialReference, WorkflowToImport } from '../../../tools/n8n-session';
import { openAll } from '../../../tools/opened';
import { packPackage } from '../../../tools/pack';
import { combineCallsIn, combineCallsVariable } from './combineCalls';
import { sandboxCredential } from './sandboxCredential';
import {
	lookForSecrets,
	rememberSecrets,
	takeSightings,
	watchForSecrets,
} from '../../integration/harness/secrets';
import { startSandbox, webhookSecrets, type Sandbox, type User } from '../../sandbox';

export interface Installation {
	n8n: N8nInstance;
	runtime: Runtime;
	sandbox: Sandbox;
	/** The sandbox's buyer, with the secrets of the webhook. */
	credential: CredentialReference;
	close(): Promise<void>;
}

/**
 * Packs the package, installs it into a new n8n as a user's n8n does, and starts both.
 *
 * @param env added to n8n's environment
 * @param n8nVersion of n8n; default: the one that all else is tested with
 */
export async function install(
	env: NodeJS.ProcessEnv = {},
	n8nVersion?: string,
): Promise<Installation> {
	watchForSecrets();
	return await openAll(async (keep) => {
		const folder = temporaryFolder('e2e');
		keep({ close: () => removeFolder(folder) });
		const runtime = await ensureRuntime(n8nVersion, (line) => process.stderr.write(`${line}\n`));
		const n8n = await N8nInstance.create({ runtime, folder: join(folder, 'n8n'), env });
		if (process.env[combineCallsVariable]) combineCallsIn(n8n);
		keep({ close: async () => await n8n.dispose() });
		await n8n.installPackage(await packPackage(join(folder, 'tarball')));
		await n8n.start();
		await n8n.setupOwner();
		const sandbox = keep(await startSandbox());
		const credential = await importCredential({ n8n, sandbox }, 'Tradecloud', sandbox.users.buyer);
		keep({ close: async () => await expectNoSecret(n8n) });
		return { n8n, runtime, sandbox, credential };
	});
}

/** What n8n logged and what users see of the latest executions must hold no secret. */
async function expectNoSecret(n8n: N8nInstance): Promise<void> {
	// n8n may have been ended by a test.
	const executions = await n8n.executions().catch(() => []);
	for (const execution of executions) lookForSecrets(`execution ${execution.id}`, execution);
	lookForSecrets("n8n's log", readFileSync(n8n.logFile, 'utf8'));
	const seen = takeSightings();
	if (seen.length > 0) throw new Error(`A secret was seen: ${seen.join(', ')}`);
}

/** Stores the credential of a user of the sandbox, with the secrets of the webhook. */
export async function importCredential(
	{ n8n, sandbox }: Pick<Installation, 'n8n' | 'sandbox'>,
	name: string,
	user: Pick<User, 'username' | 'password'>,
): Promise<CredentialReference> {
	const toImport = sandboxCredential(name, sandbox, user);
	rememberSecrets(toImport.data);
	const [credential] = await n8n.importCredentials([toImport]);
	return credential;
}

/** A step of a workflow: its name is the node's, and its parameters are set as in the editor. */
export type Step = Pick<INode, 'name' | 'type' | 'typeVersion' | 'parameters'> & Partial<INode>;

/** The end of a workflow that has nothing to do. */
export const noOperation: Step = {
	name: 'No Operation',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	parameters: {},
};

/** A workflow whose steps follow one another. */
export function workflowOf(name: string, steps: Step[]): WorkflowToImport {
	const next = steps.slice(1).map((step, index) => {
		const main = [[{ node: step.name, type: NodeConnectionTypes.Main, index: 0 }]];
		return [steps[index].name, { main }] as const;
	});
	return {
		name,
		nodes: steps.map((step, index) => ({
			id: `step-${index}`,
			position: [index * 240, 0],
			...step,
		})),
		connections: Object.fromEntries(next),
		settings: { executionOrder: 'v1' },
	};
}

const readyMade = join(__dirname, '../../../workflows/order-to-message.json');

/** The ready-made workflow with a credential, and a webhook id and trigger parameters of its own. */
export function orderToMessage(
	credential: CredentialReference,
	webhookId: string,
	triggerParameters: INodeParameters = {},
): WorkflowToImport {
	const workflow = JSON.parse(readFileSync(readyMade, 'utf8')) as WorkflowToImport;
	return {
		...workflow,
		name: `${workflow.name} (${webhookId})`,
		nodes: workflow.nodes.map((node): INode => {
			if (!node.type.startsWith('n8n-nodes-tradecloud.')) return node;
			const withCredential = { ...node, credentials: { tradecloudApi: credential } };
			return node.webhookId
				? { ...withCredential, webhookId, parameters: triggerParameters }
				: withCredential;
		}),
	};
}

/** The names of the nodes in the ready-made workflow. */
export const nodes = {
	trigger: 'Tradecloud Trigger',
	order: 'Get order',
	message: 'Format message',
};

export const basic = { type: 'basic' as const, ...webhookSecrets };
