/** A TCP port for a server of this program's own. */
import { createServer } from 'node:net';

/** A TCP port that is free on loopback at this moment. */
export async function freePort(): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.on('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => {
				if (address !== null && typeof address === 'object') resolve(address.port);
				else reject(new Error('No free port'));
			});
		});
	});
}
