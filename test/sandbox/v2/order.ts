/** `/v2/order`: one order, with all of its lines, and a buyer's commands on it. */
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Order } from '../data/model';
import { partiesOf } from '../data/orderStore';
import { companiesOf } from '../data/users';
import { Problem } from '../http/problem';
import { pathPart, strictRouter } from '../http/routing';
import type { State } from '../state';
import { visible } from './access';
import { reassign, resend, revert, setLogistics } from './connector/commands';
import type { Context } from './connector/context';
import { answerRequests } from './requests';
import { callerOf, type Service } from './service';
import * as bodies from './validation/commands';
import { accepted } from './validation/validate';

export const order: Service = {
	path: '/order',
	routes(state) {
		const router = strictRouter();
		router.get('/:orderId', (request, response) => {
			response.json(orderOf(state, request, response));
		});
		const command = commandsOf(router, state);
		command('/requests/buyer/approve', bodies.approval, (known, body, context) =>
			answerRequests(known, body, 'Approved', context),
		);
		command('/requests/buyer/reject', bodies.rejection, (known, body, context) =>
			answerRequests(known, body, 'Rejected', context),
		);
		command(
			'/line/:position/reschedule/approve',
			bodies.rescheduleApproval,
			(known, body, context, position) =>
				answerRequests(known, { ...body, linePositions: [position] }, 'Approved', context),
		);
		command(
			'/line/:position/reschedule/reject',
			bodies.rescheduleRejection,
			(known, body, context, position) =>
				answerRequests(known, { ...body, linePositions: [position] }, 'Rejected', context),
		);
		command('/revertCancelled', bodies.revert, (known, body, context) =>
			revert(known, 'Cancelled', body, context),
		);
		command('/revertCompleted', bodies.revert, (known, body, context) =>
			revert(known, 'Completed', body, context),
		);
		command('/buyer/resend', bodies.resend, (known, _body, context) => resend(known, context));
		command('/buyer/contact/reassign', bodies.reassignment, reassign);
		command(
			'/line/:position/deliverySchedule',
			bodies.deliveryLogistics,
			(known, body, context, position) => setLogistics(known, position, body, context),
		);
		return router;
	},
};

/** The order, for either of its companies (manual: security/authorization.md). */
function orderOf(state: State, request: Request, response: Response): Order {
	const known = state.orders.get(pathPart(request, 'orderId'));
	return visible(known, partiesOf, callerOf(response), 'Order');
}

/**
 * Commands of the order's buyer, and for the line that the path may name. They rest on a private
 * specification of the SDK. Guess: they take a user with the role `buyer`, which an integration user
 * lacks, and are answered `{"ok":true}`; whoever may give more of them than here, is let in.
 */
function commandsOf(router: ReturnType<typeof strictRouter>, state: State) {
	return <S extends z.ZodTypeAny>(
		path: string,
		schema: S,
		run: (order: Order, body: z.output<S>, context: Context, position: string) => void,
	): void => {
		router.post(`/:orderId${path}`, (request, response) => {
			const user = callerOf(response);
			if (!user.roles.includes('buyer')) throw new Problem(403, 'The role buyer is required');
			const body = accepted(request.body, schema);
			const known = orderOf(state, request, response);
			const { companyId } = known.buyerOrder;
			if (!companiesOf(user).includes(companyId))
				throw new Problem(403, 'Only its buyer may do this');
			const position = path.includes(':position') ? pathPart(request, 'position') : '';
			run(known, body, { ...state, user, companyId }, position);
			response.json({ ok: true });
		});
	};
}
