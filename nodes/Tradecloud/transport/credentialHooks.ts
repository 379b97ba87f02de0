/** What n8n asks the credential for: a session, the login in a request, and whether both are right. */
import { OperationalError, UserError } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';

import {
	baseUrl,
	basicAuthorization,
	isOnlyForWebhook,
	userKey,
	type TradecloudCredential,
} from '../model/credential';
import { jsonOf, outcomeOf, streamed } from './answer';
import type { Outcome } from './caller';
import { explain } from './explain';
import type { Failure } from './failure';
import { inTurn } from './pace';
import { bound, forgetSession, knownToken, newSession } from './session';
import { secretsOf } from './words';

/**
 * The address of the credential's test. It leads nowhere: n8n can only tell the status of an answer, so the test is
 * made in `logIn`, where each fault has its sentence. Then n8n sends the request once more.
 */
export const testUrl = 'data:application/json,{}';

/** In place of a session: what `logIn` is to test. */
const untested = 'to be tested';

/** What passed the test; n8n hands the same object to both hooks. */
const tested = new WeakSet<object>();

/** n8n asks for a session when it holds none, and again when a request did not succeed. */
export async function logIn(
	this: IHttpRequestHelper,
	data: ICredentialDataDecryptedObject,
): Promise<{ sessionToken?: string }> {
	const credential = data as unknown as TradecloudCredential;
	const { apiVersion, sessionToken } = credential;
	if (isOnlyForWebhook(credential)) return {};
	if (sessionToken === untested) {
		forgetSession(credential);
		const refusal = await refusalOfTest(this, credential);
		if (refusal) throw new OperationalError(sentencesOf(refusal));
		tested.add(data);
	}
	if (apiVersion === 'v1') return {};
	const isSent = sessionToken !== '' && sessionToken !== untested;
	const refused = isSent ? knownToken(credential) : undefined;
	const session = await newSession(this, credential, refused);
	if ('failure' in session) throw new OperationalError(sentencesOf(session.failure));
	// With a new token n8n would send the request again, whatever its fault was: an order that was answered 500, too.
	return isSent ? {} : { sessionToken: bound(userKey(credential), session.result) };
}

/**
 * Adds the login to a request.
 *
 * @throws UserError for a request that would take the login elsewhere than to the credential's own API
 */
export function withLogin(
	data: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
): IHttpRequestOptions {
	const credential = data as unknown as TradecloudCredential;
	if (requestOptions.url === testUrl) {
		if (isOnlyForWebhook(credential)) return requestOptions;
		if (!tested.has(data)) throw noSession(credential, untested);
		return withLogin(data, { ...requestOptions, ...testRequest(credential) });
	}
	refuseDetours(requestOptions, baseUrl(credential));
	const authorization = authorizationOf(credential);
	return {
		...requestOptions,
		...noRedirects,
		abortSignal: inTime(requestOptions),
		headers: { ...requestOptions.headers, authorization },
	};
}

/** The time-out of n8n's client ends only silence; this one ends an answer that comes drop by drop. */
function inTime({ timeout, abortSignal }: IHttpRequestOptions): IHttpRequestOptions['abortSignal'] {
	const signal = abortSignal as AbortSignal | undefined;
	if (!timeout) return signal;
	const inTime = AbortSignal.timeout(timeout);
	return signal ? AbortSignal.any([signal, inTime]) : inTime;
}

function authorizationOf(credential: TradecloudCredential): string {
	if (credential.apiVersion === 'v1') return basicAuthorization(credential);
	const token = knownToken(credential);
	if (token === undefined) throw noSession(credential, '');
	return `Bearer ${token}`;
}

/**
 * n8n takes a request that ends like this for one in an expired session, and asks for a new one before it sends
 * it. It hands the credential on, so that `logIn` sees by it that nothing was sent.
 */
function noSession(credential: TradecloudCredential, sessionToken: string): Error {
	credential.sessionToken = sessionToken;
	const error = new OperationalError('The session of the Tradecloud API credential is over');
	return Object.assign(error, { response: { status: 401 } });
}

/** To n8n's clients, old and new. A redirect would carry the login elsewhere, even within Tradecloud. */
const noRedirects = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
};

/** n8n's HTTP Request node calls the address `uri`. Joined with a `baseURL` it could lead anywhere. */
function refuseDetours(
	{ url, uri, baseURL, proxy }: IHttpRequestOptions & { uri?: string },
	base: string,
): void {
	const address = url ?? uri ?? '';
	const isOwn = URL.canParse(address) && new URL(address).href.startsWith(`${base}/`);
	if (!isOwn || baseURL) {
		throw new UserError(
			`The Tradecloud API credential is only for addresses that begin with ${base}/, and this request goes elsewhere.`,
		);
	}
	if (proxy) {
		throw new UserError(
			"The Tradecloud API credential is not sent through the proxy of a single request. Remove 'Proxy' from the options; n8n's own proxy settings apply.",
		);
	}
}

const testMilliseconds = 30_000;

/** What only an integration user may do (manual: security/authentication.md). */
function testRequest(credential: TradecloudCredential): IHttpRequestOptions {
	const base = baseUrl(credential);
	return credential.apiVersion === 'v1'
		? { method: 'GET', url: `${base}/purchaseOrder`, qs: { limit: 1 } }
		: {
				method: 'POST',
				url: `${base}/order-search/poll`,
				body: { filters: { lastUpdatedAfter: '2025-01-01T00:00:00.000Z' }, offset: 0, limit: 1 },
			};
}

async function refusalOfTest(
	helper: IHttpRequestHelper,
	credential: TradecloudCredential,
): Promise<Failure | undefined> {
	const session: Outcome<string> =
		credential.apiVersion === 'v1' ? { result: '' } : await newSession(helper, credential);
	if ('failure' in session) return session.failure;
	const options = withLogin(
		{ ...credential },
		{ ...testRequest(credential), timeout: testMilliseconds },
	);
	const secrets = secretsOf(credential);
	const sent = await inTurn({ credential }, () =>
		outcomeOf(helper.helpers.httpRequest({ ...options, ...streamed }), 'login', secrets),
	);
	if ('failure' in sent) return sent.failure;
	const json = await jsonOf(sent.result, { isList: true }, secrets);
	return 'failure' in json ? json.failure : undefined;
}

/** Without the code of a fault: n8n would put its own words in place of a message that holds one. */
function sentencesOf(failure: Failure): string {
	const told = explain({ ...failure, code: undefined }, { subject: 'the login' });
	return `${told.message}. ${told.description}`.trim();
}
