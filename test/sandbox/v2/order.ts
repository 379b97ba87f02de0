/** `/v2/order`: one order, with all of its lines, and a buyer's answers to requests. */
import type { Request, Response } from 'express';
import { Problem } from '../http/problem';
import { found, pathPart, strictRouter } from '../http/routing';
import type { State } from '../state';
import { answerRequests } from './requests';
import { callerOf, type Service } from './service';
import { requestAnswerBody } from './validation/bodies';
import { accepted } from './validation/validate';

export const order: Service = {
	path: '/order',
	routes(state) {
		const router = strictRouter();
		router.get('/:orderId', (request, response) => {
			response.json(found(state.orders.get(pathPart(request, 'orderId')), 'Order'));
		});
		router.post('/:orderId/requests/buyer/approve', (request, response) => {
			answerAs('Approved', state, request, response);
		});
		router.post('/:orderId/requests/buyer/reject', (request, response) => {
			answerAs('Rejected', state, request, response);
		});
		return router;
	},
};

/** Open to a person of the buyer alone: an integration user lacks the role `buyer`. */
function answerAs(
	decision: 'Approved' | 'Rejected',
	state: State,
	request: Request,
	response: Response,
): void {
	const user = callerOf(response);
	if (!user.roles.includes('buyer')) throw new Problem(403, 'The role buyer is required');
	const body = accepted(request.body, requestAnswerBody);
	const known = state.orders.get(pathPart(request, 'orderId'));
	const isOwn = known?.buyerOrder.companyId === user.companyId;
	answerRequests(found(isOwn ? known : undefined, 'Order'), body, decision, { ...state, user });
	response.json({ ok: true });
}
