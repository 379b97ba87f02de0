/** Gets the shipments that match filters, in the order of their changes. */
import { pollAll } from '../../transport/poll';
import { companyIdFilter } from '../companyId';
import {
	changedLinesOnly,
	changedSince,
	filtersField,
	filtersOf,
	limitFields,
	linesToReturn,
} from '../many';
import type { Operation } from '../operation';
import { upToLimit } from '../tool';
import { shipmentOutputField, shipmentOutputOf } from './output';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many shipments',
	description: 'List shipments, by the time of their last change',
	kind: 'read',
	apiVersions: ['v2'],
	fields: [
		...limitFields,
		filtersField('Which shipments to get; all without a filter', [
			changedLinesOnly,
			changedSince,
			{
				...companyIdFilter,
				description:
					'Only shipments from or to this company. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
		]),
		shipmentOutputField,
	],
	async execute(caller) {
		const filters = filtersOf(caller);
		const withLines = linesToReturn(filters);
		const outputOf = shipmentOutputOf(caller);
		const wanted = {
			what: 'shipment' as const,
			companyId: filters.text(companyIdFilter),
			lastUpdatedAfter: filters.time(changedSince),
		};
		return await upToLimit(
			caller,
			async (limit) => await pollAll(caller, wanted, limit),
			(shipments) => shipments.flatMap((shipment) => outputOf(withLines(shipment))),
		);
	},
};
