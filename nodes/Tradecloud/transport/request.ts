/** One call of Tradecloud's API: its request, and the JSON of the answer. */
import type { IDataObject, IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';

import { baseUrl } from '../model/credential';
import { jsonOf, type Expected } from './answer';
import type { Caller, Outcome } from './caller';
import type { Subject } from './explain';
import { StreamedForm } from './form';
import { retrying } from './retry';
import { sendWithLogin } from './send';
import { secretsOf } from './words';

/** A call: where to, with what, and what it is about. */
export interface Call extends Subject, Expected {
	method: IHttpRequestMethods;
	/** Below the base URL, made by `endpoint`. */
	path: string;
	query?: IDataObject;
	body?: IDataObject | StreamedForm;
}

/** n8n's type knows only forms of one library; its client takes any. */
type FormBody = IHttpRequestOptions['body'];

/**
 * Calls Tradecloud.
 *
 * @returns the JSON of the answer
 * @throws NodeApiError that says what happened and what to do; UserError when the credential is incomplete
 */
export async function request(caller: Caller, call: Call): Promise<IDataObject> {
	return await retrying(caller, call, (bounded) => attemptOnce(bounded, call));
}

/** The same, or undefined where Tradecloud answers with one of these statuses. */
export async function requestUnless(
	caller: Caller,
	call: Call,
	statuses: number[],
): Promise<IDataObject | undefined> {
	return await retrying<IDataObject | undefined, Caller['context']>(
		caller,
		call,
		async (bounded) => {
			const outcome = await attemptOnce(bounded, call);
			if (!('failure' in outcome)) return outcome;
			const { status = 0, during } = outcome.failure;
			return during === 'request' && statuses.includes(status) ? { result: undefined } : outcome;
		},
	);
}

/** One attempt, of which nothing is repeated but what met an expired session. */
export async function attemptOnce(caller: Caller, call: Call): Promise<Outcome<IDataObject>> {
	const { method, path, query, body } = call;
	const { credential } = caller;
	const url = baseUrl(credential) + path;
	const options = { method, url, qs: query, json: true, ...content(body) };
	const sent = await sendWithLogin(caller, options);
	return 'failure' in sent ? sent : await jsonOf(sent.result, call, secretsOf(credential));
}

/**
 * The client would copy an object field by field, and leave out some names. A text it sends as it is.
 */
function content(body: Call['body']): Partial<IHttpRequestOptions> {
	if (body === undefined || body instanceof StreamedForm) return { body: body as FormBody };
	return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
