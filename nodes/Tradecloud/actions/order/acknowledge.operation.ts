/** Tells Tradecloud Legacy that this version of an order was received. Repeating it is safe. */
import type { INodeProperties } from 'n8n-workflow';

import { acknowledgeOrder } from '../../transport/orderCommands';
import { json, type Operation } from '../operation';
import { Parameters } from '../parameters';

const legacyOrderId: INodeProperties = {
	displayName: 'Order ID',
	name: 'orderId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 3f2504e0-4f89-41d3-9a0c-0305e82c3301',
	description: 'The orderId in Tradecloud Legacy, a UUID',
};

const versionHashField: INodeProperties = {
	displayName: 'Version Hash',
	name: 'versionHash',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.versionHash }}',
	description: "The 'versionHash' of the order as you received it",
};

export const acknowledge: Operation = {
	value: 'acknowledge',
	name: 'Acknowledge',
	action: 'Acknowledge order',
	description:
		'In Tradecloud Legacy, mark this version of an order as received, so that it is no longer listed as new',
	kind: 'repeatable',
	apiVersions: ['v1'],
	fields: [legacyOrderId, versionHashField],
	async execute(caller) {
		const parameters = new Parameters(caller);
		const orderId = parameters.requiredText(legacyOrderId);
		const versionHash = parameters.requiredText(versionHashField);
		return json({ orderId, ...(await acknowledgeOrder(caller, orderId, versionHash)) });
	},
};
