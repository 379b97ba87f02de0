/** What every integration test needs: the engine, a sandbox, and credentials for its users. */
import type {
	IBinaryKeyData,
	ICredentialDataDecryptedObject,
	IDataObject,
	IRun,
	NodeParameterValueType,
} from 'n8n-workflow';

import { userKey, type TradecloudCredential } from '../../../nodes/Tradecloud/model/credential';
import { bound } from '../../../nodes/Tradecloud/transport/session';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { startEngine, workflowOf, type Engine } from './n8n';

export interface Setting {
	engine: Engine;
	sandbox: Sandbox;
	/** Stores a credential under a new id, by default one of the sandbox's buyer for API v2; a token is one of its login. */
	credential(fields?: ICredentialDataDecryptedObject): string;
	/** Runs the Tradecloud node for these input items. */
	run(
		parameters: Record<string, NodeParameterValueType>,
		items?: IDataObject[],
		more?: RunOptions,
	): Promise<IRun>;
	/** The bodies that API v2 got below a path, the earliest first. */
	received(path: string): unknown[];
	close(): Promise<void>;
}

export interface RunOptions {
	/** Differences from the credential of the sandbox's buyer. */
	credential?: ICredentialDataDecryptedObject;
	/** Settings of the node, such as `onError`. */
	node?: Parameters<typeof workflowOf>[3];
	/** Binary data of each input item. */
	binary?: IBinaryKeyData;
}

export const webhookSecrets = {
	webhookUsername: 'n8n',
	webhookPassword: 'webhook:sécret',
	webhookToken: 'webhook-token-4711',
};

/** Numbers the credentials of all settings, since several may share an engine. */
let count = 0;

/** Starts a sandbox, and an engine unless there is one already. */
export async function startSetting(options?: SandboxOptions, running?: Engine): Promise<Setting> {
	const engine = running ?? (await startEngine());
	const sandbox = await startSandbox({ requestsPerSecond: 0, ...options });
	const setting: Setting = {
		engine,
		sandbox,
		credential(fields = {}) {
			const id = `credential ${++count}`;
			const { username, password } = { ...sandbox.users.buyer, ...fields };
			const apiVersion = fields.apiVersion ?? 'v2';
			const baseUrl = apiVersion === 'v1' ? sandbox.v1 : sandbox.v2;
			const login = {
				apiVersion,
				environment: 'custom',
				baseUrl,
				...webhookSecrets,
				...fields,
				// Its own address for each, since requests are paced user by user.
				username: String(username).replace('@', `+${count}@`),
				password,
			};
			const token = fields.sessionToken as string | undefined;
			const key = () => userKey(login as unknown as TradecloudCredential);
			engine.credentials.save(id, {
				...login,
				...(token && { sessionToken: bound(key(), token) }),
			});
			return id;
		},
		async run(parameters, items = [{}], { credential, node, binary } = {}) {
			const workflow = workflowOf('tradecloud', parameters, setting.credential(credential), node);
			return await engine.run(workflow, 'Tradecloud', items, binary);
		},
		received: (path) =>
			sandbox.calls.filter((call) => call.path === `/v2${path}`).map(({ body }) => body),
		close: () => sandbox.close(),
	};
	return setting;
}
