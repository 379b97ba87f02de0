/** The options by which the cells of sheets and the fields of the editor are read. */
import type { INodeProperties } from 'n8n-workflow';

export const dateFormat: INodeProperties = {
	displayName: 'Date Format',
	name: 'dateFormat',
	type: 'options',
	default: 'dayMonthYear',
	description:
		'How to read dates such as 1/2/2027. Without this option, only unambiguous dates are read: yyyy-MM-dd, 31-1-2027, and those of Excel.',
	options: [
		{ name: 'Day, Month, Year', value: 'dayMonthYear', description: '31-1-2027' },
		{ name: 'Month, Day, Year', value: 'monthDayYear', description: '1/31/2027' },
	],
	displayOptions: { show: { '/bodyMode': ['fields', 'rows'] } },
};

export const decimalSeparator: INodeProperties = {
	displayName: 'Decimal Separator',
	name: 'decimalSeparator',
	type: 'options',
	default: 'comma',
	description:
		'How to read numbers that are text, such as 1.000. Without this option, only unambiguous ones are read.',
	options: [
		{ name: 'Comma', value: 'comma', description: '1.250,50' },
		{ name: 'Point', value: 'point', description: '1,250.50' },
	],
	displayOptions: { show: { '/bodyMode': ['fields', 'rows'] } },
};

export const ignoreColumns: INodeProperties = {
	displayName: 'Ignore Columns',
	name: 'ignoreColumns',
	type: 'string',
	default: '',
	placeholder: 'e.g. Remark, Checked by',
	description:
		'The columns of the input to leave out, separated by commas. Any other unknown column stops the node before anything is sent, unless columns are mapped manually.',
	displayOptions: { show: { '/bodyMode': ['rows'] } },
};
