/** Answers that are no success, in JSON like all of Tradecloud's. */
import type { ErrorRequestHandler, RequestHandler } from 'express';

/** Thrown by a route to answer with this status, message and, in the body beside it, details. */
export class Problem extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly details: object = {},
	) {
		super(message);
	}
}

/** Answers 404 to whatever no route has answered. */
export const unknownPath: RequestHandler = (request) => {
	throw new Problem(404, `Unknown path ${request.path}`);
};

/** Answers what was thrown: a problem's own status, 4xx of Express (malformed JSON, URI), or 500. */
export const answerProblem: ErrorRequestHandler = (error: unknown, _request, response, next) => {
	if (response.headersSent) return next(error);
	const details = error instanceof Problem ? error.details : {};
	response
		.status(statusOf(error))
		.json({ error: error instanceof Error ? error.message : 'Failed', ...details });
};

function statusOf(error: unknown): number {
	const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
	return status >= 400 && status < 600 ? status : 500;
}
