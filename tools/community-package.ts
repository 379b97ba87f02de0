/** Installs a packed community package into an n8n's folder. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runCommand } from './run-command';

interface Manifest {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
}

interface PackageList {
	/** npm leaves it out where it has removed the last package. */
	dependencies?: Record<string, string>;
}

/** n8n's own flags for the dependencies of a community package. */
const installFlags = [
	'--audit=false',
	'--fund=false',
	'--bin-links=false',
	'--install-strategy=shallow',
	'--ignore-scripts=true',
	'--package-lock=false',
];

/**
 * Drops what n8n drops from a package's manifest: npm would install a second n8n-workflow for the
 * peer.
 */
async function dropDevelopment(folder: string): Promise<Manifest> {
	const file = join(folder, 'package.json');
	const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest & Record<string, unknown>;
	delete manifest.devDependencies;
	delete manifest.peerDependencies;
	delete manifest.optionalDependencies;
	await writeFile(file, JSON.stringify(manifest, null, 2));
	return manifest;
}

async function addToPackageList(nodesFolder: string, { name, version }: Manifest): Promise<void> {
	const file = join(nodesFolder, 'package.json');
	const found = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as PackageList) : {};
	const list = found.dependencies ? found : { name: 'installed-nodes', private: true };
	const dependencies = { ...found.dependencies, [name]: version };
	await writeFile(file, JSON.stringify({ ...list, dependencies }, null, 2));
}

/**
 * Takes the steps of n8n's Settings > Community nodes (`CommunityPackagesService.downloadPackage`
 * in n8n's source), except that the tarball comes from a file. `nodesFolder` is `.n8n/nodes`.
 */
export async function installCommunityPackage(tarball: string, nodesFolder: string): Promise<void> {
	const unpacked = join(nodesFolder, 'unpacked');
	await mkdir(unpacked, { recursive: true });
	const unpack = ['-xzf', tarball, '-C', unpacked, '--strip-components=1'];
	await runCommand('tar', unpack, { cwd: nodesFolder });
	const manifest = await dropDevelopment(unpacked);
	const folder = join(nodesFolder, 'node_modules', manifest.name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(dirname(folder), { recursive: true });
	await rename(unpacked, folder);
	await runCommand('npm', ['install', ...installFlags], { cwd: folder });
	await addToPackageList(nodesFolder, manifest);
}
