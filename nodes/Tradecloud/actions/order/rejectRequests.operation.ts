/** Rejects what a supplier asks for. It is sent once: a second time would find no open request. */
import type { Operation } from '../operation';
import { answerRequests, requestFields, versionField } from './answerRequests';

export const rejectRequests: Operation = {
	value: 'rejectRequests',
	name: 'Reject Requests',
	action: 'Reject requests of order lines',
	description:
		"As a buyer, reject a supplier's proposal or reopen request for order lines; needs a user whom Tradecloud authorised for it",
	apiVersions: ['v2'],
	fields: [
		...requestFields,
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. The goods are needed on the agreed date',
			description: 'Why it is rejected, for the supplier to read',
		},
		versionField,
	],
	async execute(caller) {
		const reason = caller.context.getNodeParameter('reason', caller.itemIndex, '') as string;
		return await answerRequests(caller, 'reject', reason === '' ? {} : { reason });
	},
};
