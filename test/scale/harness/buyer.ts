/** Users of the sandbox who do not wait for one another, and how long Tradecloud makes each of them wait. */
import type { N8nInstance } from '../../../tools/n8n-instance';
import type { CredentialReference } from '../../../tools/n8n-session';
import { importCredential } from '../../e2e/harness/installation';
import type { Sandbox } from '../../sandbox';

/** What Tradecloud publishes of its answers, in milliseconds: the average, and 1 s at least with Basic. */
export const publishedDelays = { login: 1_000, basic: 1_000, token: 200 };

/**
 * A credential of the buyer under an address of its own. Requests are paced for each user, ten a
 * second: so none waits for the requests of another one.
 */
export async function buyer(
	n8n: N8nInstance,
	sandbox: Sandbox,
	tag: string,
): Promise<CredentialReference> {
	const { username, password } = sandbox.users.buyer;
	const user = { username: username.replace('@', `+${tag}@`), password };
	return await importCredential({ n8n, sandbox }, tag, user);
}
