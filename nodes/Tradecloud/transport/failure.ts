/** Why a call of Tradecloud did not succeed, told without any secret. */
import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { wordsOf } from './words';

/** The one shape in which the transport speaks of a call that did not succeed. */
export interface Failure {
	kind:
		| 'status' // Tradecloud answered with `status`
		| 'notJson' // it answered, with something else than JSON
		| 'incomplete' // it answered, with nothing or with JSON that is cut off
		| 'tooLarge' // it answered, with more than a workflow can hold
		| 'linkExpired' // the link to a file, which is valid for a minute, leads nowhere
		| 'noToken' // it took the login, and gave no token
		| 'sessionRefused' // it took the login, but not the session of it
		| 'unreachable' // no connection: the request certainly did not arrive
		| 'untrusted' // its TLS certificate is not valid
		| 'timeout' // no answer in time: the request may have been processed
		| 'broken' // the connection ended before the answer: the same
		| 'cancelled' // the execution was stopped
		| 'unforeseen'; // none of these: `words` are those of the fault itself
	/** What was on its way: the login, the request itself, or nothing yet. */
	during: 'login' | 'request' | 'nothing';
	status?: number;
	/** Tradecloud's own words. */
	words?: string;
	/** What `Retry-After` asks for. */
	retryAfterSeconds?: number;
	/** Node's code of a fault, such as ECONNREFUSED. */
	code?: string;
}

/** The faults of the network that are known, by Node's codes and those of its HTTP clients. */
const networkFaults: Array<[RegExp, Failure['kind']]> = [
	[
		/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/,
		'unreachable',
	],
	[/CERT|SIGNATURE|^ERR_TLS|^ERR_SSL|^EPROTO$|^HOSTNAME_MISMATCH$/, 'untrusted'],
	[/^(ECONNABORTED|ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_\w+_TIMEOUT)$/, 'timeout'],
	[
		/^(ECONNRESET|EPIPE|ERR_NETWORK|ERR_STREAM_PREMATURE_CLOSE|UND_ERR_(SOCKET|CLOSED)|HPE_\w+|Z_\w+)$/,
		'broken',
	],
	[/^ERR_CANCELED$/, 'cancelled'],
];

const passing = new Set<Failure['kind']>([
	'broken',
	'incomplete',
	'linkExpired',
	'timeout',
	'unreachable',
]);

/** Whether trying again may help: 429, any 5xx, time-outs, broken connections and answers. */
export function mayPass({ kind, status = 0 }: Failure): boolean {
	return kind === 'status' ? status === 429 || status >= 500 : passing.has(kind);
}

const undecided = new Set<Failure['kind']>([
	'broken',
	'cancelled',
	'incomplete',
	'notJson',
	'timeout',
	'tooLarge',
	'unforeseen',
]);

/** Whether Tradecloud may have processed the request all the same, so that sending it again might double it. */
export function mayBeProcessed({ kind, during, status = 0 }: Failure): boolean {
	if (during !== 'request') return false;
	return kind === 'status' ? status >= 500 : undecided.has(kind);
}

/** What is read of an error. n8n 2 keeps the cause in its own error, and n8n 1 does not. */
interface Thrown {
	message?: string;
	code?: string;
	httpCode?: string | null;
	cause?: Thrown;
	/** Of axios, once the request is on its way. */
	request?: unknown;
	response?: {
		status: number;
		headers?: IN8nHttpFullResponse['headers'];
		data?: unknown;
	};
}

/** The fault of a request that n8n's HTTP client, or n8n itself, threw. */
export function failureOfThrown(thrown: unknown, during: Failure['during']): Failure {
	const { httpCode, cause } = thrown as Thrown;
	const fault = (httpCode !== undefined && cause) || (thrown as Thrown);
	const { code = httpCode ?? undefined, message, request, response } = fault;
	if (response && response.status >= 300) {
		return failureOfAnswer(response.status, response.headers ?? {}, wordsOf(response.data), during);
	}
	const [, kind] = networkFaults.find(([codes]) => codes.test(code ?? '')) ?? [];
	if (kind) return { kind, during, code };
	// Of n8n 1 it is not known, where there is a code.
	const isOnItsWay = request !== undefined || (fault === thrown && Boolean(httpCode));
	return {
		kind: 'unforeseen',
		during: isOnItsWay ? during : 'nothing',
		words: wordsOf(message),
		...(code && { code }),
	};
}

/** The failure that an answer with a status outside 2xx is. */
export function failureOfAnswer(
	status: number,
	headers: IN8nHttpFullResponse['headers'],
	words: string | undefined,
	during: Failure['during'],
): Failure {
	return {
		kind: 'status',
		during,
		status,
		words,
		retryAfterSeconds: secondsOf(headers['retry-after']),
	};
}

/** `Retry-After` in seconds from now: it holds a number of seconds or a date (RFC 9110). */
function secondsOf(retryAfter: unknown): number | undefined {
	if (typeof retryAfter !== 'string' || retryAfter.trim() === '') return undefined;
	const seconds = Number(retryAfter);
	const wait = Number.isNaN(seconds) ? (Date.parse(retryAfter) - Date.now()) / 1000 : seconds;
	return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** What every call has in common. A redirect would carry the login elsewhere: none is followed. */
export const commonOptions = {
	json: true,
	returnFullResponse: true,
	disableFollowRedirect: true,
} satisfies Partial<IHttpRequestOptions>;
