/** Switches on n8n's guard of addresses for one of this machine; it reads these when it is loaded. */

export const guardedAddress = '127.43.0.1';

process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
process.env.N8N_SSRF_BLOCKED_IP_RANGES = `${guardedAddress}/32`;
