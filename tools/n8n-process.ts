/** One process of n8n: the only one of a small installation, or one of several that share a queue. */
import { join } from 'node:path';
import axios from 'axios';
import { freePort } from './free-port';
import { n8nEnvironment } from './n8n-environment';
import { type Runtime } from './n8n-runtime';
import { ServerProcess } from './server-process';

/**
 * What a process of n8n does: `main` has the editor and the schedules, and does all the rest where
 * it is alone; a `webhook` process receives calls; a `worker` runs workflows.
 */
export type Role = 'main' | 'webhook' | 'worker';

/** How to run n8n. */
export interface ProcessOptions {
	runtime: Runtime;
	/** `N8N_USER_FOLDER`; processes that share a queue may share it. */
	folder: string;
	/** Default: `main`. */
	role?: Role;
	/** Default: one that is free. */
	port?: number;
	/** Added to n8n's environment. */
	env?: NodeJS.ProcessEnv;
	/** Receives all that n8n prints, over all restarts; default: a file in `folder`. */
	logFile?: string;
}

/** n8n's command for each role, and the line that it prints when it is done with starting. */
const roles: Record<Role, { args: string[]; readyLine: string }> = {
	// Printed after the REST API came up and the published workflows were registered.
	main: { args: ['start'], readyLine: 'Editor is now accessible' },
	webhook: { args: ['webhook'], readyLine: 'Webhook listener waiting for requests' },
	worker: { args: ['worker', '--concurrency=5'], readyLine: 'n8n worker is now ready' },
};

/**
 * Ends n8n when our end of its standard input closes, even if we are killed without a chance to end
 * it. Only in n8n's main thread: its workers and forks inherit the option but not the open input.
 */
const endWithParent = `data:text/javascript,${encodeURIComponent(`
	import { isMainThread } from 'node:worker_threads';
	process.execArgv = [];
	if (isMainThread) process.stdin.on('end', () => process.kill(process.pid, 'SIGKILL')).resume();
`)}`;

/** A process of n8n that can be started and ended several times. */
export class N8nProcess extends ServerProcess {
	private constructor(
		/** Where it answers. */
		readonly url: string,
		...options: ConstructorParameters<typeof ServerProcess>
	) {
		super(...options);
	}

	/** Prepares a process; `start` starts it. */
	static async create(options: ProcessOptions): Promise<N8nProcess> {
		const { runtime, folder, role = 'main', env = {} } = options;
		const { args, readyLine } = roles[role];
		const port = options.port ?? (await freePort());
		const brokerPort = await freePort();
		const url = `http://127.0.0.1:${port}`;
		return new N8nProcess(url, {
			name: role === 'main' ? 'n8n' : `n8n's ${role} process`,
			command: runtime.node,
			args: ['--import', endWithParent, runtime.bin, ...args],
			cwd: folder,
			env: n8nEnvironment({ runtime, folder, port, brokerPort }, env),
			logFile: options.logFile ?? join(folder, `n8n-${role}-${port}.log`),
			readyLine,
			answers: () => isHealthy(url),
		});
	}
}

async function isHealthy(url: string): Promise<boolean> {
	const answer = await axios
		.get(`${url}/healthz`, { proxy: false, timeout: 10_000 })
		.catch(() => undefined);
	return answer?.status === 200;
}
