/** HTTP Basic (RFC 7617) against the users of the sandbox. */
import basicAuth from 'basic-auth';
import type { Request } from 'express';
import type { User } from '../data/users';

/** The user whose email and password the call bears, if they are right. */
export function userByBasic(request: Request, users: readonly User[]): User | undefined {
	const given = basicAuth(request);
	return users.find(
		({ username, password }) => username === mailbox(given?.name) && password === given?.pass,
	);
}

/** For tests that need many logins: `name+tag@host` is `name@host`. Tradecloud says nothing of it. */
function mailbox(address = ''): string {
	return address.replace(/\+[^@]*@/, '@');
}
