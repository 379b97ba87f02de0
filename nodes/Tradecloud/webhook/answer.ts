/** How the trigger answers Tradecloud, which takes 2xx as delivered, repeats after 503, and gives up on all else. */
import { NodeOperationError, UserError, type IWebhookFunctions } from 'n8n-workflow';

/** What a call is answered when it does not start the workflow. */
export interface Answer {
	status: 200 | 400 | 401 | 403 | 503;
	message: string;
	headers?: Record<string, string>;
	/** What the log says, where the caller is to know less. */
	reason?: string;
}

/** Ends the examination of a call that will never be right. */
export class RefusedCall extends UserError {
	constructor(readonly answer: Answer) {
		super(answer.message);
	}
}

/**
 * What to throw after the answer to a test call, since the editor shows what a trigger throws. n8n also answers 500
 * then, of which the caller must get nothing any more.
 */
export function refusedTestCall(
	context: IWebhookFunctions,
	{ status, message, reason = message }: Answer,
): NodeOperationError {
	const response = context.getResponseObject();
	response.json = () => response;
	return new NodeOperationError(
		context.getNode(),
		`The test call was answered ${status}: ${inOneLine(reason)}`,
		{ description: 'Correct that, and click the button again: n8n has stopped waiting.' },
	);
}

/**
 * Has n8n answer 503 wherever it would answer 500, after which Tradecloud never calls again: when it cannot store the
 * execution, or the workflow stops with an error in the response mode 'When Last Node Finishes'.
 *
 * @returns the status of the answer, whoever gives it, when the answer is ended: Node.js writes no head to a caller
 *   who hung up
 */
export function answer503InPlaceOf500(context: IWebhookFunctions): Promise<number> {
	const response = context.getResponseObject();
	const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => typeof response;
	const end = response.end.bind(response) as (...args: unknown[]) => typeof response;
	response.writeHead = (status: number, ...rest: unknown[]) =>
		writeHead(inPlaceOf(status), ...rest);
	return new Promise((resolve) => {
		response.end = (...args: unknown[]) => {
			resolve(inPlaceOf(response.statusCode));
			return end(...args);
		};
	});
}

function inPlaceOf(status: number): number {
	return status === 500 ? 503 : status;
}

/** A message for the log. It may hold what the caller sent, which must not write lines of its own. */
export function inOneLine(message: string, longest = 300): string {
	return message.slice(0, longest).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
