/** Triggers that take the access tokens of the sandbox's Entra, and calls of them. */
import axios from 'axios';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import type { Fault, Tenant } from '../../sandbox';
import { workflowOf } from './n8n';
import { startSetting, type Setting } from './setting';
import { startWebhookServer, type WebhookServer } from './webhookServer';

export const event = { eventName: 'OrderIssuedByBuyer', orderEvent: { orderId: 'A-1' } };

/** What came of a call, and how often the workflow has started. */
export interface Outcome {
	status: number;
	challenge?: string;
	message?: string;
	started: number;
}

export interface EntraTrigger {
	tenant: Tenant;
	server: WebhookServer;
	/** Calls the trigger with this `Authorization` header, or none. */
	call: (authorization?: string) => Promise<Outcome>;
	/** Calls it with a token that the tenant issues now. */
	callWithToken: () => Promise<Outcome>;
	/** Orders a fault of the tenant's OpenID configuration, or of its keys. */
	fault: (document: 'configuration' | 'keys', fault: Fault) => void;
	/** How often either of them was fetched. */
	fetches: () => number;
}

/** The fields of the credential that are unlike those of the tenant. */
export type Differences = (tenant: Tenant) => ICredentialDataDecryptedObject;

const documents = {
	configuration: '/\\.well-known/openid-configuration$',
	keys: '/discovery/keys$',
};

export interface EntraSetting extends Pick<Setting, 'sandbox' | 'close'> {
	/** Starts a trigger that takes the tokens of a tenant of its own, whose keys n8n has not fetched yet. */
	trigger: (differences?: Differences, options?: INodeParameters) => Promise<EntraTrigger>;
}

export async function startEntraSetting(): Promise<EntraSetting> {
	const setting = await startSetting();
	const triggers: EntraTrigger[] = [];
	return {
		sandbox: setting.sandbox,
		trigger: async (differences = () => ({}), options = {}) => {
			const name = `tenant-${triggers.length}`;
			const started = await startTrigger(setting, name, differences, options);
			triggers.push(started);
			return started;
		},
		close: async () => {
			await Promise.all(triggers.map(({ server }) => server.close()));
			await setting.close();
		},
	};
}

async function startTrigger(
	{ engine, sandbox, ...setting }: Setting,
	name: string,
	differences: Differences,
	options: INodeParameters,
): Promise<EntraTrigger> {
	const tenant = sandbox.entra.tenant(name);
	const fields = { entraAuthority: tenant.authority, entraAudience: tenant.audience };
	const credentialId = setting.credential({ ...fields, ...differences(tenant) });
	const parameters = { authentication: 'entraJwt', options };
	const workflow = workflowOf('tradecloudTrigger', parameters, credentialId);
	const server = await startWebhookServer(engine, workflow);
	const call = (authorization?: string) => outcomeOf(server, authorization);
	return {
		tenant,
		server,
		call,
		callWithToken: () => call(`Bearer ${tenant.issue()}`),
		fault: (document, fault) =>
			sandbox.fault({ path: `^/${name}/.*${documents[document]}`, ...fault }),
		fetches: () => sandbox.calls.filter(({ path }) => path.includes(`/${name}/`)).length,
	};
}

async function outcomeOf({ url, items }: WebhookServer, authorization?: string): Promise<Outcome> {
	const headers = authorization === undefined ? {} : { Authorization: authorization };
	const answer = await axios.post<{ message?: string }>(url, event, {
		headers,
		proxy: false,
		validateStatus: () => true,
	});
	return {
		status: answer.status,
		challenge: answer.headers['www-authenticate'] as string | undefined,
		message: answer.data.message,
		started: items.length,
	};
}
