/** Gets one shipment with all its lines and documents. */
import { shipmentById } from '../../transport/shipments';
import { json, type Operation } from '../operation';
import { shipmentOutputField, shipmentOutputOf } from './output';
import { shipmentIdField, shipmentIdOf } from './shipmentId';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get shipment',
	description: 'Fetch one shipment with all its lines and documents, by its ID',
	kind: 'read',
	apiVersions: ['v2'],
	fields: [shipmentIdField, shipmentOutputField],
	async execute(caller) {
		const outputOf = shipmentOutputOf(caller);
		return json(outputOf(await shipmentById(caller, shipmentIdOf(caller))));
	},
};
