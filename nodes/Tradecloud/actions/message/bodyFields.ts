/** What the editor asks for to fill in a message. */
import type { INodeProperties } from 'n8n-workflow';

import type { Column, Message } from '../../model/messages/message';

/** A second form of a message, chosen by a boolean parameter. */
export interface Variant {
	field: INodeProperties;
	message: Message;
}

export interface BodyOptions {
	message: Message;
	variant?: Variant;
	/** Whether the input items can be rows of messages. */
	rows?: boolean;
	/** Parameters of the mode 'Fields' that are not columns of the message. */
	fieldsMode?: { fields: INodeProperties[] };
}

/** The parameter `bodyMode`, and those of each mode. */
export function bodyFields({ message, variant, rows, fieldsMode }: BodyOptions): INodeProperties[] {
	return [
		{
			displayName: 'Fill In With',
			name: 'bodyMode',
			type: 'options',
			noDataExpression: true,
			default: 'fields',
			description: `How to fill in the ${message.name}`,
			options: [
				{ name: 'Fields', value: 'fields', description: 'Fill in the most used fields one by one' },
				{ name: 'JSON', value: 'json', description: 'The whole message as Tradecloud defines it' },
				...(rows ? [rowsOption(message)] : []),
			],
		},
		...(variant ? [variant.field] : []),
		...shown('json', jsonFields(message, variant)),
		...shown('fields', [
			...message.header.filter(({ required }) => required).map(field),
			...(fieldsMode?.fields ?? []),
			...linesField(message, variant),
			...additionalFields(message),
		]),
		...(rows ? shown('rows', [columnsNotice(message), columnsField]) : []),
	];
}

function shown(mode: string, fields: INodeProperties[]): INodeProperties[] {
	return fields.map((own) => ({
		...own,
		displayOptions: { show: { bodyMode: [mode], ...own.displayOptions?.show } },
	}));
}

function rowsOption({ name, number, header }: Message) {
	const column = header.find((own) => own.name === number)?.displayName;
	return {
		name: 'Rows',
		value: 'rows',
		description: `Each input item is a line, as from a sheet or a database; those with the same '${column}' become one ${name}`,
	};
}

/** Each form starts with an example of its own. */
function jsonFields(message: Message, variant?: Variant): INodeProperties[] {
	if (!variant) return [jsonField(message)];
	return [message, variant.message].map((form) => ({
		...jsonField(form),
		displayOptions: { show: { [variant.field.name]: [form !== message] } },
	}));
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
function field(column: Column): INodeProperties {
	const { name, displayName, required, otherwise, placeholder, description, options } = column;
	return {
		displayName,
		name,
		type: options ? 'options' : column.type,
		...(options && { options }),
		...(required && { required }),
		default: otherwise ?? '',
		placeholder,
		description,
	};
}

function linesField({ line, name }: Message, variant?: Variant): INodeProperties[] {
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
			options: [
				{
					displayName: 'Line',
					name: 'line',
					values: line.map((column) => lineField(column, variant)),
				},
			],
		},
	];
}

/** A column that the other form lacks is not shown there. */
function lineField(column: Column, variant?: Variant): INodeProperties {
	if (!variant || variant.message.line.some(({ name }) => name === column.name))
		return field(column);
	return { ...field(column), displayOptions: { show: { [`/${variant.field.name}`]: [false] } } };
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

function columnsNotice({ header, line }: Message): INodeProperties {
	const names = [...header, ...line].map(({ displayName }) => displayName).join(', ');
	return {
		displayName: `Columns that are mapped automatically are called: ${names}. Upper and lower case, spaces and underscores do not matter.`,
		name: 'columnsNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { '/columns.mappingMode': ['autoMapInputData'] } },
	};
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
