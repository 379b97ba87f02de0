/** The queue of faults, and how each kind of them befalls a call. */
import type { Request, RequestHandler, Response } from 'express';
import { STATUS_CODES } from 'node:http';
import type { Fault } from '../contract';
import { holdAnswer, sendAnswer, sendHalf, type HeldAnswer } from './answers';
import type { Pause } from './pause';

export class FaultQueue {
	private faults: (Fault & { times: number })[] = [];

	/** `expireToken` is called with the Authorization header of a call whose token shall expire. */
	constructor(
		private readonly pause: Pause,
		private readonly expireToken: (authorization: string | undefined) => void,
	) {}

	/** Puts a fault at the end of the queue; throws for a `path` that is no regular expression. */
	add(fault: Fault): void {
		new RegExp(fault.path ?? '');
		this.faults.push({ ...fault, times: fault.times ?? 1 });
	}

	/** Forgets the faults that are still to come. */
	clear(): void {
		this.faults = [];
	}

	/** Lets the first matching fault befall a call; must be mounted at the base of an API. */
	readonly befall: RequestHandler = async (request, response, next) => {
		const fault = this.take(request);
		if (!fault) return next();
		const isHeld = fault.after === true || fault.resetMidAnswer === true;
		const held = isHeld ? await holdAnswer(response, next) : undefined;
		await this.pause(fault.delayMs ?? 0);
		if (fault.reset) return void request.socket.destroy();
		if (fault.expireToken) this.expireToken(request.headers.authorization);
		const answer = answerOf(fault, held);
		if (!answer) return passOn(response, fault, next);
		return fault.resetMidAnswer ? sendHalf(response, answer) : sendAnswer(response, answer);
	};

	private take(request: Request): Fault | undefined {
		const index = this.faults.findIndex(
			({ method, path }) =>
				(!method || method.toUpperCase() === request.method) &&
				(!path || new RegExp(path).test(request.path)),
		);
		const fault = this.faults[index];
		if (fault && --fault.times <= 0) this.faults.splice(index, 1);
		return fault;
	}
}

/** The fault's own answer, else the true one if it was held back. */
function answerOf(fault: Fault, held: HeldAnswer | undefined): HeldAnswer | undefined {
	const status = fault.status ?? (fault.expireToken ? 401 : undefined);
	if (status === undefined && fault.body === undefined) {
		return held && { ...held, headers: { ...held.headers, ...headersOf(fault) } };
	}
	const body = fault.body ?? JSON.stringify({ error: STATUS_CODES[status ?? 200] });
	return {
		status: status ?? 200,
		headers: { 'content-type': 'application/json; charset=utf-8', ...headersOf(fault) },
		body: Buffer.from(body),
	};
}

function passOn(response: Response, fault: Fault, next: () => void): void {
	for (const [name, value] of Object.entries(headersOf(fault))) response.setHeader(name, value);
	next();
}

function headersOf({ contentType, headers }: Fault): Record<string, string> {
	return { ...(contentType && { 'content-type': contentType }), ...headers };
}
