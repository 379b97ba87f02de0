/** The parameters of operations that get many things. */
import { NodeOperationError, tryToParseDateTime, UserError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { changedLinesSince } from '../model/changedLines';
import type { JobCaller } from './operation';

export const limitFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** How many things to read. */
export function limitOf({ context, itemIndex }: JobCaller): number {
	return context.getNodeParameter('returnAll', itemIndex, false)
		? Infinity
		: context.getNodeParameter('limit', itemIndex, 50);
}

export const changedSince: INodeProperties = {
	displayName: 'Changed Since',
	name: 'lastUpdatedAfter',
	type: 'dateTime',
	default: '',
	description:
		"Only what was changed after this time. Times without a time zone use the workflow's time zone.",
};

export const changedLinesOnly: INodeProperties = {
	displayName: 'Changed Lines Only',
	name: 'changedLinesOnly',
	type: 'boolean',
	default: false,
	description:
		"Whether to leave out lines that were not changed after 'Changed Since' (API v2). What has only changed in its header comes without lines.",
};

/**
 * What becomes of each order or shipment that was read: with only its changed lines, where the user chose that.
 *
 * @throws UserError when the user gave no time since when
 */
export function linesToReturn(caller: JobCaller): (thing: IDataObject) => IDataObject {
	const filters = filtersOf(caller);
	if (!filters.changedLinesOnly) return (thing) => thing;
	const since = timeStamp(caller.context, 'Changed Since', filters.lastUpdatedAfter);
	if (since === undefined) {
		throw new UserError("'Changed Lines Only' needs a time in 'Changed Since'", {
			description: "Add the filter 'Changed Since', or remove 'Changed Lines Only'.",
		});
	}
	return (thing) => changedLinesSince(thing, since);
}

/** The collection `filters`. */
export function filtersField(description: string, options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description,
		options,
	};
}

/** The collection `filters`, with what the user chose in it. */
export function filtersOf({ context, itemIndex }: JobCaller): IDataObject {
	return context.getNodeParameter('filters', itemIndex, {});
}

/**
 * The time stamp that a field holds, in UTC. One of Tradecloud's own is passed on as it is.
 *
 * @param field what the editor calls the field
 * @throws NodeOperationError when it is no time
 */
export function timeStamp(
	context: Pick<IExecuteFunctions, 'getNode' | 'getTimezone'>,
	field: string,
	value: unknown,
): string | undefined {
	if (value === undefined || value === '') return undefined;
	if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return value;
	try {
		return tryToParseDateTime(value, context.getTimezone()).toUTC().toISO() ?? undefined;
	} catch {
		throw new NodeOperationError(
			context.getNode(),
			`'${field}' holds '${value as string}', which is not a time. Enter one such as 2027-01-31T08:00:00Z.`,
		);
	}
}
