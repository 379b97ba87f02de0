/**
 * n8n-core reads these when it is asked first: a folder and a key of its own, away from any n8n of the user.
 * Each file of tests has n8n's services anew.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Container } from '@n8n/di';

import { outside } from './outside';

const { env } = outside('node:process') as NodeJS.Process;
env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'n8n-core-'));
Object.assign(env, {
	N8N_ENCRYPTION_KEY: 'a key for tests alone',
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
	N8N_LOG_LEVEL: 'silent',
	N8N_SSRF_PROTECTION_ENABLED: 'false',
});
Container.reset();
