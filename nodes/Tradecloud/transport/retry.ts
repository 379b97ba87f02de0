/** How often a call is made, and what its caller reads when it does not succeed. */
import { NodeApiError, sleep } from 'n8n-workflow';
import type { JsonObject } from 'n8n-workflow';

import type { Caller, Outcome } from './caller';
import { explain, forEditor, type Subject } from './explain';
import { mayBeProcessed, mayPass, type Failure } from './failure';

const firstWaitMilliseconds = 1_000;
const longestWaitMilliseconds = 30_000;
const longestRetryAfterSeconds = 120;

/**
 * Attempts until one succeeds, as often and as long as the caller's patience lasts.
 *
 * @param attempt gets the caller with its deadline
 * @throws NodeApiError that says what happened and what to do; UserError when the credential is incomplete
 */
export async function retrying<T, Context extends Caller['context']>(
	caller: Caller<Context>,
	about: Subject,
	attempt: (caller: Caller<Context>) => Promise<Outcome<T>>,
): Promise<T> {
	const { retries, deadlineMilliseconds = Infinity } = caller.patience;
	const deadline = Math.min(caller.deadline ?? Infinity, Date.now() + deadlineMilliseconds);
	for (let attempts = 1; ; attempts++) {
		const outcome = await attempt({ ...caller, deadline });
		if (!('failure' in outcome)) return outcome.result;
		const failure = isStopped(caller)
			? { ...outcome.failure, kind: 'cancelled' as const }
			: outcome.failure;
		const wait = waitBefore(attempts + 1, failure);
		const isAllowed = mayPass(failure) && !(about.once && mayBeProcessed(failure));
		if (!isAllowed || attempts > retries || Date.now() + wait >= deadline) {
			throw apiError(caller, about, failure, { attempts, ...caller.patience });
		}
		await sleep(wait);
	}
}

function isStopped({ context }: Caller): boolean {
	return (
		'getExecutionCancelSignal' in context && Boolean(context.getExecutionCancelSignal()?.aborted)
	);
}

/**
 * Milliseconds to wait before an attempt: `Retry-After` where Tradecloud gave one, else exponential
 * back-off with full jitter. Without end when Tradecloud asks for more patience than a workflow has.
 */
function waitBefore(attempt: number, { retryAfterSeconds }: Failure): number {
	if (retryAfterSeconds !== undefined) {
		return retryAfterSeconds <= longestRetryAfterSeconds ? retryAfterSeconds * 1_000 : Infinity;
	}
	return (
		Math.random() * Math.min(longestWaitMilliseconds, firstWaitMilliseconds * 2 ** (attempt - 2))
	);
}

/** The error holds our own words and Tradecloud's; not the request, whose headers hold the login. */
function apiError(
	{ context, itemIndex }: Caller,
	about: Subject,
	failure: Failure,
	effort: Parameters<typeof explain>[2],
): NodeApiError {
	const { status, words = '' } = failure;
	const options = { ...explain(failure, about, effort), httpCode: status?.toString(), itemIndex };
	const answer: JsonObject = status === undefined ? {} : { status, body: words };
	return forEditor(new NodeApiError(context.getNode(), answer, options));
}
