/** Gets the shipments that match filters, in the order of their changes. */
import { pollAll } from '../../transport/poll';
import { companyIdFilter } from '../companyId';
import { changedSince, filtersOf, limitFields, limitOf, timeStamp } from '../many';
import { json, type Operation } from '../operation';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many shipments',
	description: 'List shipments, by the time of their last change',
	apiVersions: ['v2'],
	fields: [
		...limitFields,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			description: 'Which shipments to get; all without a filter',
			options: [changedSince, companyIdFilter],
		},
	],
	async execute(caller) {
		const { companyId, lastUpdatedAfter } = filtersOf(caller);
		const shipments = await pollAll(
			caller,
			{
				what: 'shipment',
				companyId: companyId as string | undefined,
				lastUpdatedAfter: timeStamp(caller.context, 'Changed Since', lastUpdatedAfter),
			},
			limitOf(caller),
		);
		return json(...shipments);
	},
};
