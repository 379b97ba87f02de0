/** The `output` parameter of operations that give order lines. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { simplifiedLine } from '../../model/orderLine';
import type { JobCaller } from '../operation';

export const lineOutputField: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: 'raw',
	description: 'Which data to return',
	options: [
		{
			name: 'Raw',
			value: 'raw',
			description: 'The order line as Tradecloud sent it',
		},
		{
			name: 'Simplified',
			value: 'simplified',
			description:
				'Flat fields for a sheet or a database: order, supplier, item, quantity, price, dates, status',
		},
	],
};

/** An order line, as the parameter `output` asks for. */
export function lineOutputOf({ context, itemIndex }: JobCaller, line: IDataObject): IDataObject {
	const isSimplified = context.getNodeParameter('output', itemIndex) === 'simplified';
	return isSimplified ? simplifiedLine(line) : line;
}
