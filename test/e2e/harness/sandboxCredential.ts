/** The credential of a user of the sandbox, with the secrets that its webhooks send. */
import { type Sandbox, type User, webhookSecrets } from '../../sandbox';
import type { CredentialToImport } from '../../../tools/n8n-session';

/** Ready to be imported into an n8n. */
export function sandboxCredential(
	name: string,
	{ v2 }: Sandbox,
	{ username, password }: Pick<User, 'username' | 'password'>,
): CredentialToImport {
	const data = {
		apiVersion: 'v2',
		environment: 'custom',
		baseUrl: v2,
		username,
		password,
		webhookUsername: webhookSecrets.username,
		webhookPassword: webhookSecrets.password,
	};
	return { name, type: 'tradecloudApi', data };
}
