/** `npm run size`: what a maintainer carries, with the goals beside it: lines by floor, packages, words. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '..');
const tests = ['unit', 'integration', 'security', 'contract', 'package', 'e2e', 'scale', 'soak'];

/** The files that git knows under the patterns. */
function filesOf(...patterns: string[]): string[] {
	const options = ['ls-files', '-z', '--', ...patterns];
	const listed = execFileSync('git', options, { cwd: root, encoding: 'utf8' }).split('\0');
	return listed.filter((file) => file !== '');
}

function linesIn(...folders: string[]): number {
	const files = filesOf(...folders.map((folder) => `:(glob)${folder}/**/*.*[jt]s`));
	const lines = (file: string) => readFileSync(resolve(root, file), 'utf8').split('\n').length - 1;
	return files.reduce((total, file) => total + lines(file), 0);
}

function manifest(path: string): { devDependencies?: object; packages?: object } {
	return JSON.parse(readFileSync(resolve(root, path), 'utf8')) as object;
}

function packagesOf(folder: string) {
	const direct = Object.keys(manifest(`${folder}/package.json`).devDependencies ?? {}).length;
	const locked = Object.keys(manifest(`${folder}/package-lock.json`).packages ?? {}).length - 1;
	return {
		[`dependencies of ${folder}`]: direct,
		[`packages in the lock file of ${folder}`]: locked,
	};
}

/** What a command writes into a page, between its two marks. */
const generated = /<!-- (.*): begin[^]*?<!-- \1: end -->/g;
const pages = filesOf('README.md', 'docs/*.md').map((page) =>
	readFileSync(resolve(root, page), 'utf8'),
);
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
const allWords = words(pages.join('\n'));
const ownWords = words(pages.join('\n').replace(generated, ''));
const goals: Record<string, number> = {
	'dependencies of .': 30,
	'words of README and docs': 10_500,
};
const counts: Record<string, number> = {
	'lines of nodes and credentials': linesIn('nodes', 'credentials'),
	'lines of tools': linesIn('tools'),
	'lines of test/sandbox': linesIn('test/sandbox'),
	...Object.fromEntries(tests.map((name) => [`lines of test/${name}`, linesIn(`test/${name}`)])),
	'lines of scripts': linesIn('scripts'),
	'lines of bench': linesIn('bench'),
	...packagesOf('.'),
	...packagesOf('bench'),
	...packagesOf('test/e2e'),
	'words of README and docs': ownWords,
	'words that commands write there': allWords - ownWords,
};
console.table(
	Object.fromEntries(
		Object.entries(counts).map(([what, count]) => [what, { count, 'at most': goals[what] ?? '' }]),
	),
);
