/**
 * Folders that are expensive to make, made once and shared by all runs and by programs that run at
 * once.
 */
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { atExit, removeFolder } from './at-exit';
import { type Log, pause } from './progress';

const heartbeat = 2_000;
const staleAfter = 20_000;

/** What to make, how, and how to know that it is whole. */
export interface CachedFolder {
	/** The name inside the cache folder. */
	name: string;
	/** Fills the folder it is given, which is renamed to its place afterwards. */
	build: (folder: string) => Promise<void>;
	/** Throws when the folder cannot be used. */
	check: (folder: string) => Promise<void>;
	log: Log;
}

/** `TRADECLOUD_N8N_CACHE`, or a folder of our own in the user's cache folder; made when missing. */
export function cacheFolder(): string {
	const folder =
		process.env.TRADECLOUD_N8N_CACHE ??
		join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'n8n-nodes-tradecloud');
	mkdirSync(folder, { recursive: true });
	return folder;
}

async function succeeds(check: () => Promise<void>): Promise<boolean> {
	try {
		await check();
		return true;
	} catch {
		return false;
	}
}

function ageOf(path: string): number {
	const found = statSync(path, { throwIfNoEntry: false });
	return found === undefined ? 0 : Date.now() - found.mtimeMs;
}

/** Takes the lock if it is free, or if its holder gave no sign of life for 20 seconds. */
async function tryLock(lock: string): Promise<boolean> {
	if (existsSync(lock) && ageOf(lock) > staleAfter)
		await rm(lock, { recursive: true, force: true });
	try {
		await mkdir(lock);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

async function withLock(lock: string, log: Log, work: () => Promise<void>): Promise<void> {
	let told = false;
	while (!(await tryLock(lock))) {
		if (!told) log(`Waiting for another run that is making ${basename(lock, '.lock')}`);
		told = true;
		await pause(500);
	}
	const release = () => removeFolder(lock);
	const forget = atExit(release);
	const beats = setInterval(() => {
		if (existsSync(lock)) utimesSync(lock, new Date(), new Date());
	}, heartbeat);
	try {
		await work();
	} finally {
		clearInterval(beats);
		forget();
		release();
	}
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Removes what interrupted runs left unfinished. */
function removeLeftovers(folder: string): void {
	const prefix = `${basename(folder)}.partial-`;
	for (const name of readdirSync(dirname(folder))) {
		const abandoned = name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)));
		if (abandoned) removeFolder(join(dirname(folder), name));
	}
}

/**
 * Returns the folder's path, making it first where it is missing or not usable. Safe to interrupt.
 */
export async function ensureCachedFolder({
	name,
	build,
	check,
	log,
}: CachedFolder): Promise<string> {
	const folder = join(cacheFolder(), name);
	const isUsable = async () =>
		existsSync(folder) && (await succeeds(async () => await check(folder)));
	if (await isUsable()) return folder;
	await withLock(`${folder}.lock`, log, async () => {
		if (await isUsable()) return;
		removeLeftovers(folder);
		const partial = `${folder}.partial-${process.pid}`;
		removeFolder(partial);
		await mkdir(partial);
		await build(partial);
		await check(partial);
		await rm(folder, { recursive: true, force: true });
		await rename(partial, folder);
		// Once more: an npm whose own caller was killed may have gone on for a while.
		removeLeftovers(folder);
	});
	return folder;
}
