/** n8n in its queue mode: main, a webhook process and two workers on one database and one queue. */
import type { LocalServer } from '../../../scripts/local-server';
import { N8nProcess } from '../../../scripts/n8n-process';
import { ensureRuntime } from '../../../scripts/n8n-runtime';
import { type Postgres, startPostgres } from '../../../scripts/postgres';
import { startRedis } from '../../../scripts/redis';
import { install, type Installation } from '../../e2e/harness/installation';

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
	const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
	const env = { ...queueMode(postgres, redis), ...soonNoticed };
	const installation = await install(env);
	const { folder } = installation.n8n;
	const runtime = await ensureRuntime();
	const receiver = await N8nProcess.create({ runtime, folder, role: 'webhook', env });
	const workers: Cluster['workers'] = [
		await N8nProcess.create({ runtime, folder, role: 'worker', env }),
		await N8nProcess.create({ runtime, folder, role: 'worker', env }),
	];
	// One after another, as each takes a whole processor while it starts.
	for (const process of [receiver, ...workers]) await process.start();
	return {
		...installation,
		receiver,
		workers,
		async close() {
			await Promise.all([receiver, ...workers].map(async (process) => await process.kill()));
			await installation.close();
			await Promise.all([postgres.close(), redis.close()]);
		},
	};
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
