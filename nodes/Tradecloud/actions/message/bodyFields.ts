/** What the editor asks for to fill in a message. */
import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { isTop, isValue, type Field } from '../../model/messages/field';
import { keyColumns, rowColumns, type Message } from '../../model/messages/message';
import { isMonth } from '../../model/messages/months';
import { additionalFields, parameter, quantitiesField } from './parameters';

/** A second form of a message, chosen by a boolean parameter. */
export interface Variant {
	field: INodeProperties;
	message: Message;
}

export interface BodyOptions {
	message: Message;
	variant?: Variant;
	/** What to know before it is filled in. */
	notice?: string;
}

/** The parameter `bodyMode`, and those of each mode. */
export function bodyFields({ message, variant, notice }: BodyOptions): INodeProperties[] {
	const [top, more] = split(message.header);
	return [
		...(notice ? [noticeField('notice', notice)] : []),
		modeField(message),
		...(variant ? [variant.field] : []),
		...shown('json', jsonFields(message, variant)),
		...shown('fields', [
			...top.flatMap(parameter),
			linesField(message, variant),
			...additionalFields(more.flatMap(parameter)),
		]),
		...shown('rows', [columnsNotice(message), columnsField]),
	];
}

function shown(mode: string, fields: INodeProperties[]): INodeProperties[] {
	return updateDisplayOptions({ show: { bodyMode: [mode] } }, fields);
}

function noticeField(name: string, displayName: string): INodeProperties {
	return { displayName, name, type: 'notice', default: '' };
}

function modeField(message: Message): INodeProperties {
	const columns = keyColumns(message).map(({ title }) => `'${title}'`);
	return {
		displayName: 'Input Mode',
		name: 'bodyMode',
		type: 'options',
		noDataExpression: true,
		default: 'fields',
		description: `How to fill in the ${message.name}`,
		options: [
			{ name: 'Fields', value: 'fields', description: 'Fill in the fields one by one' },
			{ name: 'JSON', value: 'json', description: 'The whole message as Tradecloud defines it' },
			{
				name: 'Rows',
				value: 'rows',
				description: `Each input item is a row, as from a sheet or a database; those with the same ${columns.join(' and ')} become one ${message.name}`,
			},
		],
	};
}

/** Those at the top, and those that are additional. */
function split(columns: Field[]): [Field[], Field[]] {
	return [columns.filter(isTop), columns.filter((column) => !isTop(column))];
}

/** It starts empty, so that an example is never sent by a slip. Each form has an example of its own. */
function jsonFields(message: Message, variant?: Variant): INodeProperties[] {
	const field = ({ example, name }: Message): INodeProperties => ({
		displayName: 'JSON',
		name: 'body',
		type: 'json',
		required: true,
		default: '{}',
		description: `The ${name} as Tradecloud's API manual defines it; fields that are not checked pass unchanged`,
		hint: `For example: <code>${JSON.stringify(example, null, 1).replace(/\s+/g, ' ')}</code>`,
	});
	if (!variant) return [field(message)];
	return [message, variant.message].map((form) => ({
		...field(form),
		displayOptions: { show: { [variant.field.name]: [form !== message] } },
	}));
}

/** A list that grows by each row does so by each line here. */
function linesField({ name, line }: Message, variant?: Variant): INodeProperties {
	const columns = line.flatMap(ofOneLine);
	const others = variant?.message.line.flatMap(ofOneLine) ?? columns;
	const has = (list: Field[], column: Field) => list.some((own) => own.name === column.name);
	const field = (column: Field) => {
		const isIn = [columns, others].map((list) => has(list, column));
		if (!variant || !isIn.includes(false)) return parameter(column);
		return updateDisplayOptions(
			{ show: { [`/${variant.field.name}`]: [isIn[1]] } },
			parameter(column),
		);
	};
	const all = [...columns, ...others.filter((column) => !has(columns, column))];
	const months = all.filter(isMonth);
	const [top, more] = split(all.filter((column) => !isMonth(column)));
	return {
		displayName: 'Lines',
		name: 'lines',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Line',
		default: {},
		description: `The lines of the ${name}. Those with the same number become one line, with a delivery or period from each.`,
		options: [
			{
				displayName: 'Line',
				name: 'line',
				values: [
					...top.flatMap(field),
					...(months.length > 0 ? [quantitiesField] : []),
					...additionalFields(more.flatMap(field)),
					...months.flatMap(parameter).map(hidden),
				],
			},
		],
	};
}

/** Values of workflows that hold the months one by one still count. */
function hidden(field: INodeProperties): INodeProperties {
	return { ...field, type: 'hidden' };
}

function ofOneLine(column: Field): Field[] {
	return !isValue(column) && column.perRow ? column.fields : [column];
}

function columnsNotice(message: Message): INodeProperties {
	const names = rowColumns(message)
		.filter(isTop)
		.map(({ title }) => title);
	return {
		...noticeField(
			'columnsNotice',
			`Columns that are mapped automatically are called: ${names.join(', ')}. Upper and lower case, spaces and underscores do not matter. 'Map Each Column Manually' shows all others.`,
		),
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
