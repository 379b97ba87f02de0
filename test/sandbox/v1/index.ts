/** API v1: HTTP Basic on every call. A service area is added by one file and one line here. */
import type { Router } from 'express';
import { userByBasic } from '../http/basic';
import { Problem } from '../http/problem';
import { strictRouter } from '../http/routing';
import type { State } from '../state';
import { purchaseOrders } from './purchaseOrders';

/** All routes below `/api/v1`. */
export function apiV1(state: State): Router {
	const router = strictRouter();
	router.use(async (request, response, next) => {
		await state.pause(state.delays.basic);
		response.locals.user = userByBasic(request, state.users);
		if (!response.locals.user) throw new Problem(401, 'Wrong username or password');
		next();
	});
	router.use(purchaseOrders(state));
	return router;
}
