/** The login of API v2: Basic in, a JWT out (Tradecloud API manual, "Authentication"). */
import { OperationalError, UserError } from 'n8n-workflow';
import type { IHttpRequestHelper, IN8nHttpFullResponse } from 'n8n-workflow';

import { baseUrl, type TradecloudCredential } from '../model/credential';
import { explain } from './explain';
import { commonOptions, failureOfThrown, type Failure } from './failure';
import { turn } from './pace';

const loginTimeoutMilliseconds = 30_000;

/** A login that did not succeed. n8n keeps it as the cause of what it throws, so the transport can read it. */
export class LoginError extends OperationalError {
	constructor(readonly failure: Failure) {
		const { message, description } = explain(failure, { subject: 'the login' });
		super(message, { description });
	}
}

/**
 * The value of `Authorization: Basic` for an integration user, in UTF-8 (RFC 7617).
 *
 * @throws UserError when the user name or the password is empty
 */
export function basicAuthorization({ username, password }: TradecloudCredential): string {
	if (!username || !password) {
		throw new UserError(
			"'Username' or 'Password' of the Tradecloud API credential is empty. Enter those of the integration user. Only the Tradecloud Trigger works without them.",
		);
	}
	return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

/**
 * Logs in with user name and password.
 *
 * @returns the access token, valid for one hour
 * @throws UserError when they are empty, LoginError when Tradecloud does not answer or accept them
 */
export async function login(
	{ helpers }: IHttpRequestHelper,
	credential: TradecloudCredential,
): Promise<string> {
	const url = `${baseUrl(credential)}/authentication/login`;
	const authorization = basicAuthorization(credential);
	const options = {
		...commonOptions,
		url,
		headers: { authorization },
		timeout: loginTimeoutMilliseconds,
	};
	await turn(credential);
	const answer = await (helpers.httpRequest(options) as Promise<IN8nHttpFullResponse>).catch(
		(thrown) => failureOfThrown(thrown, 'login'),
	);
	if ('kind' in answer) throw new LoginError(answer);
	const token = answer.headers['set-authorization'];
	if (typeof token !== 'string' || token === '') {
		throw new LoginError({ kind: 'notJson', during: 'login' });
	}
	return token;
}
