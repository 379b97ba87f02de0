/** Tells Tradecloud Legacy that this version of an order was received. Repeating it is safe. */
import { acknowledgeOrder } from '../../transport/orderCommands';
import { json, type Operation } from '../operation';

export const acknowledge: Operation = {
	value: 'acknowledge',
	name: 'Acknowledge',
	action: 'Acknowledge order',
	description:
		'In Tradecloud Legacy, mark this version of an order as received, so that it is no longer listed as new',
	apiVersions: ['v1'],
	fields: [
		{
			displayName: 'Order ID',
			name: 'orderId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 3f2504e0-4f89-41d3-9a0c-0305e82c3301',
			description: 'The orderId in Tradecloud Legacy, a UUID',
		},
		{
			displayName: 'Version Hash',
			name: 'versionHash',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. {{ $json.versionHash }}',
			description: "The 'versionHash' of the order as you received it",
		},
	],
	async execute(caller) {
		const { context, itemIndex } = caller;
		const orderId = context.getNodeParameter('orderId', itemIndex) as string;
		const versionHash = context.getNodeParameter('versionHash', itemIndex) as string;
		return json({ orderId, ...(await acknowledgeOrder(caller, orderId, versionHash)) });
	},
};
