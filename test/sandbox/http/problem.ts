/** Answers that are no success. */
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

/**
 * Answers what was thrown: a problem's own status, 4xx of Express (malformed JSON, URI), or 500.
 * API v2 answers a 401 with a plain text (SDK: authentication/Authentication/README.md). Guess: all else
 * is JSON with the field `error`; who shows the body as it came shows either.
 */
export const answerProblem: ErrorRequestHandler = (error: unknown, request, response, next) => {
	if (response.headersSent) return next(error);
	const details = error instanceof Problem ? error.details : {};
	const message = error instanceof Error ? error.message : 'Failed';
	response.status(statusOf(error));
	if (response.statusCode === 401 && request.originalUrl.startsWith('/v2/')) {
		response.type('text/plain').send(message);
	} else response.json({ error: message, ...details });
};

function statusOf(error: unknown): number {
	const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
	return status >= 400 && status < 600 ? status : 500;
}
