/** Sends a supplier's answer to an order. Repeating it is safe: Tradecloud matches number and positions. */
import { orderResponse } from '../../model/messages/orderResponse';
import { sendOperation } from '../message/send';

export const sendResponse = sendOperation({
	value: 'sendResponse',
	name: 'Send Response',
	action: 'Send order response',
	description:
		'As a supplier, accept or reject the lines of a purchase order or propose changes to them',
	message: orderResponse,
	path: '/api-connector/order-response',
	rows: true,
	fieldsMode: {
		fields: [
			{
				displayName: 'Answer to All Lines',
				name: 'answer',
				type: 'options',
				default: '',
				description:
					'What applies to all lines that you add below. Tradecloud needs at least one line; its position is enough.',
				options: [
					{ name: 'Accept', value: 'accepted', description: 'Accept these lines as they are' },
					{ name: 'Line by Line', value: '', description: 'Only what the lines below say' },
					{ name: 'Reject', value: 'rejected', description: 'Reject these lines' },
				],
			},
		],
		add(context, item) {
			const answer = context.getNodeParameter('answer', item, '') as string;
			return answer === '' ? {} : { order: { indicators: { [answer]: true } } };
		},
	},
});
