/** Why a call of Tradecloud did not succeed, told without any secret. */
import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { wordsOf } from './words';

/** The one shape in which the transport speaks of a call that did not succeed. */
export interface Failure {
	kind:
		| 'status' // Tradecloud answered with `status`
		| 'notJson' // it answered, with something else than JSON
		| 'incomplete' // it answered, with nothing or with JSON that is cut off
		| 'linkExpired' // the link to a file, which is valid for a minute, leads nowhere
		| 'noToken' // it took the login, and gave no token
		| 'sessionRefused' // it took the login, but not the session of it
		| 'unreachable' // no connection: the request certainly did not arrive
		| 'untrusted' // its TLS certificate is not valid
		| 'timeout' // no answer in time: the request may have been processed
		| 'broken' // the connection ended before the answer: the same
		| 'cancelled'; // the execution was stopped
	/** Whether the login was on its way, or the request itself. */
	during: 'login' | 'request';
	status?: number;
	/** Tradecloud's own words. */
	words?: string;
	/** What `Retry-After` asks for. */
	retryAfterSeconds?: number;
	/** Node's code of a network fault, such as ECONNREFUSED. */
	code?: string;
}

const unreachable = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/;
const untrusted = /CERT|SIGNATURE|ERR_TLS|EPROTO/;
const timeout = /^(ECONNABORTED|ETIMEDOUT)$/;

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
]);

/** Whether Tradecloud may have processed the request all the same, so that sending it again might double it. */
export function mayBeProcessed({ kind, during, status = 0 }: Failure): boolean {
	if (during === 'login') return false;
	return kind === 'status' ? status >= 500 : undecided.has(kind);
}

/** The fault of a request that n8n's HTTP client threw, as far as it is one of axios. */
export function failureOfThrown(thrown: unknown, during: Failure['during']): Failure {
	const { code, response } = thrown as { code?: string; response?: AxiosResponse };
	if (response && response.status >= 300) {
		return failureOfAnswer(response.status, response.headers ?? {}, response.data, during);
	}
	return { kind: kindOf(code ?? ''), during, code };
}

interface AxiosResponse {
	status: number;
	headers?: IN8nHttpFullResponse['headers'];
	data?: unknown;
}

function kindOf(code: string): Failure['kind'] {
	if (code === 'ERR_CANCELED') return 'cancelled';
	if (unreachable.test(code)) return 'unreachable';
	if (timeout.test(code)) return 'timeout';
	return untrusted.test(code) ? 'untrusted' : 'broken';
}

/** The failure that an answer with a status outside 2xx is. */
export function failureOfAnswer(
	status: number,
	headers: IN8nHttpFullResponse['headers'],
	body: unknown,
	during: Failure['during'],
): Failure {
	return {
		kind: 'status',
		during,
		status,
		words: wordsOf(body),
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

/** What every call of Tradecloud has in common. A redirect would carry the login elsewhere: none is followed. */
export const commonOptions = {
	json: true,
	returnFullResponse: true,
	disableFollowRedirect: true,
} satisfies Partial<IHttpRequestOptions>;
