/** One request with the login of the caller, and what n8n makes of one that does not succeed. */
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	NodeApiError,
} from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';
import { failureOfAnswer, failureOfThrown, type Failure } from './failure';
import type { Caller, Outcome } from './request';

/**
 * Sends a request with the caller's login. n8n would read the credential anew for each request, so it
 * is given the caller's. Only when that session has expired, n8n reads it, and logs in where nobody
 * else has done so.
 */
export async function send(
	caller: Caller,
	options: IHttpRequestOptions,
): Promise<Outcome<IN8nHttpFullResponse>> {
	const { context, credential } = caller;
	const data = credential as TradecloudCredential & ICredentialDataDecryptedObject;
	const credentialsDecrypted = { id: '', name: credentialName, type: credentialName, data };
	try {
		const answer = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			credentialName,
			{ ...options, ignoreHttpStatusErrors: true },
			{ credentialsDecrypted },
		)) as IN8nHttpFullResponse;
		const { statusCode, headers, body } = answer;
		if (statusCode < 300) return { result: answer };
		return statusCode === 401 && credential.apiVersion === 'v2'
			? { result: await sendInNewSession(caller, options) }
			: { failure: failureOfAnswer(statusCode, headers, body, 'request') };
	} catch (thrown) {
		const failure = failureOfSending(thrown);
		const isSession = failure.status === 401 && failure.during === 'request';
		return { failure: isSession ? { ...failure, kind: 'sessionRefused' } : failure };
	}
}

/** The caller goes on with the session that then stands in the credential, or finds the old one expired once more. */
async function sendInNewSession(
	{ context, credential }: Caller,
	options: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	const answer = (await context.helpers.httpRequestWithAuthentication.call(
		context,
		credentialName,
		options,
	)) as IN8nHttpFullResponse;
	// What was answered is not to be lost because the credential cannot be read at this moment.
	Object.assign(credential, await context.getCredentials(credentialName).catch(() => ({})));
	return answer;
}

/** What came of a request, by what n8n has thrown. n8n 1 keeps no cause in it. */
export function failureOfSending(thrown: unknown): Failure {
	const { cause, context, httpCode } = thrown as NodeApiError;
	const { login, ...data } = (context.data ?? {}) as IDataObject & { login?: Failure };
	if (login) return login;
	const status = Number(httpCode);
	const found = status ? { response: { status, data } } : { code: httpCode };
	return failureOfThrown(cause ?? found, 'request');
}
