/** `npm run size`: what a maintainer carries, in lines, dependencies and words; generated files are left out. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');

function matching(pattern: RegExp): string[] {
	return files.filter((file) => pattern.test(file));
}

function lines(pattern: RegExp): number {
	return matching(pattern)
		.map((file) => readFileSync(file, 'utf8').split('\n').length - 1)
		.reduce((sum, count) => sum + count, 0);
}

function words(pattern: RegExp): number {
	return matching(pattern)
		.map((file) => readFileSync(file, 'utf8').match(/\p{L}[\p{L}\d'-]*/gu)?.length ?? 0)
		.reduce((sum, count) => sum + count, 0);
}

function dependencies(folder: string): string {
	const { devDependencies } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8')) as {
		devDependencies: Record<string, string>;
	};
	const lock = JSON.parse(readFileSync(`${folder}package-lock.json`, 'utf8')) as {
		packages: Record<string, unknown>;
	};
	return `${Object.keys(devDependencies).length} (${Object.keys(lock.packages).length - 1} in the lock file)`;
}

const code = (folder: string) => new RegExp(`^${folder}/.*[.][cm]?[jt]s$`);

console.table({
	'package, lines': lines(code('(nodes|credentials)')),
	'tools, lines': lines(code('tools')),
	'tests, lines': lines(/^test\/(?!sandbox|contract).*[.][cm]?[jt]s$/),
	'contract suite, lines': lines(code('test/contract')),
	'sandbox, lines': lines(code('test/sandbox')),
	'scripts, lines': lines(code('scripts')),
	'bench, lines': lines(code('bench')),
	'dependencies of the project': dependencies(''),
	'dependencies of test/e2e': dependencies('test/e2e/'),
	'dependencies of bench': dependencies('bench/'),
	'README and docs, words': words(/^(README[.]md|docs\/.*[.]md)$/),
	'other pages, words': words(/^(?!README|docs\/).*[.]md$/),
});
