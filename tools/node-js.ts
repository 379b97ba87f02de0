/**
 * Any major version of Node.js, and the npm that comes with it, each installed once into the cache
 * folder.
 */
import { writeFileSync } from 'node:fs';
import { arch, platform } from 'node:process';
import { join } from 'node:path';
import { cacheFolder, ensureCachedFolder } from './cached-folder';
import { type Log, step } from './progress';
import { runCommand } from './run-command';

/** npm's arguments for installing without talk. */
export const quietInstall = ['install', '--no-audit', '--no-fund', '--loglevel=error'];

/** Makes a folder one into which npm installs, with further fields of its package.json. */
export function writeManifest(folder: string, extras: object = {}): void {
	const manifest = { name: 'runtime', private: true, ...extras };
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, '\t'));
}

/** The npm package that is nothing but the Node.js binary and its headers for this machine. */
function nodePackage(): string {
	const system = platform === 'win32' ? 'win' : platform;
	return `${system === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'}-${system}-${arch}`;
}

/** A package of npm in a folder of its own, with a check that its program starts. */
async function ensureTool(
	name: string,
	{ spec, what, log }: { spec: string; what: string; log: Log },
	check: (folder: string) => Promise<void>,
): Promise<string> {
	return await ensureCachedFolder({
		name,
		log,
		check,
		async build(target) {
			writeManifest(target);
			const logFile = join(cacheFolder(), `${name}-install.log`);
			await step(log, `Installing ${what}`, async () => {
				await runCommand('npm', [...quietInstall, '--ignore-scripts', spec], {
					cwd: target,
					logFile,
				});
			});
		},
	});
}

/**
 * A version of Node.js, in a folder of its own: installing n8n beside it would remove its headers.
 *
 * @returns its binary, and the folder that holds `bin` and `include`
 */
export async function ensureNode(major: number, log: Log): Promise<{ node: string; home: string }> {
	const homeIn = (folder: string) => join(folder, 'node_modules', nodePackage());
	const binaryIn = (folder: string) => join(homeIn(folder), 'bin', 'node');
	const folder = await ensureTool(
		`node-${major}`,
		{
			spec: `${nodePackage()}@${major}`,
			what: `Node.js ${major} (about 10 seconds, 200 MB)`,
			log,
		},
		async (target) => void (await runCommand(binaryIn(target), ['--version'], { cwd: target })),
	);
	return { node: binaryIn(folder), home: homeIn(folder) };
}

/** A version of npm; returns the folder that holds the command `npm`, which runs in any Node.js. */
export async function ensureNpm(major: number, log: Log): Promise<string> {
	const binIn = (folder: string) => join(folder, 'node_modules', '.bin');
	const folder = await ensureTool(
		`npm-${major}`,
		{ spec: `npm@${major}`, what: `npm ${major} (some seconds, 15 MB)`, log },
		async (target) =>
			void (await runCommand(join(binIn(target), 'npm'), ['--version'], { cwd: target })),
	);
	return binIn(folder);
}
