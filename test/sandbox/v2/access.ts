/** Who may see what (manual: security/authorization.md). */
import { companiesOf, type User } from '../data/users';
import { Problem } from '../http/problem';
import { found } from '../http/routing';

/** Whether an order or a shipment of these companies is the user's business. */
export function maySee(user: User, companyIds: readonly string[]): boolean {
	return companiesOf(user).some((companyId) => companyIds.includes(companyId));
}

/**
 * What was found, if it is the user's business. Guess: 403 to others, 404 to what there is not; whoever
 * takes both for "not to be had" is right in either case.
 */
export function visible<T>(
	thing: T | undefined,
	companyIdsOf: (thing: T) => readonly string[],
	user: User,
	what: string,
): T {
	const known = found(thing, what);
	if (!maySee(user, companyIdsOf(known))) throw new Problem(403, `${what} of another company`);
	return known;
}
