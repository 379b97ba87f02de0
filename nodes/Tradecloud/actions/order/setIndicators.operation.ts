/** Sets or clears indicators (shipped, delivered, …) of an order. Repeating it is safe. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { indicators } from '../../model/messages/orderUpdates';
import { indicatorOptions } from '../../model/statuses';
import { sendOperation } from '../message/send';

function choice(displayName: string, name: string, description: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'multiOptions',
		default: [],
		description,
		options: indicatorOptions,
	};
}

const set = choice('Indicators to Set', 'set', 'The indicators to set');
const clear = choice(
	'Indicators to Clear',
	'clear',
	'The indicators to clear, as when a cancellation was a slip',
);

const lineIndicators: INodeProperties = {
	displayName: 'Lines',
	name: 'lineIndicators',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Line',
	default: {},
	description: 'Lines for which other indicators apply than for the order',
	options: [
		{
			displayName: 'Line',
			name: 'line',
			values: [
				{
					displayName: 'Position',
					name: 'position',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. 10',
					description: 'The number of the line within the order',
				},
				set,
				clear,
			],
		},
	],
};

function indicatorsOf({ set: on = [], clear: off = [] }: { set?: string[]; clear?: string[] }) {
	const entries = [...off.map((name) => [name, false]), ...on.map((name) => [name, true])];
	return Object.fromEntries(entries) as IDataObject;
}

interface Line {
	position: string;
	set?: string[];
	clear?: string[];
}

export const setIndicators = sendOperation({
	value: 'setIndicators',
	name: 'Set Indicators',
	action: 'Set order indicators',
	description:
		'As a buyer, mark an order or its lines as shipped, delivered, completed, cancelled or confirmed',
	message: indicators,
	path: '/api-connector/order/indicators',
	fieldsMode: {
		fields: [set, clear, lineIndicators],
		add(context, item) {
			const order = indicatorsOf({
				set: context.getNodeParameter('set', item, []) as string[],
				clear: context.getNodeParameter('clear', item, []) as string[],
			});
			const { line = [] } = context.getNodeParameter('lineIndicators', item, {}) as {
				line?: Line[];
			};
			const lines = line.map(({ position, ...own }) => ({
				position: String(position),
				indicators: indicatorsOf(own),
			}));
			return { order: { indicators: order }, ...(lines.length > 0 && { lines }) };
		},
	},
});
