/**
 * A real n8n with the Node.js that it wants, installed once into a cache folder outside the
 * repository.
 */
import { delimiter, dirname, join } from 'node:path';
import { cacheFolder, ensureCachedFolder } from './cached-folder';
import { ensureNode, quietInstall, writeManifest } from './node-js';
import { type Log, step } from './progress';
import { cleanEnvironment, runCommand } from './run-command';

/** The n8n of each major version that the package is tested with. */
export const n8nVersions = new Map([
	['1', '1.123.81'],
	['2', '2.41.1'],
]);

/** The environment variable that names the n8n of demo and tests; without it, it is n8n 2. */
export const versionVariable = 'TRADECLOUD_N8N_VERSION';

const defaultN8nVersion = process.env[versionVariable] ?? n8nVersions.get('2')!;

/** An installed n8n. */
export interface Runtime {
	/** The version of n8n. */
	version: string;
	/** The `node` binary to run it with. */
	node: string;
	/** n8n's start script, the first argument for `node`. */
	bin: string;
	/** The folder whose `node_modules` holds n8n. */
	folder: string;
}

/** What the package.json of a folder needs beside n8n 1: it depends on a tarball of xlsx outside the npm registry. */
const extrasOfN8n1 = { overrides: { xlsx: '0.18.5' } };

/**
 * Without its install scripts: several only fetch binaries from elsewhere, and one of them fails.
 */
async function installN8n(version: string, folder: string, log: Log): Promise<void> {
	writeManifest(folder, version.startsWith('1.') ? extrasOfN8n1 : {});
	const logFile = join(cacheFolder(), `n8n-${version}-install.log`);
	await step(log, `Installing n8n ${version} (about 3 minutes, 3 GB)`, async () => {
		const args = [...quietInstall, '--ignore-scripts', '--save-exact', `n8n@${version}`];
		await runCommand('npm', args, { cwd: folder, logFile });
	});
}

/** The one native module that n8n cannot do without. It comes as C++ source. */
async function compileSqlite(version: string, folder: string, nodeHome: string, log: Log) {
	const logFile = join(cacheFolder(), `n8n-${version}-sqlite3.log`);
	const env = cleanEnvironment({
		PATH: [join(nodeHome, 'bin'), process.env.PATH ?? ''].join(delimiter),
		npm_config_nodedir: nodeHome,
		npm_config_build_from_source: 'true',
		JOBS: 'max',
	});
	const needs = 'needs python3, make and a C++ compiler';
	await step(log, `Compiling SQLite for n8n (about 80 seconds; ${needs})`, async () => {
		const args = ['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'];
		await runCommand('npm', args, { cwd: folder, env, logFile });
	});
}

/**
 * Loads the database module and compares the version: a broken or moved installation fails here.
 */
async function checkN8n(version: string, folder: string, node: string): Promise<void> {
	const script = "require('sqlite3'); console.log(require('n8n/package.json').version)";
	const printed = await runCommand(node, ['-e', script], { cwd: folder });
	if (printed.trim() !== version)
		throw new Error(`Expected n8n ${version}, found ${printed.trim()}`);
}

/**
 * Returns a ready n8n, installing it first where the cache folder (`TRADECLOUD_N8N_CACHE`, or
 * `~/.cache/n8n-nodes-tradecloud`) lacks it: some 5 minutes and 3 GB, from the npm registry alone.
 */
export async function ensureRuntime(
	version: string = defaultN8nVersion,
	log: Log = console.log,
): Promise<Runtime> {
	const { node, home } = await ensureNode(24, log);
	const folder = await ensureCachedFolder({
		name: `n8n-${version}`,
		log,
		async build(target) {
			await installN8n(version, target, log);
			await compileSqlite(version, target, home, log);
		},
		check: async (target) => await checkN8n(version, target, node),
	});
	const bin = join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	return { version, node, bin, folder };
}

/** The environment in which the runtime's own `node` comes first. */
export function runtimePath(runtime: Runtime): string {
	return [dirname(runtime.node), process.env.PATH ?? ''].join(delimiter);
}
