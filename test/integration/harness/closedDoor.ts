/** A way to a server that is refused at first: what a client meets while Tradecloud cannot be reached. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface ClosedDoor {
	/** Host and port at which nothing listens yet. */
	host: string;
	close(): void;
}

/** An address of this machine on which other programs do not take up free ports. */
const address = '127.42.0.1';

const socketCreated = 'net.client.socket';

/** Refuses every connection; with a port behind it only the first, and then leads there. */
export async function closeDoor(portBehind?: number): Promise<ClosedDoor> {
	const door = createServer((socket) => lead(socket, portBehind!));
	const port = await freePort(door);
	const open = () => door.listen(port, address);
	const watch = (message: unknown) => {
		const { socket } = message as { socket: Socket };
		socket.once('error', (error: NodeJS.ErrnoException & Partial<AddressInfo>) => {
			if (error.port === port && !door.listening) open();
		});
	};
	if (portBehind !== undefined) subscribe(socketCreated, watch);
	return {
		host: `${address}:${port}`,
		close() {
			unsubscribe(socketCreated, watch);
			door.close();
		},
	};
}

/** A port that was free a moment ago; nothing listens at it. */
async function freePort(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, address, resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

function lead(socket: Socket, port: number): void {
	const behind = connect(port, '127.0.0.1');
	socket.pipe(behind).pipe(socket);
	socket.on('error', () => behind.destroy());
	behind.on('error', () => socket.destroy());
}
