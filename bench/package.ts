/** How large the package is and how quickly it is loaded, against two well-known community packages. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from '../tools/at-exit';
import { installCommunityPackage } from '../tools/community-package';
import { inTurn } from '../tools/in-turn';
import { filesIn } from '../tools/files';
import { ensureRuntime } from '../tools/n8n-runtime';
import { pack, packPackage } from '../tools/pack';
import { type Log, step } from '../tools/progress';
import { cleanEnvironment, runCommand } from '../tools/run-command';
import type { Duel, Part } from './part';
import { medianOf, ratio, rounds } from './rounds';

/** Each with one service, as ours; the latter with a dependency of its own. */
const others = ['@mendable/n8n-nodes-firecrawl@2.1.2', 'n8n-nodes-evolution-api@1.0.4'];

const loads = 5;

/** A package as a user's n8n has it. */
interface Installed {
	name: string;
	tarball: string;
	/** Holds all that was installed for the package. */
	nodesFolder: string;
	folder: string;
}

export const packagePart: Part = {
	name: 'package',
	async measure(log) {
		const target = temporaryFolder('pack');
		const tarballs = await step(log, 'Packing', async () => {
			const ours = await packPackage(target);
			return [ours, ...(await Promise.all(others.map((other) => pack(other, target))))];
		});
		const names = ['n8n-nodes-tradecloud', ...others];
		const installed: Installed[] = [];
		for (const [index, name] of names.entries()) {
			installed.push(await install(name, tarballs[index]));
		}
		return [
			sizes('package-packed', 'Size of the packed package', installed, ({ tarball }) => [tarball]),
			sizes('package-installed', 'Size of what is installed', installed, filesOf),
			await loading(installed, log),
		];
	},
};

async function install(name: string, tarball: string): Promise<Installed> {
	const nodesFolder = temporaryFolder('nodes');
	await installCommunityPackage(tarball, nodesFolder);
	const folder = join(nodesFolder, 'node_modules', name.replace(/(?<=.)@.*$/, ''));
	return { name, tarball, nodesFolder, folder };
}

function filesOf({ nodesFolder }: Installed): string[] {
	return filesIn(nodesFolder, ['.']).map((file) => join(nodesFolder, file));
}

function sizes(
	id: string,
	title: string,
	installed: Installed[],
	files: (installed: Installed) => string[],
): Duel {
	const contestants = installed.map((one) => {
		const bytes = files(one).reduce((sum, file) => sum + statSync(file).size, 0);
		return { name: one.name, values: [bytes / 1000] };
	});
	const [ours, ...rest] = contestants;
	return {
		id,
		title,
		unit: 'kB',
		contestants,
		comparisons: rest.map((other) => ratio(ours, other)),
	};
}

async function loading(installed: Installed[], log: Log): Promise<Duel> {
	const { node } = await ensureRuntime();
	const runners = installed.map(({ name, folder }) => ({
		name,
		run: () => medianOf(loads, () => loadTime(node, folder)),
	}));
	const contestants = await step(log, 'Loading', () => inTurn(runners, rounds));
	const [ours, ...rest] = contestants;
	return {
		id: 'package-loading',
		title: 'Time to load all nodes and credentials in a new process',
		unit: 'ms',
		contestants,
		comparisons: rest.map((other) => ratio(ours, other)),
	};
}

async function loadTime(node: string, folder: string): Promise<number> {
	const env = cleanEnvironment({ NODE_PATH: resolve(__dirname, '../node_modules') });
	const script = join(__dirname, 'load-nodes.js');
	return Number(await runCommand(node, [script, folder], { cwd: folder, env }));
}
