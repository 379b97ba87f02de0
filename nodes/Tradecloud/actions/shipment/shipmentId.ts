/** The parameter `shipmentId`. */
import type { INodeProperties } from 'n8n-workflow';

import type { JobCaller } from '../operation';
import { Parameters } from '../parameters';

export const shipmentIdField: INodeProperties = {
	displayName: 'Shipment',
	name: 'shipmentId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description:
		"The shipment. After a Tradecloud Trigger, choose 'By ID' and drag its 'shipmentId' here.",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a shipment...',
			typeOptions: { searchListMethod: 'searchShipments', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 0c1f7a52-5b4e-5d0a-9f43-2e6d1c8b7a90-SH123456',
			hint: 'The shipmentId from a Tradecloud Trigger',
		},
	],
};

/** @throws UserError when it is empty */
export function shipmentIdOf(caller: JobCaller): string {
	return new Parameters(caller).requiredText(shipmentIdField);
}
