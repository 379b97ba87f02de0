/** Switches on n8n's guard of addresses for one of this machine; it reads these when it is asked first. */
import { Container } from '@n8n/di';

import { outside } from '../harness/outside';

export const guardedAddress = '127.43.0.1';

Object.assign((outside('node:process') as NodeJS.Process).env, {
	N8N_SSRF_PROTECTION_ENABLED: 'true',
	N8N_SSRF_BLOCKED_IP_RANGES: `${guardedAddress}/32`,
});
Container.reset();
