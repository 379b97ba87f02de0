/** Gets the shipments that match filters: in the order of their changes, or those of a supplier as a search lists them. */
import type { IDataObject } from 'n8n-workflow';

import { pollAll } from '../../transport/poll';
import { identityOf } from '../../transport/session';
import { shipmentsOfSupplier } from '../../transport/shipments';
import { companyIdFilter } from '../companyId';
import { changedSince, filtersOf, limitFields, limitOf, timeStamp } from '../many';
import { json, type JobCaller, type Operation } from '../operation';
import { textOf } from '../texts';

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
			options: [
				changedSince,
				{
					...companyIdFilter,
					description: `${companyIdFilter.description} As a rule the company is the buyer; only where it is your own, and a supplier, its shipments are searched for, up to 10,000.`,
				},
			],
		},
	],
	execute: async (caller) => json(...(await shipmentsOf(caller))),
};

/** A poll can choose by the buyer only. SDK: PollShipments, SearchShipments */
async function shipmentsOf(caller: JobCaller): Promise<IDataObject[]> {
	const filters = filtersOf(caller);
	const companyId = textOf(filters.companyId);
	const lastUpdatedAfter = timeStamp(caller.context, 'Changed Since', filters.lastUpdatedAfter);
	const limit = limitOf(caller);
	if (companyId !== '' && (await isOwnAndSupplier(caller, companyId))) {
		return await shipmentsOfSupplier(caller, companyId, lastUpdatedAfter, limit);
	}
	return await pollAll(caller, { what: 'shipment', companyId, lastUpdatedAfter }, limit);
}

async function isOwnAndSupplier(caller: JobCaller, companyId: string): Promise<boolean> {
	const own = await identityOf(caller);
	const [role, ...others] = own.companyRoles;
	return own.companyId === companyId && role === 'supplier' && others.length === 0;
}
