/** Gets the order lines that match filters, by the numbers of their orders. */
import { findOrderLines } from '../../transport/orderLines';
import { changedSince, filtersField, filtersOf, limitFields, limitOf } from '../many';
import { json, type Operation } from '../operation';
import { permissionNotice } from '../permission';
import {
	buyerCompanies,
	deliveryOverdue,
	logisticsStatus,
	processStatus,
	query,
	searchFiltersOf,
	supplierCompanies,
} from '../searchFilters';
import { lineOutputField, lineOutputOf } from './output';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many order lines',
	description: 'List lines of purchase orders, such as overdue ones, up to 10,000',
	kind: 'read',
	apiVersions: ['v2'],
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
		lineOutputField,
	],
	async execute(caller) {
		const filters = searchFiltersOf(filtersOf(caller));
		const output = lineOutputOf(caller);
		const lines = await findOrderLines(caller, filters, limitOf(caller));
		return json(...lines.map(output));
	},
};
