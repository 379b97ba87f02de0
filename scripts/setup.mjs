/**
 * Installs the packages of the lock files that are missing, so that every command works in a fresh clone:
 * those of the project, and those of the folders that are named, such as `bench`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

for (const folder of ['.', ...process.argv.slice(2)]) {
	const cwd = fileURLToPath(new URL(`../${folder}`, import.meta.url));
	if (existsSync(`${cwd}/node_modules/.package-lock.json`)) continue;
	console.log(`Installing the packages of ${folder}/package-lock.json …`);
	const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const { status } = spawnSync('npm', ['ci', ...options], {
		cwd,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (status !== 0) process.exit(status ?? 1);
}
