/** A database or queue from Debian's packages, in a temporary folder; it never outlives this program. */
import { join } from 'node:path';
import { removeFolder, temporaryFolder } from './at-exit';
import { freePort } from './free-port';
import { cleanEnvironment, runCommand } from './run-command';
import { ServerProcess } from './server-process';

/** A server that listens on loopback. */
export interface LocalServer {
	host: string;
	port: number;
	/** Ends it and removes its data. */
	close(): Promise<void>;
}

/** Where a server keeps its data and listens. */
export interface Place {
	folder: string;
	host: string;
	port: number;
}

/** How to run a server; commands are a program and its arguments. */
export interface LocalServerOptions {
	/** What to call it. */
	name: string;
	/** Who to be in place of root, for a server that refuses to run as root. */
	inPlaceOfRoot?: string;
	/** Fills the folder before the start. */
	prepare?: (place: Place) => string[];
	start: (place: Place) => string[];
	/** What it prints when it is ready for requests. */
	readyLine: string;
}

/**
 * Starts a server on a free port; resolves when it is ready. The kernel ends it with this program
 * (`--pdeathsig`), even if this program is killed without a chance to end it.
 */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
	const { name, inPlaceOfRoot, prepare, start, readyLine } = options;
	const folder = temporaryFolder(name.toLowerCase());
	const place = { folder, host: '127.0.0.1', port: await freePort() };
	const identity: string[] = [];
	if (inPlaceOfRoot !== undefined && process.getuid?.() === 0) {
		identity.push(`--reuid=${inPlaceOfRoot}`, `--regid=${inPlaceOfRoot}`, '--clear-groups');
		await runCommand('chown', [inPlaceOfRoot, folder], { cwd: folder });
	}
	const privileges = [...identity, '--pdeathsig=INT'];
	if (prepare) await runCommand('setpriv', [...privileges, ...prepare(place)], { cwd: folder });
	const server = new ServerProcess({
		name,
		command: 'setpriv',
		args: [...privileges, ...start(place)],
		cwd: folder,
		env: cleanEnvironment(),
		logFile: join(folder, 'server.log'),
		readyLine,
	});
	await server.start();
	return {
		host: place.host,
		port: place.port,
		async close() {
			await server.stop();
			removeFolder(folder);
		},
	};
}
