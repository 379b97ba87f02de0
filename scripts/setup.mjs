/** Installs the packages of package-lock.json when they are missing, so that every command works in a fresh clone. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

if (!existsSync(`${root}/node_modules/.package-lock.json`)) {
	console.log('Installing the packages that this project develops with (about 2 minutes) …');
	const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: root,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	process.exit(status ?? 1);
}
