/** Approves what a supplier asks for. It is sent once: a second time would find no open request. */
import type { Operation } from '../operation';
import { answerRequests, requestFields, versionField } from './answerRequests';

export const approveRequests: Operation = {
	value: 'approveRequests',
	name: 'Approve Requests',
	action: 'Approve requests of order lines',
	description:
		"As a buyer, approve a supplier's proposal or reopen request for order lines; needs a user whom Tradecloud authorised for it",
	apiVersions: ['v2'],
	fields: [...requestFields, versionField],
	execute: (caller) => answerRequests(caller, 'approve', {}),
};
