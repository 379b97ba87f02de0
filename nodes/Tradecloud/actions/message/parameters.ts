/** The columns of a message as parameters of the editor. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { byName } from '../../model/byName';
import { isValue, type Field } from '../../model/messages/field';
import { listOrText } from '../listOrText';

/** The parameter of a value or of a list. */
export function parameter(column: Field): INodeProperties[] {
	const { name, title, description = '', required, example, many, common, repeats } = column;
	const more = [
		...(many && common ? ['An expression can give a list.'] : []),
		...(repeats ? ['If empty, that of the first line is used.'] : []),
	];
	const own: INodeProperties = {
		displayName: title,
		name,
		...(isValue(column) ? ofValue(column) : ofList(column)),
		...(required && { required }),
		...(example !== undefined && { placeholder: `e.g. ${example}` }),
		description: [description, ...more].join('. '),
	};
	return listOrText(own);
}

type Form = Pick<INodeProperties, 'type' | 'default'> & Partial<INodeProperties>;

const notSet = { name: 'Not Set', value: '', description: 'Leave it out' };
const asEntered = { name: 'As Entered', value: '', description: 'Use the values entered' };

const lists: Record<string, string | undefined> = {
	country: 'getCountries',
	currency: 'getCurrencies',
};

/** A number starts empty: a 0 that nobody entered is never sent. At the top one text is enough, mostly. */
function ofValue({ kind, options, one, many, common }: Field): Form {
	const choices = (...own: INodePropertyOptions[]) => ({ options: own.sort(byName) });
	if (kind === 'choice') return { type: 'options', default: '', ...choices(...options, notSet) };
	if (one) return { type: 'options', default: '', ...choices(...options, asEntered) };
	if (kind === 'indicators') return { type: 'multiOptions', default: [], ...choices(...options) };
	const loadOptionsMethod = lists[kind];
	if (loadOptionsMethod) {
		return { type: 'options', default: '', typeOptions: { loadOptionsMethod } };
	}
	if (kind === 'date') return { type: 'dateTime', default: '', typeOptions: { dateOnly: true } };
	if (kind === 'dateTime') return { type: 'dateTime', default: '' };
	const manyTexts = { typeOptions: { multipleValues: true }, default: [] };
	const type = kind === 'number' ? 'number' : 'string';
	return { type, default: '', ...(many && !common && manyTexts) };
}

function ofList({ title, fields }: Field): Form {
	return {
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: `Add ${title.replace(/ies$/, 'y').replace(/s$/, '')}`,
		default: {},
		options: [{ displayName: title, name: 'values', values: fields.flatMap(parameter) }],
	};
}

/** The collection of what is rarely filled in; none where there is nothing. */
export function additionalFields(fields: INodeProperties[]): INodeProperties[] {
	if (fields.length === 0) return [];
	const inOrder = [...fields].sort((one, other) =>
		byName({ name: one.displayName }, { name: other.displayName }),
	);
	return [
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: inOrder,
		},
	];
}

/** In place of a field for each of 36 months. */
export const quantitiesField: INodeProperties = {
	displayName: 'Monthly Quantities',
	name: 'quantities',
	type: 'string',
	default: '',
	placeholder: 'e.g. 500; 250; 250',
	description:
		'How much you expect to order in the month of the start date and in up to 35 months after it, separated by semicolons. A month may be empty. An expression can give a list.',
};
