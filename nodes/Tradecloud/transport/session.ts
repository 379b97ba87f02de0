/** Who the user of a credential is in API v2, as the access token of its session tells. */
import { jsonParse } from 'n8n-workflow';

import { textAt, valueAt } from '../model/order';
import { failureOfThrown } from './failure';
import { basicAuthorization, LoginError, newToken } from './login';
import { retrying, type Caller } from './request';

/** The user's company, and those for which it is authorised. */
export interface Identity {
	companyId?: string;
	/** All companies on whose behalf the user may act, its own first. */
	companyIds: string[];
}

/** Reads the token of the caller's session, and logs in first where there is none. */
export async function identityOf(caller: Caller): Promise<Identity> {
	const claims = claimsOf(caller.credential.sessionToken || (await firstToken(caller)));
	const companyId = textAt(claims, 'companyId');
	const authorised = textsAt(claims, 'authorizedCompanyIds');
	return {
		companyId,
		companyIds: [...new Set(companyId === undefined ? authorised : [companyId, ...authorised])],
	};
}

/**
 * n8n stores a token with the credential at the first call that needs one. The login made here is
 * shared with that call, so that there is one.
 */
async function firstToken(caller: Caller): Promise<string> {
	basicAuthorization(caller.credential);
	return await retrying<string>(caller, { subject: 'the login' }, async () => {
		try {
			return { result: await newToken(caller.context, caller.credential) };
		} catch (thrown) {
			const isLogin = thrown instanceof LoginError;
			return { failure: isLogin ? thrown.failure : failureOfThrown(thrown, 'login') };
		}
	});
}

/** The middle part of a JWT holds its claims; its signature only Tradecloud can check. */
function claimsOf(token: string): unknown {
	const [, claims = ''] = token.split('.');
	const text = Buffer.from(claims, 'base64url').toString();
	return valueAt(jsonParse<object>(text, { fallbackValue: {} }), 'data');
}

function textsAt(value: unknown, name: string): string[] {
	const list = valueAt(value, name);
	return Array.isArray(list) ? list.filter((text): text is string => typeof text === 'string') : [];
}
