/** How the trigger answers Tradecloud, which takes 2xx as delivered, repeats after 503, and gives up on all else. */
import { UserError, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';

/** Ends the examination of a call: it is answered like this, and the workflow does not start. */
export class Answer extends UserError {
	constructor(
		readonly status: 200 | 400 | 401 | 403 | 503,
		message: string,
		readonly headers: Record<string, string> = {},
		/** What the log says, where the caller is to know less. */
		readonly reason = message,
	) {
		super(message);
	}
}

/** Sends an answer. */
export function send(
	context: IWebhookFunctions,
	{ status, message, headers }: Answer,
): IWebhookResponseData {
	context.getResponseObject().status(status).set(headers).json({ message });
	return { noWebhookResponse: true };
}

/**
 * Has n8n answer 503 wherever it would answer 500: when it cannot store the execution, or when the
 * workflow stops with an error in the response mode 'When Last Node Finishes'. Tradecloud never
 * repeats a call that was answered 500.
 */
export function answer503InPlaceOf500(context: IWebhookFunctions): void {
	const response = context.getResponseObject();
	const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => typeof response;
	response.writeHead = (status: number, ...rest: unknown[]) =>
		writeHead(status === 500 ? 503 : status, ...rest);
}

/** A message for the log. It may hold what the caller sent, which must not write lines of its own. */
export function inOneLine(message: string): string {
	return message.slice(0, 300).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
