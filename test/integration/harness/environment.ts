/** n8n-core reads these when it is loaded: a folder and a key of its own, away from any n8n of the user. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { outside } from './outside';

/** An address of this machine that n8n's guard of addresses does not let requests go to. */
export const guardedAddress = '127.43.0.1';

const { env } = outside('node:process') as NodeJS.Process;
env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'n8n-core-'));
Object.assign(env, {
	N8N_ENCRYPTION_KEY: 'a key for tests alone',
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
	N8N_LOG_LEVEL: 'silent',
	N8N_SSRF_PROTECTION_ENABLED: 'true',
	N8N_SSRF_BLOCKED_IP_RANGES: `${guardedAddress}/32`,
});
