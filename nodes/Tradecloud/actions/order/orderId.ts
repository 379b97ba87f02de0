/** The parameters that name an order, for operations about one that exists. */
import type { INodeProperties } from 'n8n-workflow';

import { idOf, purchaseOrderNumberOf, type Order } from '../../model/order';
import { orderById, orderByNumber, orderWithNumber } from '../../transport/orders';
import { companyId } from '../companyId';
import type { JobCaller } from '../operation';
import { Parameters } from '../parameters';

export const orderIdField: INodeProperties = {
	displayName: 'Order',
	name: 'orderId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description:
		"The purchase order. After a Tradecloud Trigger, choose 'By ID' and drag its 'orderId' here.",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an order...',
			typeOptions: { searchListMethod: 'searchOrders', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. f56aa4ce-8ec8-5197-bc26-77716a58add7-PO123456',
			hint: 'The orderId from a Tradecloud Trigger',
		},
		{
			displayName: 'By Number',
			name: 'number',
			type: 'string',
			placeholder: 'e.g. PO123456',
			hint: 'The number that the buyer gave to the order',
		},
	],
};

const companyIdField: INodeProperties = {
	...companyId,
	description:
		'The buyer. Tradecloud One takes your own company when it is left empty, and otherwise searches for the number, which several buyers may use. Tradecloud Legacy always needs the ID.',
	displayOptions: { show: { '/orderId.mode': ['number'] } },
};

const companyOfLegacy =
	'API v1 finds an order by its number only within a company. Enter the ID of the buyer in Tradecloud.';

export const namingFields = [orderIdField, companyIdField];

/** What people, and models of AI agents, enter under 'By ID' in place of an id of API v2. */
const likeNumber = /^(?=.*\d)[\p{L}\d][\p{L}\d._-]*$/u;

/**
 * The order that an item names, with all its lines. What looks like a number under 'By ID' is taken for one,
 * if there is such an order.
 *
 * @throws UserError when it is empty
 */
export async function orderOf(caller: JobCaller): Promise<Order> {
	const { id, number, company } = named(caller);
	if (id === undefined) return await orderByNumber(caller, number!, company);
	const order = number === undefined ? undefined : await orderWithNumber(caller, number);
	return order ?? (await orderById(caller, id));
}

/** The id of that order, for which Tradecloud is asked only where it is named otherwise. */
export async function orderIdOf(caller: JobCaller): Promise<string> {
	const { id, number } = named(caller);
	return (number === undefined ? id : idOf(await orderOf(caller))) ?? '';
}

interface Named {
	id?: string;
	number?: string;
	company: string;
}

function named(caller: JobCaller): Named {
	const parameters = new Parameters(caller);
	const isLegacy = caller.credential.apiVersion === 'v1';
	const value = parameters.requiredText(orderIdField);
	if (parameters.mode(orderIdField) !== 'number') {
		const isId = isLegacy || purchaseOrderNumberOf(value) !== undefined || !likeNumber.test(value);
		return { id: value, company: '', ...(!isId && { number: value }) };
	}
	const company = isLegacy
		? parameters.requiredText(companyIdField, companyOfLegacy)
		: parameters.text(companyIdField);
	return { number: value, company };
}
