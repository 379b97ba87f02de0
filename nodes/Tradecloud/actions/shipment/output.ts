/** The `output` parameter of operations that give shipments. */
import type { IDataObject } from 'n8n-workflow';

import { shipmentRows } from '../../model/flatRow';
import type { JobCaller } from '../operation';
import { outputField } from '../outputField';
import { Parameters } from '../parameters';

export const shipmentOutputField = outputField([
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
]);

/** What becomes of a shipment, by the values of `output`. */
export const shipmentOutputs: Record<string, (shipment: IDataObject) => IDataObject[]> = {
	raw: (shipment) => [shipment],
	rows: shipmentRows,
};

/** What makes of a shipment the output items for which the parameter `output` asks. */
export function shipmentOutputOf(caller: JobCaller): (shipment: IDataObject) => IDataObject[] {
	return shipmentOutputs[new Parameters(caller).choice(shipmentOutputField) ?? 'raw'];
}
