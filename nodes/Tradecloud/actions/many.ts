/** The parameters of operations that get many things. */
import { UserError } from 'n8n-workflow';
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { changedLinesSince } from '../model/changedLines';
import { listOrText } from './listOrText';
import { json, type JobCaller, type Output } from './operation';
import { Parameters } from './parameters';
import { isTool } from './tool';

const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

export const limitFields = [returnAll, limit];

/**
 * Lists up to the user's limit. A tool says where there is more, as a last item.
 *
 * @param read reads so many
 * @param output what becomes of them
 */
export async function upToLimit<T>(
	caller: JobCaller,
	read: (most: number) => Promise<T[]>,
	output: (things: T[]) => IDataObject[],
): Promise<Output[]> {
	const parameters = new Parameters(caller);
	const most = parameters.isTrue(returnAll)
		? Infinity
		: (parameters.wholeNumber(limit, 1) ?? Number(limit.default));
	const things = await read(isTool(caller.context) ? most + 1 : most);
	const items = json(output(things.slice(0, most)));
	const note = `There are more than these ${most}. Narrow down the filters, or say that the list is not complete.`;
	return things.length > most ? [...items, ...json({ note })] : items;
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
		"Whether to leave out lines that were not changed after 'Changed Since' (API v2). If only the header changed, there are no lines.",
};

/**
 * What becomes of each order or shipment that was read: with only its changed lines, where the user chose that.
 *
 * @throws UserError when the user gave no time since when
 */
export function linesToReturn(chosen: Parameters): (thing: IDataObject) => IDataObject {
	if (!chosen.isTrue(changedLinesOnly)) return (thing) => thing;
	const since = chosen.time(changedSince);
	if (since === undefined) {
		throw new UserError("'Changed Lines Only' needs a time in 'Changed Since'", {
			description: "Add the filter 'Changed Since', or remove 'Changed Lines Only'.",
		});
	}
	return (thing) => changedLinesSince(thing, since);
}

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
};

/** The collection `filters`. */
export function filtersField(description: string, options: INodeProperties[]): INodeProperties {
	return { ...filters, description, options: options.flatMap(listOrText) };
}

/** What the user chose in the collection `filters`. */
export function filtersOf(caller: JobCaller): Parameters {
	return new Parameters(caller, filters);
}
