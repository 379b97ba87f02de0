/** The login of API v2: Basic in, a JWT out (Tradecloud API manual, "Authentication"). */
import { createHash } from 'crypto';

import { OperationalError, UserError } from 'n8n-workflow';
import type { IHttpRequestHelper, IN8nHttpFullResponse } from 'n8n-workflow';

import { baseUrl, type TradecloudCredential } from '../model/credential';
import { explain } from './explain';
import { commonOptions, failureOfThrown, type Failure } from './failure';
import { turn } from './pace';

const loginTimeoutMilliseconds = 30_000;

/**
 * A login that did not succeed. What n8n throws in its place has in its context the data of a
 * response, where the transport finds the failure again.
 */
export class LoginError extends OperationalError {
	readonly response: { data: { login: Failure } };

	constructor(readonly failure: Failure) {
		const { message, description } = explain(failure, { subject: 'the login' });
		super(message, { description });
		this.response = { data: { login: failure } };
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

/** A session that began in this process of n8n. */
interface Session {
	/** The login, under way or done. */
	login: Promise<string>;
	isDone: boolean;
	/** The token that it took the place of; empty where there was none. */
	replaced: string;
	beganAt: number;
}

/** The latest session of each user, under a digest of address, user name and password. */
const sessions = new Map<string, Session>();

/** Longer than any request holds on to the token with which it was sent. */
const shareableMilliseconds = 120_000;

/**
 * A token in place of the one that the credential holds. When a token has expired, each execution
 * finds out for itself; those of one process share a login.
 *
 * @returns the access token, valid for one hour
 * @throws UserError when user name or password is empty, an OperationalError when Tradecloud does not answer or accept them
 */
export async function newToken(
	helper: IHttpRequestHelper,
	credential: TradecloudCredential,
): Promise<string> {
	const latestBeginning = Date.now() - shareableMilliseconds;
	for (const [user, { beganAt }] of sessions) {
		if (beganAt < latestBeginning) sessions.delete(user);
	}
	const user = digest([baseUrl(credential), basicAuthorization(credential)]);
	const known = sessions.get(user);
	const replaced = credential.sessionToken;
	if (known && (!known.isDone || known.replaced === replaced)) return await known.login;
	const session: Session = {
		login: login(helper, credential),
		isDone: false,
		replaced,
		beganAt: Date.now(),
	};
	sessions.set(user, session);
	void session.login.then(
		() => (session.isDone = true),
		() => sessions.delete(user),
	);
	return await session.login;
}

function digest(parts: string[]): string {
	return createHash('sha256').update(parts.join(' ')).digest('hex');
}

async function login(
	{ helpers }: IHttpRequestHelper,
	credential: TradecloudCredential,
): Promise<string> {
	const options = {
		...commonOptions,
		url: `${baseUrl(credential)}/authentication/login`,
		headers: { authorization: basicAuthorization(credential) },
		timeout: loginTimeoutMilliseconds,
	};
	await turn(credential);
	const answer = await (helpers.httpRequest(options) as Promise<IN8nHttpFullResponse>).catch(
		(thrown) => failureOfThrown(thrown, 'login'),
	);
	if ('kind' in answer) throw new LoginError(answer);
	const token = answer.headers['set-authorization'];
	if (typeof token === 'string' && token !== '') return token;
	// Tradecloud answers a login with JSON, and, where a second factor is wanted, without a token.
	const isJson = typeof answer.body === 'object' && answer.body !== null;
	throw new LoginError({ kind: isJson ? 'noToken' : 'notJson', during: 'login' });
}
