/** Gets the order lines that match filters, by the numbers of their orders. */
import { findOrderLines } from '../../transport/orderLines';
import { changedSince, filtersField, filtersOf, limitFields } from '../many';
import type { Operation } from '../operation';
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
import { upToLimit } from '../tool';
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
		return await upToLimit(
			caller,
			async (limit) => await findOrderLines(caller, filters, limit),
			(lines) => lines.map(output),
		);
	},
};
