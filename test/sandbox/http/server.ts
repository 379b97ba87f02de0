/** A server on the loopback address that can be stopped at once. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Starts it on a port of 127.0.0.1, 0 for any that is free; rejects where the port is taken. */
export function listen(listener: RequestListener, port: number): Promise<Server> {
	// A client's idle connection must not be closed while it sends the next call on it.
	const server = createServer({ keepAliveTimeout: 60_000 }, listener);
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve(server));
	});
}

/** The port that a server got. */
export function portOf(server: Server): number {
	return (server.address() as AddressInfo).port;
}

/** Stops a server and destroys its open connections. */
export function stop(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
