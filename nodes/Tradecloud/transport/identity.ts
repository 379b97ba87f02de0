/** Who the user of a credential is in API v2, as the access token of its session tells. */
import { listAt, textAt, valueAt } from '../model/order';
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
	const isText = (id: unknown): id is string => typeof id === 'string';
	const authorised = listAt(data, 'authorizedCompanyIds').filter(isText);
	return { companyId, companyIds: [...new Set([companyId ?? [], authorised].flat())] };
}
