/** Gets one shipment with all its lines and documents. */
import { endpoint } from '../../transport/endpoint';
import { request } from '../../transport/request';
import { json, type Operation } from '../operation';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get shipment',
	description: 'Fetch one shipment with all its lines and documents, by its ID',
	apiVersions: ['v2'],
	fields: [
		{
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
					placeholder: 'e.g. 9b2d6c1e-3f4a-5b6c-8d7e-0f1a2b3c4d5e',
					hint: "What the Tradecloud Trigger puts out as 'shipmentId'",
				},
			],
		},
	],
	async execute(caller) {
		const shipmentId = caller.context.getNodeParameter('shipmentId', caller.itemIndex, '', {
			extractValue: true,
		}) as string;
		return json(
			await request(caller, {
				method: 'GET',
				path: endpoint`/shipment/${shipmentId}`,
				subject: `shipment '${shipmentId}'`,
			}),
		);
	},
};
