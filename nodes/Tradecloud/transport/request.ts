/** One call of Tradecloud: paced, repeated while the fault may pass, its failure put into words. */
import { NodeApiError, NodeOperationError, sleep } from 'n8n-workflow';
import type {
	IAllExecuteFunctions,
	IDataObject,
	IHttpRequestMethods,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	JsonObject,
	UserError,
} from 'n8n-workflow';

import { baseUrl, type TradecloudCredential } from '../model/credential';
import { explain, type Subject } from './explain';
import { commonOptions, mayBeProcessed, mayPass, type Failure } from './failure';
import { StreamedForm } from './form';
import { basicAuthorization } from './login';
import { adapt, turn } from './pace';
import { send } from './send';
import { wordsOf } from './words';

/** A call: where to, with what, and what it is about. */
export interface Call extends Subject {
	method: IHttpRequestMethods;
	/** Below the base URL, made by `endpoint`. */
	path: string;
	query?: IDataObject;
	body?: IDataObject | StreamedForm;
	/**
	 * Which answer without a body is a success: any where Tradecloud documents no answer, only 204
	 * where it documents one, and none of a call that reads.
	 */
	mayBeEmpty?: 'any' | '204';
	/** Whether the answer is a list, which stands in its field `data`. */
	isList?: boolean;
}

/** How patient to be. */
export interface Patience {
	/** Repetitions after the first try, for faults that may pass. */
	retries: number;
	timeoutMilliseconds: number;
}

export const defaultPatience: Patience = { retries: 4, timeoutMilliseconds: 30_000 };

/** For when somebody waits for the answer: Tradecloud for that of the webhook, or a user in the editor. */
export const shortPatience: Patience = { retries: 1, timeoutMilliseconds: 10_000 };

/** Who calls: n8n's context, the decrypted credential, and the item that the call is for. */
export interface Caller {
	context: IAllExecuteFunctions;
	credential: TradecloudCredential;
	patience: Patience;
	itemIndex?: number;
}

/** n8n's type knows only forms of one library; its client takes any. */
type FormBody = IHttpRequestOptions['body'];

const firstWaitMilliseconds = 1_000;
const longestWaitMilliseconds = 30_000;
const longestRetryAfterSeconds = 120;

/**
 * Calls Tradecloud.
 *
 * @returns the JSON of the answer
 * @throws NodeApiError that says what happened and what to do; NodeOperationError when the credential is incomplete
 */
export async function request(caller: Caller, call: Call): Promise<IDataObject> {
	return await retrying(caller, call, () => attemptOnce(caller, call));
}

/** The same, or undefined where Tradecloud answers with one of these statuses. */
export async function requestUnless(
	caller: Caller,
	call: Call,
	statuses: number[],
): Promise<IDataObject | undefined> {
	return await retrying<IDataObject | undefined>(caller, call, async () => {
		const outcome = await attemptOnce(caller, call);
		if (!('failure' in outcome)) return outcome;
		const { status = 0, during } = outcome.failure;
		return during === 'request' && statuses.includes(status) ? { result: undefined } : outcome;
	});
}

/** What came of one attempt. */
export type Outcome<T> = { result: T } | { failure: Failure };

/** Attempts until one succeeds, as often and as long as the caller's patience lasts. */
export async function retrying<T>(
	caller: Caller,
	call: Subject,
	attemptOnce: () => Promise<Outcome<T>>,
): Promise<T> {
	const { retries } = caller.patience;
	for (let attempt = 1; ; attempt++) {
		const outcome = await attemptOnce();
		adapt(caller.credential, 'failure' in outcome && outcome.failure.status === 429);
		if (!('failure' in outcome)) return outcome.result;
		const { failure } = outcome;
		const wait = waitBefore(attempt + 1, failure);
		const again = mayPass(failure) && !(call.once && mayBeProcessed(failure));
		if (attempt > retries || !again || wait === undefined) {
			throw apiError(caller, call, failure, attempt);
		}
		await sleep(wait);
	}
}

/** One attempt, of which nothing is repeated but what met an expired session. */
export async function attemptOnce(caller: Caller, call: Call): Promise<Outcome<IDataObject>> {
	const { method, path, query, body } = call;
	const { credential, patience } = caller;
	const base = checkedBaseUrl(caller);
	await turn(credential);
	const sent = await send(caller, {
		...commonOptions,
		method,
		url: base + path,
		qs: query,
		...content(body),
		timeout: patience.timeoutMilliseconds,
	});
	return 'failure' in sent ? sent : jsonOf(sent.result, call);
}

/**
 * The client would copy an object field by field, and leave out some names. A text it sends as it is.
 */
function content(body: Call['body']): Partial<IHttpRequestOptions> {
	if (body === undefined || body instanceof StreamedForm) return { body: body as FormBody };
	return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

/** The base URL of a credential that has all that a call needs. */
function checkedBaseUrl(caller: Caller): string {
	try {
		basicAuthorization(caller.credential);
		return baseUrl(caller.credential);
	} catch (error) {
		throw operationError(caller, error as UserError);
	}
}

function jsonOf(
	{ statusCode, body }: IN8nHttpFullResponse,
	{ mayBeEmpty, isList }: Call,
): Outcome<IDataObject> {
	if (typeof body === 'object' && body !== null) {
		const json = body as IDataObject;
		const isWhole = !isList || Array.isArray(json.data);
		return isWhole
			? { result: json }
			: { failure: { kind: 'incomplete', during: 'request', words: wordsOf(body) } };
	}
	const text = String(body ?? '').trim();
	const isSuccess = mayBeEmpty === 'any' || (mayBeEmpty === '204' && statusCode === 204);
	if (text === '' && isSuccess) return { result: {} };
	return text === '' || text.startsWith('{')
		? { failure: { kind: 'incomplete', during: 'request' } }
		: { failure: { kind: 'notJson', during: 'request', words: wordsOf(text) } };
}

/**
 * Milliseconds to wait before an attempt: `Retry-After` where Tradecloud gave one, else exponential
 * back-off with full jitter. Undefined when Tradecloud asks for more patience than a workflow has.
 */
function waitBefore(attempt: number, { retryAfterSeconds }: Failure): number | undefined {
	if (retryAfterSeconds !== undefined) {
		return retryAfterSeconds <= longestRetryAfterSeconds ? retryAfterSeconds * 1000 : undefined;
	}
	return (
		Math.random() * Math.min(longestWaitMilliseconds, firstWaitMilliseconds * 2 ** (attempt - 2))
	);
}

/** The error holds our own words and Tradecloud's; not the request, whose headers hold the login. */
function apiError(caller: Caller, call: Subject, failure: Failure, attempts: number): NodeApiError {
	const { context, patience, itemIndex } = caller;
	const { status, words = '' } = failure;
	const explanation = explain(failure, call, { attempts, ...patience });
	const options = { ...explanation, httpCode: status?.toString(), itemIndex };
	const answer: JsonObject = status === undefined ? {} : { status, body: words };
	return new NodeApiError(context.getNode(), answer, options);
}

function operationError({ context, itemIndex }: Caller, error: UserError): NodeOperationError {
	return new NodeOperationError(context.getNode(), error.message, { itemIndex });
}
