/** A buyer's answer to what a supplier asks for: changes that it proposes, or lines that it wants to reopen. */
import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';

import { endpoint } from '../../transport/endpoint';
import { request } from '../../transport/request';
import { json, type JobCaller, type Output } from '../operation';

export const requestFields: INodeProperties[] = [
	{
		displayName:
			"Approving and rejecting is not open to every integration: ask Tradecloud to authorise the credential's user for it",
		name: 'authorisationNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. f56aa4ce-8ec8-5197-bc26-77716a58add7-PO123456',
		description: "What the Tradecloud Trigger puts out as 'orderId'",
	},
	{
		displayName: 'Line Positions',
		name: 'linePositions',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 10, 20',
		description:
			'The positions of the order lines whose requests are answered, separated by commas',
	},
];

/** Optional: the answer is refused when the order has changed since. */
export const versionField: INodeProperties = {
	displayName: 'Order Version',
	name: 'version',
	type: 'number',
	default: '',
	description:
		"The 'version' of the order that the decision is about; when the order has changed since, Tradecloud refuses the answer",
};

/** Sends the answer. It is not repeated on doubt: a second one would find no open request. */
export async function answerRequests(
	caller: JobCaller,
	answer: 'approve' | 'reject',
	more: IDataObject,
): Promise<Output[]> {
	const { context, itemIndex } = caller;
	const orderId = context.getNodeParameter('orderId', itemIndex) as string;
	const version = context.getNodeParameter('version', itemIndex, '') as number | '';
	const linePositions = String(
		context.getNodeParameter('linePositions', itemIndex) as string | number,
	)
		.split(',')
		.map((position) => position.trim())
		.filter((position) => position !== '');
	if (linePositions.length === 0) {
		throw new UserError("'Line Positions' is empty. Enter the positions, such as 10, 20.");
	}
	const result = await request(caller, {
		method: 'POST',
		path: `${endpoint`/order/${orderId}`}/requests/buyer/${answer}`,
		body: { linePositions, ...(version !== '' && { version }), ...more },
		subject: `requests of purchase order '${orderId}'`,
		needs: 'the authorisation to answer requests',
		once: true,
		mayBeEmpty: 'any',
	});
	return json({ orderId, ...result });
}
