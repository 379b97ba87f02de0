/**
 * `npm run try -- n8n 2.42.0`: installs that n8n, does in it what users do every day, and, where all of
 * it passes, gives it a row in the README's table.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

import { readBlock, writeBlock } from '../tools/generated-block';
import { ensureRuntime, n8nVersions } from '../tools/n8n-runtime';

const [what, version = ''] = process.argv.slice(2);
const table = { file: resolve(__dirname, '../README.md'), name: 'compatibility' };

async function main(): Promise<void> {
	if (what !== 'n8n' || !/^\d+\.\d+\.\d+$/.test(version)) {
		throw new Error('Which n8n shall be tried? npm run try -- n8n 2.42.0');
	}
	// Some versions cannot be installed, since npm's registry lacks a package that they name.
	await ensureRuntime(version);
	const tests = ['run', '--silent', 'test:e2e', '--', '--n8n', version, '--short'];
	const { status } = spawnSync('npm', tests, {
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (status !== 0) throw new Error(`The package does not work in n8n ${version}, as above`);
	writeRow();
	console.log(`README.md says that the package works in n8n ${version}`);
}

/** Puts the version into the table, the latest first. */
function writeRow(): void {
	const isFullyTested = version === n8nVersions.get('2');
	const tested = isFullyTested
		? 'everything, [queue mode](docs/scaling.md) too'
		: 'triggers, messages, documents, ready-made workflows';
	const [titles, line, ...rows] = readBlock(table).split('\n');
	const others = rows.filter((row) => !row.startsWith(`| ${version} `));
	const latestFirst = [...others, `| ${version} | 24 | ${tested} |`].sort((a, b) =>
		b.localeCompare(a, 'en', { numeric: true }),
	);
	writeBlock(table, [titles, line, ...latestFirst].join('\n'));
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
