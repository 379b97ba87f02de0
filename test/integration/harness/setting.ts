/** What every integration test needs: the engine, a sandbox, and credentials for its users. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { startEngine, type Engine } from './n8n';

export interface Setting {
	engine: Engine;
	sandbox: Sandbox;
	/** Stores a credential under a new id, by default one of the sandbox's buyer for API v2. */
	credential(fields?: ICredentialDataDecryptedObject): string;
	close(): Promise<void>;
}

export const webhookSecrets = {
	webhookUsername: 'n8n',
	webhookPassword: 'webhook:sécret',
	webhookToken: 'webhook-token-4711',
};

export async function startSetting(options?: SandboxOptions): Promise<Setting> {
	const engine = await startEngine();
	const sandbox = await startSandbox({ requestsPerSecond: 0, ...options });
	let count = 0;
	return {
		engine,
		sandbox,
		credential(fields = {}) {
			const id = `credential ${++count}`;
			const { username, password } = sandbox.users.buyer;
			const apiVersion = fields.apiVersion ?? 'v2';
			const baseUrl = apiVersion === 'v1' ? sandbox.v1 : sandbox.v2;
			engine.credentials.save(id, {
				apiVersion,
				environment: 'custom',
				baseUrl,
				username,
				password,
				...webhookSecrets,
				...fields,
			});
			return id;
		},
		close: () => sandbox.close(),
	};
}
