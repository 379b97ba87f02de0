/** What the editor asks for to fill in a message. */
import type { INodeProperties } from 'n8n-workflow';

import type { Column, Message } from '../../model/messages/message';

export interface BodyOptions {
	message: Message;
	/** Whether the input items can be rows of messages. */
	rows?: boolean;
	/** Parameters of the mode 'Fields' that are not columns of the message. */
	fieldsMode?: { fields: INodeProperties[] };
}

/** The parameter `bodyMode`, and those of each mode. */
export function bodyFields({ message, rows, fieldsMode }: BodyOptions): INodeProperties[] {
	return [
		{
			displayName: 'Body',
			name: 'bodyMode',
			type: 'options',
			noDataExpression: true,
			default: 'fields',
			description: 'How to fill in the message',
			options: [
				{ name: 'Fields', value: 'fields', description: 'Fill in the most used fields one by one' },
				{ name: 'JSON', value: 'json', description: 'The whole message as Tradecloud defines it' },
				...(rows ? [rowsOption(message)] : []),
			],
		},
		...shown('json', [jsonField(message)]),
		...shown('fields', [
			...message.header.filter(({ required }) => required).map(field),
			...(fieldsMode?.fields ?? []),
			...linesField(message),
			...additionalFields(message),
		]),
		...(rows ? shown('rows', [columnsField]) : []),
	];
}

function shown(mode: string, fields: INodeProperties[]): INodeProperties[] {
	return fields.map((own) => ({ ...own, displayOptions: { show: { bodyMode: [mode] } } }));
}

function rowsOption({ name, number, header }: Message) {
	const column = header.find((own) => own.name === number)?.displayName;
	return {
		name: 'Rows',
		value: 'rows',
		description: `Each input item is a line, as from a sheet or a database; those with the same '${column}' become one ${name}`,
	};
}

function jsonField({ example, name }: Message): INodeProperties {
	return {
		displayName: 'JSON',
		name: 'body',
		type: 'json',
		required: true,
		default: JSON.stringify(example, null, 2),
		description: `The ${name} as Tradecloud's API manual defines it; fields beyond those checked here pass unchanged`,
	};
}

/** A number starts empty: a 0 that nobody entered is never sent. */
function field({ name, displayName, type, required, otherwise, placeholder, description }: Column) {
	return {
		displayName,
		name,
		type,
		...(required && { required }),
		default: otherwise ?? '',
		placeholder,
		description,
	} satisfies INodeProperties;
}

function linesField({ line, name }: Message): INodeProperties[] {
	if (line.length === 0) return [];
	return [
		{
			displayName: 'Lines',
			name: 'lines',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Line',
			default: {},
			description: `The lines of the ${name}`,
			options: [{ displayName: 'Line', name: 'line', values: line.map(field) }],
		},
	];
}

function additionalFields({ header }: Message): INodeProperties[] {
	const more = header.filter(({ required }) => !required);
	if (more.length === 0) return [];
	return [
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: more.map(field),
		},
	];
}

const columnsField: INodeProperties = {
	displayName: 'Columns',
	name: 'columns',
	type: 'resourceMapper',
	noDataExpression: true,
	required: true,
	default: { mappingMode: 'autoMapInputData', value: null },
	description: 'Which column of the input holds which field of the message',
	typeOptions: {
		resourceMapper: {
			resourceMapperMethod: 'getColumns',
			mode: 'add',
			fieldWords: { singular: 'column', plural: 'columns' },
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: true,
		},
	},
};
