/** Approves what a supplier asks for. It is sent once: a second time would find no open request. */
import { answerRequests } from '../../transport/orderCommands';
import { json, type Operation } from '../operation';
import { lineDecisionOf, requestFields, versionField } from './lineDecision';
import { orderIdOf } from './orderId';

export const approveRequests: Operation = {
	value: 'approveRequests',
	name: 'Approve Requests',
	action: 'Approve requests of order lines',
	description:
		"As a buyer, approve a supplier's proposals, reopen requests and reschedule requests for order lines",
	kind: 'once',
	apiVersions: ['v2'],
	fields: [...requestFields('approve'), versionField],
	async execute(caller) {
		const decision = lineDecisionOf(caller);
		const orderId = await orderIdOf(caller);
		const answer = await answerRequests(caller, orderId, 'approve', decision);
		return json({ orderId, ...answer });
	},
};
