/** The credentials with which n8n's own nodes call the sandbox and are called by it. */
import { type Sandbox, webhookSecrets } from '../test/sandbox';
import type { N8nInstance } from '../tools/n8n-instance';
import type { CredentialReference, CredentialToImport } from '../tools/n8n-session';

/** The sandbox's buyer. */
export async function buyerBasic(
	n8n: N8nInstance,
	{ users }: Sandbox,
): Promise<CredentialReference> {
	const { username, password } = users.buyer;
	return await store(n8n, basicAuth('buyer', { user: username, password }));
}

/** With which Tradecloud calls n8n's own Webhook node. */
export async function webhookBasic(n8n: N8nInstance): Promise<CredentialReference> {
	const { username, password } = webhookSecrets;
	return await store(n8n, basicAuth('webhook', { user: username, password }));
}

function basicAuth(name: string, data: { user: string; password: string }): CredentialToImport {
	return { name, type: 'httpBasicAuth', data };
}

async function store(n8n: N8nInstance, credential: CredentialToImport) {
	const [reference] = await n8n.importCredentials([credential]);
	return reference;
}
