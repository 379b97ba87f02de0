/** Holds back the answer of a route, so that a fault can come after its side effect. */
import type { NextFunction, Response } from 'express';

/** An answer that has not been sent. */
export interface HeldAnswer {
	status: number;
	headers: Record<string, string | string[] | number | undefined>;
	body: Buffer;
}

/** Runs the routes that follow and resolves with their whole answer, of which nothing is sent. */
export async function holdAnswer(response: Response, next: NextFunction): Promise<HeldAnswer> {
	const original = { write: response.write.bind(response), end: response.end.bind(response) };
	const chunks: Buffer[] = [];
	const keep = (chunk: unknown) => {
		if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
	};
	await new Promise<void>((resolve) => {
		response.write = (chunk: unknown) => {
			keep(chunk);
			return true;
		};
		response.end = (chunk?: unknown) => {
			keep(chunk);
			resolve();
			return response;
		};
		next();
	});
	const headers = response.getHeaders();
	const answer = { status: response.statusCode, headers, body: Buffer.concat(chunks) };
	for (const name of Object.keys(headers)) response.removeHeader(name);
	Object.assign(response, original);
	return answer;
}

/** Sends an answer that was held back. */
export function sendAnswer(response: Response, answer: HeldAnswer): void {
	setHead(response, answer);
	response.end(answer.body);
}

/** Sends the head and half of the body, then destroys the connection. */
export function sendHalf(response: Response, answer: HeldAnswer): void {
	setHead(response, answer);
	response.setHeader('Content-Length', answer.body.length);
	response.write(answer.body.subarray(0, answer.body.length / 2), () => response.socket?.destroy());
}

function setHead(response: Response, { status, headers }: HeldAnswer): void {
	response.status(status);
	for (const [name, value] of Object.entries(headers)) {
		if (value !== undefined) response.setHeader(name, value);
	}
}
