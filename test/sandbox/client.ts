/** A client as plain as can be, for tests of the sandbox itself and of what changes its state. */
import axios, { type AxiosResponse } from 'axios';
import type { Sandbox } from './contract';
import type { User } from './data/users';

/** Whatever the answer holds; a test says what it expects by comparing. */
export type Answer = AxiosResponse<Record<string, unknown>>;

/** The Authorization header of a user with HTTP Basic. */
export function basic({ username, password }: Pick<User, 'username' | 'password'>): Headers {
	return { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}

/** The Authorization header of an access token. */
export function bearer(token: string): Headers {
	return { Authorization: `Bearer ${token}` };
}

type Headers = Record<string, string>;

/** GETs a URL; resolves with the answer whatever its status, rejects only without one. */
export function get(url: string, headers: Headers = {}): Promise<Answer> {
	return axios.get(url, { headers, proxy: false, validateStatus: () => true });
}

/** POSTs JSON to a URL; resolves with the answer whatever its status, rejects only without one. */
export function post(url: string, body?: object, headers: Headers = {}): Promise<Answer> {
	return axios.post(url, body, { headers, proxy: false, validateStatus: () => true });
}

/** The tokens that a login with this user's password brings. */
export async function login(
	sandbox: Sandbox,
	user: User = sandbox.users.buyer,
): Promise<{ accessToken: string; refreshToken: string }> {
	const answer = await get(`${sandbox.v2}/authentication/login`, basic(user));
	return tokensOf(answer);
}

/** The tokens in an answer's headers. */
export function tokensOf({ headers }: Answer): { accessToken: string; refreshToken: string } {
	return {
		accessToken: String(headers['set-authorization']),
		refreshToken: String(headers['set-refresh-token']),
	};
}

/** The Authorization header of a user who has just logged in. */
export async function loggedIn(sandbox: Sandbox, user?: User): Promise<Headers> {
	return bearer((await login(sandbox, user)).accessToken);
}
