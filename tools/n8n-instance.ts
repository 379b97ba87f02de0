/** A real n8n in a folder of its own, for the demo and for tests. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axios, { type AxiosRequestConfig } from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { removeFolder } from './at-exit';
import { installCommunityPackage } from './community-package';
import { nodeOutput } from './execution-data';
import { N8nProcess, type ProcessOptions } from './n8n-process';
import type { Runtime } from './n8n-runtime';
import {
	type CredentialReference,
	type CredentialToImport,
	type Execution,
	N8nSession,
	type Owner,
	type WorkflowToImport,
} from './n8n-session';
import { pause } from './progress';
import { runCommand } from './run-command';

/** How to make an instance; `dispose` removes its folder. */
export type InstanceOptions = Omit<ProcessOptions, 'role'>;

/** The user that `setupOwner` makes; n8n asks for 8 characters, a digit and a capital letter. */
export const owner: Owner = {
	email: 'owner@example.com',
	password: 'Tradecloud1',
	firstName: 'Demo',
	lastName: 'Owner',
};

/** One n8n with its own folder and ports, on loopback; it never outlives this program. */
export class N8nInstance {
	private currentSession?: N8nSession;

	private constructor(
		private readonly runtime: Runtime,
		readonly folder: string,
		private readonly process: N8nProcess,
	) {}

	/** Prepares an instance; `start` starts it. */
	static async create(options: InstanceOptions): Promise<N8nInstance> {
		const { runtime, folder } = options;
		await mkdir(join(folder, '.n8n', 'nodes'), { recursive: true });
		return new N8nInstance(runtime, folder, await N8nProcess.create(options));
	}

	/** The address of the editor and of webhooks. */
	get url(): string {
		return this.process.url;
	}

	/** The id of n8n's process. */
	get pid(): number {
		return this.process.pid;
	}

	/** The file that holds all that n8n printed. */
	get logFile(): string {
		return this.process.logFile;
	}

	/** The signed-in owner. */
	get session(): N8nSession {
		if (this.currentSession === undefined) throw new Error('Call setupOwner first');
		return this.currentSession;
	}

	/** Installs a packed community package, while n8n is stopped: it loads packages at its start. */
	async installPackage(tarball: string): Promise<void> {
		await installCommunityPackage(tarball, join(this.folder, '.n8n', 'nodes'));
	}

	/** Starts n8n; resolves when it answers requests. */
	async start(): Promise<void> {
		await this.process.start();
	}

	/** Ends n8n in an orderly way. */
	async stop(): Promise<void> {
		await this.process.stop();
	}

	/** Ends n8n as a crash would. */
	async kill(): Promise<void> {
		await this.process.kill();
	}

	/** Runs a statement in the database, and returns its rows; n8n's own Node.js has SQLite. */
	async query(statement: string): Promise<unknown[]> {
		const script = `const { DatabaseSync } = require('node:sqlite');
			const database = new DatabaseSync(process.argv[1], { timeout: 30_000 });
			console.log(JSON.stringify(database.prepare(process.argv[2]).all()));`;
		const file = join(this.folder, '.n8n', 'database.sqlite');
		const args = ['--no-warnings', '-e', script, file, statement];
		return JSON.parse(await runCommand(this.runtime.node, args, { cwd: this.folder })) as unknown[];
	}

	/** Ends n8n for good and removes its folder. */
	async dispose(): Promise<void> {
		await this.kill();
		removeFolder(this.folder);
	}

	/** Ends n8n in an orderly way and starts it again. The session stays valid. */
	async restart(): Promise<void> {
		await this.stop();
		await this.start();
	}

	/** The last lines that n8n printed. */
	lastOutput(lines?: number): string {
		return this.process.lastOutput(lines);
	}

	/** Makes the first user and signs it in. */
	async setupOwner(user: Owner = owner): Promise<N8nSession> {
		this.currentSession = await N8nSession.setupOwner(this.url, user);
		return this.currentSession;
	}

	/** Stores credentials; returns what nodes refer to them by, in the same order. */
	async importCredentials(credentials: CredentialToImport[]): Promise<CredentialReference[]> {
		return await this.session.importCredentials(credentials);
	}

	/** Saves a workflow and returns its id. */
	async importWorkflow(workflow: WorkflowToImport): Promise<string> {
		return await this.session.importWorkflow(workflow);
	}

	/** Publishes a workflow; its webhooks answer when this returns. */
	async publish(workflowId: string): Promise<void> {
		await this.session.publish(workflowId);
	}

	/** The latest executions with all their data, newest first. */
	async executions(workflowId?: string): Promise<Execution[]> {
		return await this.session.executions(workflowId);
	}

	/** The JSON of the items that a node put out. */
	nodeOutput(execution: Execution, nodeName: string): IDataObject[] {
		return nodeOutput(execution, nodeName);
	}

	/**
	 * Repeats a request until a webhook answers with the status expected: a published webhook still
	 * answers 404 for a moment after a start. Default: a POST without credentials, until 401.
	 */
	async waitForWebhook(
		url: string,
		{ status = 401, timeout = 30_000, ...request }: AxiosRequestConfig & { status?: number } = {},
	): Promise<void> {
		const end = Date.now() + timeout;
		let last = 'nothing';
		while (Date.now() < end) {
			const config = { method: 'POST', url, proxy: false, timeout: 5_000, ...request } as const;
			const answer = await axios
				.request<unknown>({ ...config, validateStatus: () => true })
				.catch((error: Error) => ({ status: error.message, data: '' }));
			if (answer.status === status) return;
			last = `${answer.status} ${JSON.stringify(answer.data).slice(0, 200)}`;
			await pause(100);
		}
		throw new Error(`${url} answered ${last} in place of ${status} for ${timeout / 1000} s`);
	}
}
