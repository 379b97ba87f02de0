/** The parameter `output`: the forms in which what was read leaves the node. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { byName } from '../model/byName';
import { named } from '../model/names';
import type { JobCaller } from './operation';
import { Parameters } from './parameters';

/** By the values of the parameter: what the editor says of a form, and the items it makes of a thing. */
export type Forms = Record<
	string,
	{ description: string; of: (thing: IDataObject) => IDataObject[] }
>;

/** The parameter for these forms, one of which is `raw`. */
export function outputField(forms: Record<string, { description: string }>): INodeProperties {
	const options = Object.entries(forms).map(([value, { description }]) =>
		named({ value, description }),
	);
	return {
		displayName: 'Output',
		name: 'output',
		type: 'options',
		default: 'raw',
		description: 'Which data to return',
		options: options.sort(byName),
	};
}

/** What makes the output items of a thing in the form that the user chose. */
export function outputFor(caller: JobCaller, forms: Forms): Forms[string]['of'] {
	return forms[new Parameters(caller).choice(outputField(forms)) ?? 'raw'].of;
}
