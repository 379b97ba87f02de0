/** A service area of API v2, and who is let in to it. */
import type { Request, RequestHandler, Response, Router } from 'express';
import { userByBasic } from '../http/basic';
import { Problem } from '../http/problem';
import type { State } from '../state';
import type { User } from '../data/users';

/** One file of routes: a part of the API with a path, a specification and an owner of its own. */
export interface Service {
	/** First part of the path below `/v2`, such as `/order-search`. */
	path: string;
	/**
	 * Paths below it that accept Basic too, with all that is below them; `''` for the whole service
	 * (manual: security/authentication.md names four).
	 */
	basicPaths?: readonly string[];
	/** Its routes check credentials themselves. */
	isOpen?: boolean;
	routes(state: State): Router;
}

/**
 * Lets in users with the role `integration` (manual: security/authentication.md): 401 without valid
 * credentials. Guess: 403 without the role.
 */
export function guard(service: Service, state: State): RequestHandler {
	return async (request, response, next) => {
		await state.pause(delayOf(service, request, state));
		if (service.isOpen) return next();
		const user = userOf(service, request, state);
		if (!user.roles.includes('integration')) {
			throw new Problem(403, 'The role integration is required');
		}
		response.locals.user = user;
		return next();
	};
}

/** The user whom the guard let in. */
export function callerOf(response: Response): User {
	return response.locals.user as User;
}

/** The token in an Authorization header, if it bears one. */
export function bearerToken(authorization: string | undefined): string | undefined {
	return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}

function userOf(service: Service, request: Request, state: State): User {
	const { authorization } = request.headers;
	const token = bearerToken(authorization);
	if (token) return allowed(state.sessions.userOf(token), 'The access token is invalid or expired');
	if (!isBasic(authorization)) throw new Problem(401, 'The access token is missing');
	if (!acceptsBasic(service, request.path)) {
		throw new Problem(401, 'Basic authentication is not accepted here');
	}
	const user = userByBasic(request, state.users);
	// Guess: nor does a password alone open anything that a second factor guards.
	return allowed(user?.hasTwoFactor ? undefined : user, 'Wrong username or password');
}

function allowed(user: User | undefined, message: string): User {
	if (!user) throw new Problem(401, message);
	return user;
}

function acceptsBasic({ basicPaths = [] }: Service, path: string): boolean {
	return basicPaths.some((basicPath) => path === basicPath || path.startsWith(`${basicPath}/`));
}

function delayOf(service: Service, request: Request, { delays }: State): number {
	if (service.isOpen) return delays.login;
	return isBasic(request.headers.authorization) ? delays.basic : delays.token;
}

function isBasic(authorization: string | undefined): boolean {
	return /^Basic /i.test(authorization ?? '');
}
