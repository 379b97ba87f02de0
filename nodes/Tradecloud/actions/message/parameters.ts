/** The columns of a message as parameters of the editor. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { byName } from '../../model/byName';
import {
	isValue,
	type Column,
	type ListColumn,
	type ValueColumn,
} from '../../model/messages/columns';

/** The parameter of a value, or of a list of values. */
export function parameter(column: Column): INodeProperties {
	if (!isValue(column)) return listParameter(column);
	const { name, title, required, value, many, common } = column;
	return {
		displayName: title,
		name,
		...typeOf(column),
		...(required && { required }),
		...(value.example !== undefined && { placeholder: `e.g. ${value.example}` }),
		description:
			many && common ? `${value.description}. An expression can give a list.` : value.description,
	};
}

const notSet = { name: 'Not Set', value: '', description: 'Leave it out' };
const asEntered = { name: 'As Entered', value: '', description: 'Use the values entered' };

/** A number starts empty: a 0 that nobody entered is never sent. At the top one text is enough, mostly. */
function typeOf({ many, common, value }: ValueColumn): Pick<INodeProperties, 'type' | 'default'> {
	if (value.kind === 'choice') return choice([...value.options, notSet]);
	if (value.kind === 'indicators') {
		if (value.one) return choice([...value.options, asEntered]);
		return { ...choice(value.options), type: 'multiOptions', default: [] };
	}
	const type = value.kind === 'number' ? 'number' : 'string';
	const manyTexts = { typeOptions: { multipleValues: true }, default: [] };
	return { type, default: '', ...(many && !common && manyTexts) };
}

function choice(options: INodePropertyOptions[]) {
	return { type: 'options' as const, default: '', options: [...options].sort(byName) };
}

function listParameter(column: ListColumn): INodeProperties {
	const { name, title, description, elements, required } = column;
	return {
		displayName: title,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		...(required && { required }),
		placeholder: `Add ${title.replace(/ies$/, 'y').replace(/s$/, '')}`,
		default: {},
		description,
		options: [{ displayName: title, name: 'values', values: elements.map(parameter) }],
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
