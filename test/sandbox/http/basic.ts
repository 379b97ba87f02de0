/** HTTP Basic (RFC 7617) against the users of the sandbox. */
import type { Request } from 'express';
import type { User } from '../data/users';

/** The user whose email and password the call bears, if they are right. */
export function userByBasic(request: Request, users: readonly User[]): User | undefined {
	const given = readBasic(request.headers.authorization);
	return users.find(
		({ username, password }) =>
			username === mailbox(given?.username) && password === given?.password,
	);
}

/** What an Authorization header says, or nothing where it is none of this scheme. */
export function readBasic(header = ''): { username: string; password: string } | undefined {
	const [, token = ''] = /^ *basic +([\w.~+/-]+=*) *$/i.exec(header) ?? [];
	const [, username, password] =
		/^([^:]*):(.*)$/s.exec(Buffer.from(token, 'base64').toString()) ?? [];
	return username === undefined ? undefined : { username, password };
}

/** For tests that need many logins: `name+tag@host` is `name@host`. Tradecloud says nothing of it. */
function mailbox(address = ''): string {
	return address.replace(/\+[^@]*@/, '@');
}
