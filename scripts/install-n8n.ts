/** Installs the n8n of each major version, the one first that is needed first. */
import { ensureRuntime, n8nVersions } from '../tools/n8n-runtime';

async function main(): Promise<void> {
	for (const major of ['2', '1']) await ensureRuntime(n8nVersions.get(major));
}

void main();
