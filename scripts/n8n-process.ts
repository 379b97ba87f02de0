/** One `n8n start`: begins it, waits until it is ready, keeps what it says, ends it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import axios from 'axios';
import { endGroup, endWithUs } from './at-exit';
import { type Runtime } from './n8n-runtime';
import { pause } from './progress';
import { lastLines } from './run-command';

/** How to run n8n. */
export interface ProcessOptions {
	runtime: Runtime;
	folder: string;
	env: NodeJS.ProcessEnv;
	/** Where n8n answers. */
	url: string;
	/** Receives all that n8n prints, over all restarts. */
	logFile: string;
}

/**
 * Ends n8n when our end of its standard input closes, even if we are killed without a chance to end
 * it. Only in n8n's main thread: its workers and forks inherit the option but not the open input.
 */
const endWithParent = `data:text/javascript,${encodeURIComponent(`
	import { isMainThread } from 'node:worker_threads';
	process.execArgv = [];
	if (isMainThread) process.stdin.on('end', () => process.kill(process.pid, 'SIGKILL')).resume();
`)}`;

/** Printed after the REST API came up and the published workflows were registered. */
const readyLine = 'Editor is now accessible';

const patience = 120_000;
const kept = 20_000;

/** An n8n process that can be started and ended several times on the same folder. */
export class N8nProcess {
	private child?: ChildProcess;
	private readonly logStream: WriteStream;
	private recent = '';
	/** Whether the ready line was printed; under load, other lines soon drive it out of `recent`. */
	private isAccessible = false;
	private ending = '';

	constructor(private readonly options: ProcessOptions) {
		this.logStream = createWriteStream(options.logFile);
	}

	/** The id of the process that runs now. */
	get pid(): number {
		if (this.child?.pid === undefined) throw new Error('n8n does not run');
		return this.child.pid;
	}

	/** The last lines that n8n printed. */
	lastOutput(lines = 20): string {
		return lastLines(this.recent, lines);
	}

	/**
	 * Starts n8n; resolves when it is ready for requests, and throws with its last lines if it ends
	 * or hangs.
	 */
	async start(): Promise<void> {
		if (this.child !== undefined) throw new Error('n8n runs already');
		const { runtime, folder, env } = this.options;
		const args = ['--import', endWithParent, runtime.bin, 'start'];
		const child = spawn(runtime.node, args, { cwd: folder, env, detached: true, stdio: 'pipe' });
		this.child = child;
		this.recent = '';
		this.isAccessible = false;
		endWithUs(child);
		child.once('exit', (code, signal) => {
			this.child = undefined;
			this.ending = signal ?? `code ${code}`;
		});
		child.stdout.setEncoding('utf8').on('data', (chunk: string) => this.keep(chunk));
		child.stderr.setEncoding('utf8').on('data', (chunk: string) => this.keep(chunk));
		await this.untilReady();
	}

	/** Asks n8n to end (SIGTERM) and waits until it has. */
	async stop(): Promise<void> {
		await this.end('SIGTERM');
	}

	/** Ends n8n at once (SIGKILL), as a crash would. */
	async kill(): Promise<void> {
		await this.end('SIGKILL');
	}

	private keep(chunk: string): void {
		this.logStream.write(chunk);
		const printed = this.recent + chunk;
		this.isAccessible ||= printed.includes(readyLine);
		this.recent = printed.slice(-kept);
	}

	private async untilReady(): Promise<void> {
		const end = Date.now() + patience;
		while (Date.now() < end) {
			if (this.child === undefined) {
				throw this.failure(`n8n ended with ${this.ending} before it was ready`);
			}
			if (this.isAccessible && (await this.isHealthy())) return;
			await pause(100);
		}
		await this.kill();
		throw this.failure(`n8n was not ready within ${patience / 1000} s`);
	}

	private async isHealthy(): Promise<boolean> {
		const answer = await axios
			.get(`${this.options.url}/healthz`, { proxy: false, timeout: 10_000 })
			.catch(() => undefined);
		return answer?.status === 200;
	}

	private failure(what: string): Error {
		return new Error(`${what}. Its log: ${this.options.logFile}\n${this.lastOutput()}`);
	}

	private async end(signal: NodeJS.Signals): Promise<void> {
		const child = this.child;
		if (child === undefined) return;
		const ended = once(child, 'exit');
		if (signal === 'SIGKILL') endGroup(child, signal);
		else child.kill(signal);
		const lastResort = setTimeout(() => endGroup(child, 'SIGKILL'), 15_000);
		await ended;
		clearTimeout(lastResort);
	}
}
