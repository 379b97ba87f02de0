/** The `output` parameter of operations that give order lines. */
import type { IDataObject } from 'n8n-workflow';

import { orderLineRow } from '../../model/flatRow';
import { simplifiedLine } from '../../model/simplified';
import type { JobCaller } from '../operation';
import { outputField } from '../outputField';
import { Parameters } from '../parameters';

export const lineOutputField = outputField([
	{
		name: 'Raw',
		value: 'raw',
		description: 'The order line as Tradecloud sent it',
	},
	{
		name: 'Rows',
		value: 'rows',
		description:
			'A flat item for a sheet or a database, with the same fields each time, as Rows of orders have them',
	},
	{
		name: 'Simplified',
		value: 'simplified',
		description: 'Flat fields; those that Tradecloud did not send are left out',
	},
]);

/** What makes of an order line the one for which the parameter `output` asks. */
export function lineOutputOf(caller: JobCaller): (line: IDataObject) => IDataObject {
	switch (new Parameters(caller).choice(lineOutputField)) {
		case 'rows':
			return orderLineRow;
		case 'simplified':
			return (line) => simplifiedLine(line);
		default:
			return (line) => line;
	}
}
