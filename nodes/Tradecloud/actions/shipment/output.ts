/** The `output` parameter of operations that give shipments. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { shipmentRows } from '../../model/flatRow';
import type { JobCaller } from '../operation';
import { Parameters } from '../parameters';

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

/** What makes of a shipment the output items for which the parameter `output` asks. */
export function shipmentOutputOf(caller: JobCaller): (shipment: IDataObject) => IDataObject[] {
	const output = new Parameters(caller).choice(shipmentOutputField);
	return output === 'rows' ? shipmentRows : (shipment) => [shipment];
}
