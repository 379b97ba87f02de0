/** Who the user of a credential is in API v2, as the access token of its session tells. */
import { textAt, valueAt } from '../model/order';
import type { Caller } from './caller';
import { retrying } from './retry';
import { claimsOf, sessionOf } from './session';

/** The user's company, and those for which it is authorised. */
export interface Identity {
	companyId?: string;
	/** All companies on whose behalf the user may act, its own first. */
	companyIds: string[];
}

/** Reads the token of the caller's session, and logs in first where there is none. */
export async function identityOf(caller: Caller): Promise<Identity> {
	const { token } = await retrying(caller, { subject: 'the login' }, (bounded) =>
		sessionOf(bounded),
	);
	const data = valueAt(claimsOf(token), 'data');
	const companyId = textAt(data, 'companyId');
	const authorised = textsAt(data, 'authorizedCompanyIds');
	return {
		companyId,
		companyIds: [...new Set(companyId === undefined ? authorised : [companyId, ...authorised])],
	};
}

function textsAt(value: unknown, name: string): string[] {
	const list = valueAt(value, name);
	return Array.isArray(list) ? list.filter((text): text is string => typeof text === 'string') : [];
}
