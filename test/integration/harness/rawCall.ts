/** A call over a bare socket, for what no HTTP client would send. */
import { connect } from 'node:net';

export interface RawAnswer {
	status: number;
	/** Names in lower case; without the date, which says nothing. */
	headers: Record<string, string>;
	body: string;
}

/**
 * Sends bytes as they are and reads until the server closes; rejects when no answer comes.
 *
 * @param head the request line and the headers, without `Host`, `Content-Length` and `Connection`
 */
export async function rawCall(url: string, head: string[], body: Buffer): Promise<RawAnswer> {
	const { hostname, port, host } = new URL(url);
	const [requestLine, ...headers] = head;
	const lines = [
		requestLine,
		`Host: ${host}`,
		...headers,
		`Content-Length: ${body.length}`,
		'Connection: close',
		'',
		'',
	];
	const answer = await new Promise<string>((resolve, reject) => {
		const chunks: Buffer[] = [];
		const socket = connect(Number(port), hostname);
		socket.setTimeout(30_000, () => socket.destroy(new Error('No answer came')));
		socket.on('data', (chunk) => chunks.push(chunk));
		// A server that refuses a large body closes while it is sent: what it answered counts.
		socket.on('error', (error) => chunks.length === 0 && reject(error));
		socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
		socket.write(Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), body]));
	});
	return parsed(answer);
}

function parsed(answer: string): RawAnswer {
	const [head, ...rest] = answer.split('\r\n\r\n');
	const [statusLine, ...lines] = head.split('\r\n');
	const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]);
	if (!status) throw new Error(`No HTTP answer came: ${JSON.stringify(answer.slice(0, 200))}`);
	const headers = lines.map((line): [string, string] => {
		const [name, ...value] = line.split(': ');
		return [name.toLowerCase(), value.join(': ')];
	});
	return {
		status,
		headers: Object.fromEntries(headers.filter(([name]) => name !== 'date')),
		body: rest.join('\r\n\r\n'),
	};
}
