/** n8n in its queue mode: main, a webhook process and two workers on one database and one queue. */
import { readFileSync } from 'node:fs';
import type { LocalServer } from '../../../tools/local-server';
import { N8nProcess, type Role } from '../../../tools/n8n-process';
import { openAll } from '../../../tools/opened';
import { type Postgres, startPostgres } from '../../../tools/postgres';
import { startRedis } from '../../../tools/redis';
import { install, type Installation } from '../../e2e/harness/installation';
import { lookForSecrets } from '../../integration/harness/secrets';

/** Its `n8n` is main: it has the editor, polls, and receives calls as well. */
export interface Cluster extends Installation {
	/** The webhook process: it receives calls. */
	receiver: N8nProcess;
	/** They run the workflows. */
	workers: [N8nProcess, N8nProcess];
}

/** After how long n8n notices that a worker is gone: by itself after a minute and more. */
const soonNoticed = {
	QUEUE_WORKER_LOCK_DURATION: '6000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '2000',
};

/** Starts everything, with the packed package in it. */
export async function startCluster(): Promise<Cluster> {
	return await openAll(async (keep) => {
		const postgres = keep(await startPostgres());
		const redis = keep(await startRedis());
		const env = { ...queueMode(postgres, redis), ...soonNoticed };
		const installation = keep(await install(env));
		const { runtime, n8n } = installation;
		// One after another, as each takes a whole processor while it starts.
		const start = async (role: Role): Promise<N8nProcess> => {
			const process = await N8nProcess.create({ runtime, folder: n8n.folder, role, env });
			keep({ close: async () => await end(process) });
			await process.start();
			return process;
		};
		const receiver = await start('webhook');
		const workers: Cluster['workers'] = [await start('worker'), await start('worker')];
		return { ...installation, receiver, workers };
	});
}

/** Nobody may read a secret in the log either. */
async function end(process: N8nProcess): Promise<void> {
	await process.kill();
	lookForSecrets(process.logFile, readFileSync(process.logFile, 'utf8'));
}

/** What makes several processes one installation. */
function queueMode(postgres: Postgres, redis: LocalServer): NodeJS.ProcessEnv {
	return {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: redis.host,
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: postgres.host,
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_USER: postgres.user,
		DB_POSTGRESDB_DATABASE: postgres.database,
	};
}
