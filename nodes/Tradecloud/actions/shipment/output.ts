/** The `output` parameter of operations that give shipments. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { shipmentRows } from '../../model/flatRow';
import type { JobCaller } from '../operation';

export const shipmentOutputField: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: 'raw',
	description: 'Which data to return',
	options: [
		{
			name: 'Raw',
			value: 'raw',
			description: 'The whole shipment as Tradecloud sent it, with its shipmentId',
		},
		{
			name: 'Rows',
			value: 'rows',
			description:
				'One flat item for each line of the shipment, for a sheet or a database: order, item, quantity, package, dates',
		},
	],
};

/** The output items of a shipment, as the parameter `output` asks for. */
export function shipmentOutputOf(
	{ context, itemIndex }: JobCaller,
	shipment: IDataObject,
): IDataObject[] {
	const output = context.getNodeParameter('output', itemIndex, 'raw') as string;
	return output === 'rows' ? shipmentRows(shipment) : [shipment];
}
