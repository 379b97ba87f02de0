/** A Redis of this program's own, from Debian's package `redis-server`; it keeps nothing on disk. */
import { type LocalServer, startLocalServer } from './local-server';

/** Starts Redis on a free port of loopback; resolves when it is ready. */
export async function startRedis(): Promise<LocalServer> {
	return await startLocalServer({
		name: 'Redis',
		start: ({ folder, host, port }) => [
			...['redis-server', '--bind', host, '--port', String(port), '--dir', folder],
			...['--save', '', '--appendonly', 'no'],
		],
		readyLine: 'Ready to accept connections',
	});
}
