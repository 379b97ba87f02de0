/**
 * Runs n8n's own gate for community packages on a folder or a tarball and prints every finding,
 * warnings included: `tsx scripts/scan.mts <path> source|package`. It exits with 1 when there is one.
 */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

import { ESLint } from 'eslint';

import { temporaryFolder } from '../tools/at-exit.js';

interface Scanner {
	buildScanConfig: () => Promise<ESLint.Options['overrideConfig']>;
	SOURCE_FILE_PATTERNS: string[];
}

const { buildScanConfig, SOURCE_FILE_PATTERNS } = (await import(
	// @ts-expect-error: the scanner ships no types
	'@n8n/scan-community-package/scanner/scanner.mjs'
)) as Scanner;

/** The folder itself, or what a tarball holds, in a folder that is removed at the end. */
function folderOf(path: string): string {
	if (!path.endsWith('.tgz')) return path;
	const folder = temporaryFolder('scan');
	execFileSync('tar', ['-xzf', path, '-C', folder, '--strip-components=1']);
	return folder;
}

const [, , path, kind] = process.argv;
const folder = folderOf(resolve(path));
const patterns = kind === 'source' ? SOURCE_FILE_PATTERNS : ['**/*.js', '**/*.json'];
const eslint = new ESLint({
	cwd: folder,
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: await buildScanConfig(),
});
const results = await eslint.lintFiles(patterns);
const findings = results.flatMap(({ messages }) => messages);

console.log(await (await eslint.loadFormatter('stylish')).format(results));
console.log(`${results.length} files, ${findings.length} findings`);
process.exitCode = findings.length > 0 || results.length === 0 ? 1 : 0;
