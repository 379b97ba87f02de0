/** Rejects what a supplier asks for. It is sent once: a second time would find no open request. */
import { answerRequests } from '../../transport/orderCommands';
import { json, type Operation } from '../operation';
import { Parameters } from '../parameters';
import { lineDecisionOf, reasonField, requestFields, versionField } from './lineDecision';
import { orderIdOf } from './orderId';

export const rejectRequests: Operation = {
	value: 'rejectRequests',
	name: 'Reject Requests',
	action: 'Reject requests of order lines',
	description:
		"As a buyer, reject a supplier's proposals, reopen requests and reschedule requests for order lines",
	kind: 'once',
	apiVersions: ['v2'],
	fields: [...requestFields('reject'), { ...reasonField, required: true }, versionField],
	async execute(caller) {
		const decision = {
			...lineDecisionOf(caller),
			// SDK: BulkApproveRejectRequests/README.md
			reason: new Parameters(caller).requiredText(
				reasonField,
				'Tradecloud requires one: enter why you reject the requests.',
			),
		};
		const orderId = await orderIdOf(caller);
		const answer = await answerRequests(caller, orderId, 'reject', decision);
		return json({ orderId, ...answer });
	},
};
