/**
 * `npm run try -- n8n 2.42.0`: installs that n8n, does in it what users do every day, and, where all of
 * it passes, gives it a row in the README's table.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

import { readBlock, writeBlock } from '../tools/generated-block';
import { n8nVersions } from '../tools/n8n-runtime';

const [what, version = ''] = process.argv.slice(2);
if (what !== 'n8n' || !/^\d+\.\d+\.\d+$/.test(version)) {
	console.error('Which n8n shall be tried? npm run try -- n8n 2.42.0');
	process.exit(2);
}
const tests = ['run', '--silent', 'test:e2e', '--', '--n8n', version, '--short'];
const { status } = spawnSync('npm', tests, {
	stdio: 'inherit',
	shell: process.platform === 'win32',
});
if (status !== 0) process.exit(status ?? 1);

const table = { file: resolve(__dirname, '../README.md'), name: 'compatibility' };
const [titles, line, ...rows] = readBlock(table).split('\n');
const isFullyTested = version === n8nVersions.get('2');
const tested = isFullyTested
	? 'everything, [queue mode](docs/scaling.md) too'
	: 'triggers, messages, documents, ready-made workflows';
const others = rows.filter((row) => !row.startsWith(`| ${version} `));
const latestFirst = [...others, `| ${version} | 24 | ${tested} |`].sort((a, b) =>
	b.localeCompare(a, 'en', { numeric: true }),
);
writeBlock(table, [titles, line, ...latestFirst].join('\n'));
console.log(`README.md says that the package works in n8n ${version}`);
