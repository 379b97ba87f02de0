/** The resource for purchase orders. */
import type { INodeProperties } from 'n8n-workflow';

import { acknowledgeOrder, resendOrder } from '../../transport/orderCommands';
import { json, type Operation, type Resource } from '../operation';
import { Parameters } from '../parameters';
import { permissionNotice } from '../permission';
import { decisions } from './decisions';
import { getMany } from './getMany';
import { orderMessages } from './messages';
import { namingFields, orderIdOf, orderOf } from './orderId';
import { outputFields, outputOf } from './output';

const get: Operation = {
	value: 'get',
	action: 'Get order',
	description: 'Fetch one purchase order with all its lines, by its ID or its number',
	kind: 'read',
	apiVersions: ['v1', 'v2'],
	fields: [...namingFields, ...outputFields],
	async execute(caller) {
		const output = outputOf(caller);
		return json(output([await orderOf(caller)]));
	},
};

/** Repeating it is safe: an event may come twice in any case. */
const resend: Operation = {
	value: 'resend',
	action: 'Resend order',
	description:
		'As a buyer, let Tradecloud send an order to your webhook once more, for instance after an outage',
	kind: 'repeatable',
	fields: [permissionNotice, ...namingFields],
	async execute(caller) {
		const orderId = await orderIdOf(caller);
		return json({ orderId, ...(await resendOrder(caller, orderId)) });
	},
};

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

const acknowledge: Operation = {
	value: 'acknowledge',
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

export const order: Resource = {
	value: 'order',
	description: 'Purchase orders, their responses, deliveries and documents',
	operations: [get, getMany, ...orderMessages, ...decisions, resend, acknowledge],
};
