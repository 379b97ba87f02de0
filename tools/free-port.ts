/** A TCP port for a server of this program's own. */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A TCP port that is free on loopback at this moment. It lies below those that outgoing connections
 * get: else one of them may hold it while the server that it is for is being restarted.
 */
export async function freePort(): Promise<number> {
	for (;;) {
		const port = randomInt(10_000, 32_000);
		const server = createServer().listen(port, '127.0.0.1');
		const isFree = await once(server, 'listening').then(
			() => true,
			() => false,
		);
		if (!isFree) continue;
		await new Promise((resolve) => server.close(resolve));
		return port;
	}
}
