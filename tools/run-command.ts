/**
 * Runs other programs: quiet while all goes well, with the whole output in a log file when it does
 * not.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { endWithUs } from './at-exit';

/** How to run a program. */
export interface CommandOptions {
	cwd: string;
	/** The complete environment; default: `cleanEnvironment()`. */
	env?: NodeJS.ProcessEnv;
	/** Receives the output, replacing what an earlier run left there. */
	logFile?: string;
}

/** Set by `npm run` for its own script; they would send a nested npm to the wrong folder. */
const npmRunVariable =
	/^(npm_package_|npm_lifecycle_|npm_command$|npm_config_local_prefix$|INIT_CWD$)/;
/** Settings of an n8n that the developer runs elsewhere. */
const n8nVariable =
	/^(N8N_|DB_|EXECUTIONS_|QUEUE_|CREDENTIALS_|WEBHOOK_URL$|NODE_OPTIONS$|NODE_ENV$)/;

/** This program's environment without what belongs to a surrounding `npm run` or to another n8n. */
export function cleanEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(
		([name]) => !npmRunVariable.test(name) && !n8nVariable.test(name),
	);
	return { ...Object.fromEntries(kept), ...extra };
}

/** The last `count` lines of a program's output. */
export function lastLines(output: string, count = 15): string {
	return output.trimEnd().split('\n').slice(-count).join('\n');
}

function failure(command: string, reason: string, output: string, logFile?: string): Error {
	const where = logFile === undefined ? '' : ` The whole output: ${logFile}`;
	return new Error(`${command}: ${reason}.${where}\n${lastLines(output)}`);
}

/**
 * Runs a program to its end and returns its standard output; throws with the last lines if it
 * fails.
 */
export async function runCommand(
	command: string,
	args: string[],
	{ cwd, env = cleanEnvironment(), logFile }: CommandOptions,
): Promise<string> {
	const shown = [command, ...args].join(' ');
	if (logFile !== undefined) writeFileSync(logFile, `$ ${shown}\n`);
	const child = spawn(command, args, {
		cwd,
		env,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	endWithUs(child);
	let stdout = '';
	let everything = '';
	const collect = (chunk: string) => {
		everything += chunk;
		if (logFile !== undefined) appendFileSync(logFile, chunk);
	};
	child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
		stdout += chunk;
		collect(chunk);
	});
	child.stderr.setEncoding('utf8').on('data', collect);
	return await new Promise((resolve, reject) => {
		child.on('error', (error) => reject(failure(shown, error.message, everything, logFile)));
		child.on('close', (code, signal) => {
			if (code === 0) resolve(stdout);
			else reject(failure(shown, `ended with ${signal ?? `code ${code}`}`, everything, logFile));
		});
	});
}
