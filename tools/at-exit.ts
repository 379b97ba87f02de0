/**
 * What this program has to undo when it ends, however it ends: end its children, remove its
 * folders.
 */
import { type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const duties = new Set<() => void>();
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
let watching = false;

function watchForTheEnd(): void {
	if (watching) return;
	watching = true;
	process.on('exit', () => [...duties].reverse().forEach((duty) => duty()));
	// Node runs no 'exit' handlers when a signal ends it; an uncaught exception does run them.
	for (const [signal, code] of Object.entries(signals)) {
		process.on(signal, () => process.exit(code));
	}
}

/**
 * Registers a synchronous duty for the end of this program; last registered, first done. Returns
 * its removal. Not under jest, whose tests see a copy of `process`: there, undo things in
 * `afterAll`.
 */
export function atExit(duty: () => void): () => void {
	watchForTheEnd();
	duties.add(duty);
	return () => duties.delete(duty);
}

/**
 * Ends a child with its whole process group at the end of this program. The child must be
 * `detached`.
 */
export function endWithUs(child: ChildProcess): void {
	const forget = atExit(() => endGroup(child, 'SIGKILL'));
	child.once('exit', () => {
		endGroup(child, 'SIGKILL');
		forget();
	});
}

/** Signals a child and the processes that it started; does nothing when they have ended. */
export function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch (error) {
		// No such group, or one of which only ended processes are left.
		const { code = '' } = error as NodeJS.ErrnoException;
		if (!['ESRCH', 'EPERM'].includes(code)) throw error;
	}
}

/** Removes a folder although a process that is just ending may still write into it. */
export function removeFolder(folder: string): void {
	rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/** Makes a temporary folder that is removed at the end of this program. */
export function temporaryFolder(subject: string): string {
	const folder = mkdtempSync(join(tmpdir(), `n8n-nodes-tradecloud-${subject}-`));
	atExit(() => removeFolder(folder));
	return folder;
}
