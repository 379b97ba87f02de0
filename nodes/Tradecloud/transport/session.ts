/**
 * The sessions of API v2: Basic in, a JWT out (manual: security/authentication.md). Each belongs to the
 * login that it was got for, and this file alone makes and forgets them.
 */
import { jsonParse, sleep } from 'n8n-workflow';
import type { IHttpRequestHelper } from 'n8n-workflow';

import {
	baseUrl,
	basicAuthorization,
	credentialName,
	userKey,
	type TradecloudCredential,
} from '../model/credential';
import { Memory } from '../model/memory';
import { valueAt } from '../model/order';
import { outcomeOf, jsonOf, streamed } from './answer';
import type { Caller, Outcome } from './caller';
import { inTurn } from './pace';
import { secretsOf } from './words';

const loginMilliseconds = 30_000;

/** The login of a session, under way or done, and its token once it is done. */
interface Session {
	login: Promise<Outcome<string>>;
	token?: string;
	beganAt: number;
}

/** A token lives for an hour. */
const sessions = new Memory<Session>({ lifeMilliseconds: 3_600_000, cap: 1_000 });

/** A password that was refused is not tried again for a few seconds, however many executions call at once. */
const refusals = new Memory<Outcome<string>>({ lifeMilliseconds: 5_000, cap: 1_000 });

/** A token to call with. */
export interface CurrentSession {
	token: string;
	/** Whether its login was made just now. */
	isNew: boolean;
	/** What n8n is to send with it. */
	credential: TradecloudCredential;
}

/**
 * The session of a caller, which logs in only where neither this process nor n8n's store has another
 * token than the one that was refused.
 */
export async function sessionOf(
	caller: Caller,
	refused?: string,
): Promise<Outcome<CurrentSession>> {
	const { credential } = caller;
	const key = userKey(credential);
	const sessionWith = (token: string, isNew = false) => ({
		result: { token, isNew, credential: { ...credential, sessionToken: bound(key, token) } },
	});
	const known = knownToken(credential);
	if (known !== undefined && known !== refused) return sessionWith(known);
	const stored = await storedCredential(caller);
	const token = stored && tokenIn(stored);
	if (token !== undefined && token !== refused) {
		sessions.set(key, { login: Promise.resolve({ result: token }), token, beganAt: Date.now() });
		return sessionWith(token);
	}
	const login = await beforeDeadline(caller, newSession(caller.context, credential, refused));
	if ('failure' in login) return login;
	const session = sessionWith(login.result, true);
	// n8n stores a token where it finds none; but not with a login that somebody has changed meanwhile.
	return stored
		? { result: { ...session.result, credential: { ...stored, sessionToken: '' } } }
		: session;
}

/** What n8n has stored by now, if it is for the same login. */
async function storedCredential({
	context,
	credential,
}: Caller): Promise<TradecloudCredential | undefined> {
	try {
		const stored = await context.getCredentials<TradecloudCredential>(credentialName);
		return userKey(stored) === userKey(credential) ? stored : undefined;
	} catch {
		return undefined;
	}
}

async function beforeDeadline<T>(
	{ deadline = Infinity }: Caller,
	work: Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	if (deadline === Infinity) return await work;
	const late: Outcome<T> = { failure: { kind: 'timeout', during: 'login' } };
	return await Promise.race([work, sleep(Math.max(0, deadline - Date.now())).then(() => late)]);
}

/**
 * A new token in place of the one that was refused. When a session ends, each execution finds out for
 * itself: those of one process share a login.
 */
export async function newSession(
	helper: IHttpRequestHelper,
	credential: TradecloudCredential,
	refused?: string,
): Promise<Outcome<string>> {
	const key = userKey(credential);
	const known = sessions.get(key);
	const token = tokenOf(known);
	if (known && (known.token === undefined || (token !== undefined && token !== refused))) {
		return await known.login;
	}
	const refusal = refusals.get(key);
	if (refusal) return refusal;
	const session: Session = { login: login(helper, credential), beganAt: Date.now() };
	sessions.set(key, session);
	try {
		const outcome = await session.login;
		if ('result' in outcome) session.token = outcome.result;
		else if (outcome.failure.status === 401) refusals.set(key, outcome);
		return outcome;
	} finally {
		if (session.token === undefined) sessions.delete(key);
	}
}

/** Has the next session begin with a login. */
export function forgetSession(credential: TradecloudCredential): void {
	sessions.delete(userKey(credential));
	refusals.delete(userKey(credential));
}

/** The token of the login that this process knows, or else of the one with the credential. */
export function knownToken(credential: TradecloudCredential): string | undefined {
	return tokenOf(sessions.get(userKey(credential))) ?? tokenIn(credential);
}

/** A clock of n8n that is wrong must not end every session at once. */
const surelyMilliseconds = 60_000;

function tokenOf(session?: Session): string | undefined {
	const { token, beganAt = 0 } = session ?? {};
	const isGood = token && (Date.now() - beganAt < surelyMilliseconds || !isOver(token));
	return isGood ? token : undefined;
}

/** What n8n keeps: the token behind the key of the login that it belongs to. */
export function bound(key: string, token: string): string {
	return `${key} ${token}`;
}

/** The token with a credential, if it is of the same login and not over. */
function tokenIn(credential: TradecloudCredential): string | undefined {
	const [key, token] = (credential.sessionToken ?? '').split(' ');
	return token && key === userKey(credential) && !isOver(token) ? token : undefined;
}

const almostMilliseconds = 30_000;

function isOver(token: string): boolean {
	const end = valueAt(claimsOf(token), 'exp');
	return typeof end === 'number' && end * 1_000 < Date.now() + almostMilliseconds;
}

/** The middle part of a JWT holds its claims; its signature only Tradecloud can check. */
export function claimsOf(token: string): unknown {
	const [, claims = ''] = token.split('.');
	return jsonParse<unknown>(Buffer.from(claims, 'base64url').toString(), { fallbackValue: {} });
}

async function login(
	{ helpers }: IHttpRequestHelper,
	credential: TradecloudCredential,
): Promise<Outcome<string>> {
	const secrets = secretsOf(credential);
	const options = {
		...streamed,
		url: `${baseUrl(credential)}/authentication/login`,
		headers: { authorization: basicAuthorization(credential) },
	};
	return await inTurn({ credential }, async () => {
		const abortSignal = AbortSignal.timeout(loginMilliseconds);
		const sending = helpers.httpRequest({ ...options, json: true, abortSignal });
		const outcome = await outcomeOf(sending, 'login', secrets);
		if ('failure' in outcome) return outcome;
		const token = outcome.result.headers['set-authorization'];
		const json = await jsonOf(outcome.result, {}, secrets);
		if (typeof token === 'string' && token !== '') return { result: token };
		// Tradecloud answers a login with JSON, and, where a second factor is wanted, without a token.
		return 'failure' in json
			? { failure: { ...json.failure, during: 'login' } }
			: { failure: { kind: 'noToken', during: 'login' } };
	});
}
