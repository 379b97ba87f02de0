/** A customer's endpoint for webhooks that answers as a test tells it to. */
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen, portOf, stop } from './http/server';

export interface ReceivedCall {
	method: string;
	/** Path and query, encoded as they came. */
	path: string;
	headers: IncomingMessage['headers'];
	body: string;
}

export interface Receiver {
	url: string;
	received: ReceivedCall[];
	close(): Promise<void>;
}

/** Answers each call with the next status, and those after the last with the last; `hang`: never. */
export async function startReceiver(...statuses: (number | 'hang')[]): Promise<Receiver> {
	const received: ReceivedCall[] = [];
	const server = await listen((request, response) => {
		const { method = '', url: path = '', headers } = request;
		void text(request).then((body) => {
			const status = statuses[Math.min(received.length, statuses.length - 1)] ?? 200;
			received.push({ method, path, headers, body });
			if (status === 'hang') return;
			response.writeHead(status, { 'Content-Type': 'application/json' });
			response.end(JSON.stringify({ answered: status }));
		});
	}, 0);
	return { url: `http://127.0.0.1:${portOf(server)}`, received, close: () => stop(server) };
}
