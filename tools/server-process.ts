/** A server that this program runs: begins it, waits until it is ready, keeps what it says, ends it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { endGroup, endWithUs } from './at-exit';
import { pause } from './progress';
import { lastLines } from './run-command';

/** How to run a server. */
export interface ServerOptions {
	/** What to call it in messages. */
	name: string;
	command: string;
	args: string[];
	cwd: string;
	/** The complete environment. */
	env: NodeJS.ProcessEnv;
	/** Receives all that the server prints, over all restarts. */
	logFile: string;
	/** What it prints when it is done with starting. */
	readyLine: string;
	/** Whether it answers, asked of it after that line. */
	answers?: () => Promise<boolean>;
}

const patience = 120_000;
const kept = 20_000;

/** A server that can be started and ended several times on the same folder. */
export class ServerProcess {
	private child?: ChildProcess;
	private readonly logStream: WriteStream;
	private recent = '';
	/** Whether the ready line was printed; under load, other lines soon drive it out of `recent`. */
	private saidReady = false;
	private ending = '';

	constructor(private readonly options: ServerOptions) {
		this.logStream = createWriteStream(options.logFile);
	}

	/** The id of the process that runs now. */
	get pid(): number {
		if (this.child?.pid === undefined) throw new Error(`${this.options.name} does not run`);
		return this.child.pid;
	}

	/** The file that holds all that the server printed. */
	get logFile(): string {
		return this.options.logFile;
	}

	/** The last lines that the server printed. */
	lastOutput(lines = 20): string {
		return lastLines(this.recent, lines);
	}

	/**
	 * Starts the server; resolves when it is ready for requests, and throws with its last lines if
	 * it ends or hangs.
	 */
	async start(): Promise<void> {
		const { name, command, args, cwd, env } = this.options;
		if (this.child !== undefined) throw new Error(`${name} runs already`);
		const child = spawn(command, args, { cwd, env, detached: true, stdio: 'pipe' });
		this.child = child;
		this.recent = '';
		this.saidReady = false;
		endWithUs(child);
		child.once('exit', (code, signal) => this.ended(signal ?? `code ${code}`));
		child.once('error', ({ message }) => this.ended(message));
		child.stdout.setEncoding('utf8').on('data', (chunk: string) => this.keep(chunk));
		child.stderr.setEncoding('utf8').on('data', (chunk: string) => this.keep(chunk));
		await this.untilReady();
	}

	/** Asks the server to end (SIGTERM) and waits until it has. */
	async stop(): Promise<void> {
		await this.end('SIGTERM');
	}

	/** Ends the server at once (SIGKILL), as a crash would. */
	async kill(): Promise<void> {
		await this.end('SIGKILL');
	}

	private ended(how: string): void {
		this.child = undefined;
		this.ending = how;
	}

	private keep(chunk: string): void {
		this.logStream.write(chunk);
		const printed = this.recent + chunk;
		this.saidReady ||= printed.includes(this.options.readyLine);
		this.recent = printed.slice(-kept);
	}

	private async untilReady(): Promise<void> {
		const { name, answers } = this.options;
		const end = Date.now() + patience;
		while (Date.now() < end) {
			if (this.child === undefined) {
				throw this.failure(`${name} ended with ${this.ending} before it was ready`);
			}
			if (this.saidReady && (!answers || (await answers()))) return;
			await pause(100);
		}
		await this.kill();
		throw this.failure(`${name} was not ready within ${patience / 1000} s`);
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
