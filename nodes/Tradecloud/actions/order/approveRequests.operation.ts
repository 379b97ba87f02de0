/** Approves what a supplier asks for. It is sent once: a second time would find no open request. */
import { answerRequests } from '../../transport/orderCommands';
import { json, type Operation } from '../operation';
import { lineDecisionOf, lineFields, versionField } from './lineDecision';
import { orderIdOf } from './orderId';

export const approveRequests: Operation = {
	value: 'approveRequests',
	name: 'Approve Requests',
	action: 'Approve requests of order lines',
	description:
		"As a buyer, approve a supplier's proposals, reopen requests and reschedule requests for order lines",
	kind: 'once',
	apiVersions: ['v2'],
	fields: [...lineFields('whose requests are approved'), versionField],
	async execute(caller) {
		const orderId = orderIdOf(caller);
		const answer = await answerRequests(caller, orderId, 'approve', lineDecisionOf(caller));
		return json({ orderId, ...answer });
	},
};
