/**
 * `/v2/authentication`: login with Basic, refresh and logout with a refresh token
 * (manual: security/authentication.md).
 */
import type { Request, Response } from 'express';
import { userByBasic } from '../http/basic';
import { Problem } from '../http/problem';
import { strictRouter } from '../http/routing';
import type { Service } from './service';
import type { Tokens } from './sessions';

export const authentication: Service = {
	path: '/authentication',
	isOpen: true,
	routes({ users, sessions }) {
		const router = strictRouter();
		router.get('/login', (request, response) => {
			const user = userByBasic(request, users);
			if (!user) throw new Problem(401, 'Wrong username or password');
			// SDK: Disable2FABySupport. Guess: what such an answer says; that it holds no token is what counts.
			if (user.hasTwoFactor) {
				return void response.json({ username: user.username, status: 'two factor required' });
			}
			answer(response, sessions.login(user));
		});
		router.get('/refresh', (request, response) => {
			const tokens = sessions.refresh(refreshToken(request));
			if (!tokens) throw new Problem(401, 'The refresh token is invalid, expired or spent');
			answer(response, tokens);
		});
		router.post('/logout', (request, response) => {
			if (!sessions.logout(refreshToken(request))) {
				throw new Problem(401, 'The refresh token is invalid, expired or spent');
			}
			response.json({ status: 'logged out' });
		});
		return router;
	},
};

function refreshToken(request: Request): string {
	const token = request.get('Refresh-Token');
	if (!token) throw new Problem(401, 'The header Refresh-Token is missing');
	return token;
}

/** SDK: authentication/Authentication/README.md shows the body. */
function answer(response: Response, { username, accessToken, refreshToken }: Tokens): void {
	response.set({ 'Set-Authorization': accessToken, 'Set-Refresh-Token': refreshToken });
	response.json({ username, status: 'authenticated' });
}
