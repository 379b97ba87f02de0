/** A PostgreSQL of this program's own, from Debian's package `postgresql`; its data go with it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalServer, startLocalServer } from './local-server';

/** Where to connect, and as whom; any password will do. */
export interface Postgres extends LocalServer {
	user: string;
	database: string;
}

const user = 'n8n';
/** `initdb` makes it. */
const database = 'postgres';
/** Debian keeps PostgreSQL's programs out of the path, in a folder for each version. */
const versions = '/usr/lib/postgresql';

/** Starts PostgreSQL on a free port of loopback; resolves when it is ready. */
export async function startPostgres(): Promise<Postgres> {
	const server = await startLocalServer({
		name: 'PostgreSQL',
		inPlaceOfRoot: 'postgres',
		prepare: ({ folder }) => [
			...[program('initdb'), '-D', join(folder, 'data'), '-U', user],
			...['--auth=trust', '--encoding=UTF8', '--no-sync'],
		],
		start: ({ folder, host, port }) => [
			...[program('postgres'), '-D', join(folder, 'data'), '-k', folder, '-p', String(port)],
			// What is gone with the program need not survive a loss of power.
			...['-c', `listen_addresses=${host}`, '-c', 'fsync=off'],
		],
		readyLine: 'database system is ready to accept connections',
	});
	return { ...server, user, database };
}

function program(name: string): string {
	const installed = existsSync(versions) ? readdirSync(versions).map(Number) : [];
	if (installed.length === 0) throw new Error("Debian's package postgresql is not installed");
	return join(versions, String(Math.max(...installed)), 'bin', name);
}
