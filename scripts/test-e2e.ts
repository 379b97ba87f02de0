/**
 * `npm run test:e2e`: the end-to-end tests, in the n8n 2 that all is tested with, or in the one that `--n8n`
 * names by its major or whole version; in n8n 1 those that neither press the buttons of n8n 2 nor are about
 * its crashes. With `--short` only what users do every day; with `--combine-calls`
 * in workflows whose triggers combine calls. All other options are those of jest.
 */
import { spawnSync } from 'node:child_process';
import { argv, env, execPath, exit } from 'node:process';

import { combineCallsVariable } from '../test/e2e/harness/combineCalls';
import { n8nVersions, versionVariable } from '../tools/n8n-runtime';

const options = argv.slice(2);

/** Takes an option, and so many values behind it, out of those for jest. */
function taken(option: string, values: number): string[] | undefined {
	const at = options.indexOf(option);
	return at < 0 ? undefined : options.splice(at, 1 + values).slice(1);
}

const [wanted = '2'] = taken('--n8n', 1) ?? [];
const version = n8nVersions.get(wanted) ?? wanted;
if (!/^[12]\.\d+\.\d+$/.test(version)) {
	console.error(`--n8n ${wanted} is neither 1 nor 2 nor a version such as 2.42.0`);
	exit(2);
}
const everyDay = 'e2e/(webhooks|poll|exchange|documents|workflows)[.]test';
const ofN8n2Alone = 'e2e/(editor|firstHour|sendEditor|nginx|soak)[.]test';
if (taken('--short', 0)) options.push('--testPathPatterns', everyDay);
if (version.startsWith('1.')) options.push('--testPathIgnorePatterns', ofN8n2Alone);
const chosen = taken('--combine-calls', 0) ? { [combineCallsVariable]: 'yes' } : {};
const jest = require.resolve('jest/bin/jest');
const { status } = spawnSync(
	execPath,
	[jest, '--selectProjects', 'e2e', '--runInBand', ...options],
	{ stdio: 'inherit', env: { ...env, ...chosen, [versionVariable]: version } },
);
exit(status ?? 1);
