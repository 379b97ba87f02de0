/** The one door: every request with the login of a caller leaves here, when it is its turn. */
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { credentialName, type TradecloudCredential } from '../model/credential';
import { outcomeOf, streamed, type StreamedAnswer } from './answer';
import { millisecondsLeft, type Caller, type Outcome } from './caller';
import { inTurn } from './pace';
import { sessionOf } from './session';
import { secretsOf } from './words';

/** Sends a request, in a new session where the one at hand has expired. */
export async function sendWithLogin(
	caller: Caller,
	options: IHttpRequestOptions,
): Promise<Outcome<StreamedAnswer>> {
	if (caller.credential.apiVersion === 'v1') return await leave(caller, caller.credential, options);
	for (let refused: string | undefined; ;) {
		const session = await sessionOf(caller, refused);
		if ('failure' in session) return session;
		const { token, isNew, credential } = session.result;
		const outcome = await leave(caller, credential, options);
		if (!('failure' in outcome) || outcome.failure.status !== 401) return outcome;
		if (isNew && refused !== undefined) {
			return { failure: { ...outcome.failure, kind: 'sessionRefused' } };
		}
		refused = token;
	}
}

/** n8n would read the credential anew for each request, so it is given one. */
async function leave(
	caller: Caller,
	credential: TradecloudCredential,
	options: IHttpRequestOptions,
): Promise<Outcome<StreamedAnswer>> {
	const { context } = caller;
	const data = { ...credential } as TradecloudCredential & ICredentialDataDecryptedObject;
	const credentialsDecrypted = { id: '', name: credentialName, type: credentialName, data };
	return await inTurn(caller, async () => {
		const sending = context.helpers.httpRequestWithAuthentication.call(
			context,
			credentialName,
			{ ...options, ...streamed, timeout: millisecondsLeft(caller) },
			{ credentialsDecrypted },
		);
		return await outcomeOf(sending, 'request', secretsOf(credential));
	});
}
