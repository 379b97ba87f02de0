/** The resource for lines of purchase orders, across all orders. */
import type { INodeProperties } from 'n8n-workflow';

import { orderLineRow } from '../model/flatRow';
import { simplifiedLine } from '../model/simplified';
import { orderLineById } from '../transport/orders';
import { searchAll } from '../transport/search';
import { changedSince, filtersField, filtersOf, limitFields, upToLimit } from './many';
import { json, type Operation, type Resource } from './operation';
import { outputField, outputFor, type Forms } from './output';
import { Parameters } from './parameters';
import { permissionNotice } from './permission';
import {
	buyerCompanies,
	deliveryOverdue,
	logisticsStatus,
	processStatus,
	query,
	searchOf,
	supplierCompanies,
} from './searchFilters';

const orderLineIdField: INodeProperties = {
	displayName: 'Order Line',
	name: 'orderLineId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: "The order line. Its ID is that of the order, a hyphen and the line's position.",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select an order line...',
			typeOptions: { searchListMethod: 'searchOrderLines', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. f56aa4ce-8ec8-5197-bc26-77716a58add7-PO123456-10',
			hint: "The orderId from a Tradecloud Trigger, a hyphen and the line's position",
		},
	],
};

const forms: Forms = {
	raw: { description: 'The order line as Tradecloud sent it', of: (line) => [line] },
	rows: {
		description:
			'A flat item for a sheet or a database, with the same fields each time, as Rows of orders have them',
		of: (line) => [orderLineRow(line)],
	},
	simplified: {
		description: 'Flat fields; those that Tradecloud did not send are left out',
		of: (line) => [simplifiedLine(line)],
	},
};

const get: Operation = {
	value: 'get',
	action: 'Get order line',
	description: 'Fetch one line of a purchase order',
	kind: 'read',
	fields: [permissionNotice, orderLineIdField, outputField(forms)],
	async execute(caller) {
		const orderLineId = new Parameters(caller).requiredText(orderLineIdField);
		const outputOf = outputFor(caller, forms);
		return json(outputOf(await orderLineById(caller, orderLineId)));
	},
};

const getMany: Operation = {
	value: 'getMany',
	action: 'Get many order lines',
	description: 'List lines of purchase orders, such as overdue ones, up to 10,000',
	kind: 'read',
	fields: [
		permissionNotice,
		...limitFields,
		filtersField('Which order lines to get; all without a filter', [
			buyerCompanies,
			changedSince,
			deliveryOverdue,
			logisticsStatus,
			processStatus,
			query,
			supplierCompanies,
		]),
		outputField(forms),
	],
	async execute(caller) {
		const search = searchOf(filtersOf(caller));
		const outputOf = outputFor(caller, forms);
		return await upToLimit(
			caller,
			(limit) => searchAll(caller, 'orderLine', search, limit),
			(lines) => lines.flatMap(outputOf),
		);
	},
};

export const orderLine: Resource = {
	value: 'orderLine',
	description: 'Lines of purchase orders, across all orders',
	operations: [get, getMany],
};
