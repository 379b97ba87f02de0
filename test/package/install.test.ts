/** Whether the commands that the pages show for installing do what they say, exactly as printed. */
import {
	copyFileSync,
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';

import { removeFolder, temporaryFolder } from '../../tools/at-exit';
import { installCommunityPackage } from '../../tools/community-package';
import { ensureNode, ensureNpm } from '../../tools/node-js';
import { pack } from '../../tools/pack';
import { paste, printedCommands } from './printedCommands';

const root = join(__dirname, '../..');
const name = 'n8n-nodes-tradecloud';
const tarball = `${name}.tgz`;
const folder = temporaryFolder('install');
const log = (line: string) => void process.stderr.write(`${line}\n`);
const { toPack, fromFile, withDocker, fromRegistry, toRemove } = printedCommands();

let registry: Server;

beforeAll(async () => {
	copyFileSync(await pack('.', folder), join(folder, tarball));
	registry = createServer(({ url = '' }, response) => {
		if (url === `/${name}`) response.end(JSON.stringify(packument()));
		else if (url === `/${tarball}`) response.end(readFileSync(join(folder, tarball)));
		else response.writeHead(404).end('{}');
	});
	await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
	registry.close();
	removeFolder(folder);
});

/** What npm's registry would tell of the package, once it is there. */
function packument(): object {
	const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		version: string;
	};
	const dist = { tarball: `${registryAddress()}/${tarball}` };
	return {
		name,
		'dist-tags': { latest: manifest.version },
		versions: { [manifest.version]: { ...manifest, dist } },
	};
}

function registryAddress(): string {
	return `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
}

/** A user's home, in which other projects of Node.js may lie above n8n's folder. */
function newHome(label: string): string {
	const home = join(folder, label);
	mkdirSync(join(home, 'node_modules'), { recursive: true });
	writeFileSync(join(home, 'package.json'), '{}');
	return home;
}

function installedIn(home: string): string[] {
	return readdirSync(join(home, '.n8n/nodes/node_modules')).filter((own) => !own.startsWith('.'));
}

const versions = [
	{ node: 20, npm: 10 },
	{ node: 22, npm: 10 },
	{ node: 24, npm: 11 },
];

describe.each(versions)('with Node.js $node and npm $npm', ({ node, npm }) => {
	let path: string[];

	beforeAll(async () => {
		path = [await ensureNpm(npm, log), dirname((await ensureNode(node, log)).node)];
	}, 300_000);

	test('the tarball installs as one package, again, and is removed', async () => {
		const home = newHome(`file-${node}`);
		copyFileSync(join(folder, tarball), join(home, tarball));
		await paste(fromFile, { home, path, registry: registryAddress() });
		expect(installedIn(home)).toEqual([name]);
		await paste(fromFile, { home, path, registry: registryAddress() });
		expect(installedIn(home)).toEqual([name]);
		await paste(toRemove, { home, path, registry: registryAddress() });
		expect(installedIn(home)).toEqual([]);
	});

	test('the published package installs as one package, and takes the place of the tarball', async () => {
		const home = newHome(`registry-${node}`);
		copyFileSync(join(folder, tarball), join(home, tarball));
		await paste(fromFile, { home, path, registry: registryAddress() });
		await paste(fromRegistry, { home, path, registry: registryAddress() });
		expect(installedIn(home)).toEqual([name]);
		const list = readFileSync(join(home, '.n8n/nodes/package.json'), 'utf8');
		expect(list).toMatch(/"n8n-nodes-tradecloud": "\^\d/);
	});
});

test("n8n's own installer brings one package as well", async () => {
	const home = newHome('settings');
	const nodes = join(home, '.n8n/nodes');
	mkdirSync(nodes, { recursive: true });
	await installCommunityPackage(join(folder, tarball), nodes);
	expect(installedIn(home)).toEqual([name]);
	const inside = readdirSync(join(nodes, 'node_modules', name));
	expect(inside).not.toContain('node_modules');
});

/** Stands in for Docker: what is to be done in the container is done in a folder, `/home/node` being the home. */
const docker = `#!/usr/bin/env bash
set -e
command=$1
shift
case $command in
	exec)
		while [[ $1 == -* ]]; do
			if [[ $1 == -w ]]; then cd "\${2//\\/home\\/node/$HOME}"; fi
			shift 2
		done
		shift
		"\${@//\\/home\\/node/$HOME}" ;;
	cp) cp "$1" "\${2/n8n:\\/home\\/node/$HOME}" ;;
	restart) touch "$HOME/restarted" ;;
esac
`;

test('the commands for Docker install it in the container, and restart that', async () => {
	const home = newHome('docker');
	const bin = join(folder, 'bin');
	mkdirSync(bin);
	writeFileSync(join(bin, 'docker'), docker, { mode: 0o755 });
	await paste(withDocker, { home, path: [bin], cwd: folder, registry: registryAddress() });
	expect(installedIn(home)).toEqual([name]);
	expect(readdirSync(home)).toContain('restarted');
});

test('the command for the tarball makes it in a clone', async () => {
	const clone = join(folder, 'clone');
	const left = ['node_modules', 'dist', 'reports', '.git', tarball];
	cpSync(root, clone, {
		recursive: true,
		filter: (source) => !left.includes(basename(source)),
	});
	symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
	await paste(toPack, { cwd: clone });
	expect(readdirSync(clone)).toContain(tarball);
});
