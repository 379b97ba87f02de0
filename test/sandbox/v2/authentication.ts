/** `/v2/authentication`: login with Basic, refresh and logout with a refresh token. */
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
			setTokens(response, sessions.login(user));
			response.json({ username: user.username, status: 'authenticated' });
		});
		router.get('/refresh', (request, response) => {
			const tokens = sessions.refresh(refreshToken(request));
			if (!tokens) throw new Problem(401, 'The refresh token is invalid, expired or spent');
			setTokens(response, tokens);
			response.json({ status: 'authenticated' });
		});
		router.post('/logout', (request, response) => {
			if (!sessions.spend(refreshToken(request))) {
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

function setTokens(response: Response, { accessToken, refreshToken }: Tokens): void {
	response.set({ 'Set-Authorization': accessToken, 'Set-Refresh-Token': refreshToken });
}
