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

/** A user may log in under any sub-address of its own: `name+tag@host` is `name@host`. */
function mailbox(address = ''): string {
	return address.replace(/\+[^@]*@/, '@');
}
