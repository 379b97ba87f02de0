/** The sandbox of the contestants, and the credentials with which they call it and are called. */
import { type Sandbox, webhookSecrets } from '../../test/sandbox';
import type { N8nInstance } from '../n8n-instance';
import type { CredentialReference, CredentialToImport } from '../n8n-session';
import { sandboxCredential } from '../sandbox-credential';

/** What Tradecloud publishes of its answers, in milliseconds: the average, and 1 s at least with Basic. */
export const publishedDelays = { login: 1_000, basic: 1_000, token: 200 };

/**
 * A credential of the buyer under an address of its own. Requests are paced for each user, ten a
 * second: so no contestant waits for another one's requests.
 */
export async function buyer(
	n8n: N8nInstance,
	sandbox: Sandbox,
	tag: string,
): Promise<CredentialReference> {
	const { username, password } = sandbox.users.buyer;
	const user = { username: username.replace('@', `+${tag}@`), password };
	return await store(n8n, sandboxCredential(tag, sandbox, user));
}

/** The same user as n8n's own nodes need it. */
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
