/**
 * The environment of an n8n that runs for a demo or a test: alone, on loopback, without nagging.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Runtime, runtimePath } from './n8n-runtime';
import { cleanEnvironment } from './run-command';

/** What distinguishes one process from another. */
export interface ProcessAddress {
	runtime: Runtime;
	/** `N8N_USER_FOLDER`. */
	folder: string;
	port: number;
	brokerPort: number;
}

/** Parts of n8n that call n8n's servers or put themselves before what is to be seen. */
const unwantedModules = ['agents', 'chat-hub', 'instance-ai', 'mcp-registry', 'workflow-builder'];

/**
 * No survey, no banner, no telemetry, no template gallery, no look-up of newer versions or nodes.
 */
const silence = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_ONBOARDING_FLOW_DISABLED: 'true',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
};

/**
 * Versions of n8n differ in their modules, and refuse to start when told to leave out an unknown
 * one.
 */
function unwantedModulesOf(runtime: Runtime): string[] {
	const modules = join(runtime.folder, 'node_modules', 'n8n', 'dist', 'modules');
	return unwantedModules.filter((name) => existsSync(join(modules, name)));
}

/** The complete environment for one n8n process. */
export function n8nEnvironment(
	{ runtime, folder, port, brokerPort }: ProcessAddress,
	extra: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
	return cleanEnvironment({
		...silence,
		PATH: runtimePath(runtime),
		N8N_USER_FOLDER: folder,
		N8N_ENCRYPTION_KEY: 'n8n-nodes-tradecloud-on-this-machine-only',
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		// A worker listens only where it is told to.
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		N8N_SECURE_COOKIE: 'false',
		N8N_DISABLED_MODULES: unwantedModulesOf(runtime).join(','),
		...extra,
	});
}
