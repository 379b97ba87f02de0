/** Records every call of the API for those who want to see what a client really sent. */
import type { RequestHandler } from 'express';
import type { RecordedCall } from '../contract';

/** Appends each call to `calls` when it arrives, and its status when its answer ends. */
export function recordCalls(calls: RecordedCall[]): RequestHandler {
	return (request, response, next) => {
		const call: RecordedCall = {
			method: request.method,
			path: request.originalUrl,
			authorization: schemeOf(request.headers.authorization),
			at: new Date().toISOString(),
		};
		calls.push(call);
		response.locals.call = call;
		const end = response.end.bind(response) as (...chunk: unknown[]) => typeof response;
		response.end = (...chunk: unknown[]) => {
			call.status = response.statusCode;
			return end(...chunk);
		};
		next();
	};
}

/** Adds the parsed body to the call that was recorded. */
export const recordBody: RequestHandler = (request, response, next) => {
	const call = response.locals.call as RecordedCall;
	if (request.body !== undefined) call.body = request.body as unknown;
	next();
};

function schemeOf(authorization: string | undefined): RecordedCall['authorization'] {
	const scheme = authorization?.split(' ')[0].toLowerCase();
	if (scheme === 'basic') return 'Basic';
	return scheme === 'bearer' ? 'Bearer' : undefined;
}
