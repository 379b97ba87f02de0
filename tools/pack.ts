/** Builds the package and packs it the way it is published. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from './at-exit';
import { runCommand } from './run-command';

const repository = resolve(__dirname, '..');

/**
 * Builds and packs; returns the path of the tarball. Without a folder it lies in a temporary one
 * that is removed when this program ends.
 */
export async function packPackage(folder = temporaryFolder('pack')): Promise<string> {
	mkdirSync(folder, { recursive: true });
	const logFile = join(folder, 'build.log');
	await runCommand('npm', ['run', 'build'], { cwd: repository, logFile });
	return await pack('.', folder);
}

/** Packs a package as it is: one of a folder of this repository, or `name@version` of the registry. */
export async function pack(what: string, folder: string): Promise<string> {
	const args = ['pack', what, '--json', '--ignore-scripts', '--pack-destination', resolve(folder)];
	const [packed] = JSON.parse(await runCommand('npm', args, { cwd: repository })) as [
		{ filename: string },
	];
	return join(resolve(folder), packed.filename);
}
