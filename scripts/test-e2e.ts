/**
 * `npm run test:e2e`: the end-to-end tests, in the newest n8n 2 or, with `-- --n8n 1`, in n8n 1 those
 * that neither press the buttons of n8n 2 nor are about its crashes; with `-- --combine-calls`, in workflows
 * whose triggers combine calls. All other options are those of jest.
 */
import { spawnSync } from 'node:child_process';
import { argv, env, execPath, exit } from 'node:process';

import { combineCallsVariable } from '../test/e2e/harness/combineCalls';
import { n8nVersions, versionVariable } from '../tools/n8n-runtime';

const options = argv.slice(2);
const at = options.indexOf('--n8n');
const [, major = '2'] = at < 0 ? [] : options.splice(at, 2);
const combined = options.indexOf('--combine-calls');
const chosen = combined < 0 ? {} : { [combineCallsVariable]: 'yes' };
if (combined >= 0) options.splice(combined, 1);
const version = n8nVersions.get(major);
if (version === undefined) {
	console.error(`--n8n ${major} is none of ${[...n8nVersions.keys()].join(' and ')}`);
	exit(2);
}
const ofN8n2Alone =
	major === '2'
		? []
		: ['--testPathIgnorePatterns', 'e2e/(editor|firstHour|sendEditor|nginx|soak)[.]test'];
const jest = require.resolve('jest/bin/jest');
const { status } = spawnSync(
	execPath,
	[jest, '--selectProjects', 'e2e', '--runInBand', ...ofN8n2Alone, ...options],
	{ stdio: 'inherit', env: { ...env, ...chosen, [versionVariable]: version } },
);
exit(status ?? 1);
