/** The `output` parameter of the polling trigger: that of the operations, without what needs further parameters. */
import type {
	IDataObject,
	INodeProperties,
	INodePropertyOptions,
	IPollFunctions,
} from 'n8n-workflow';

import { orderOutputField, orderOutputs } from '../actions/order/output';
import { shipmentOutputField, shipmentOutputs } from '../actions/shipment/output';

const orderOptions = (orderOutputField.options as INodePropertyOptions[]).filter(({ value }) =>
	Object.hasOwn(orderOutputs, String(value)),
);

export const polledOutputFields: INodeProperties[] = [
	{
		...orderOutputField,
		options: orderOptions,
		displayOptions: { show: { resource: ['order', 'singleDeliveryOrder'] } },
	},
	{ ...shipmentOutputField, displayOptions: { show: { resource: ['shipment'] } } },
];

/** What the workflow gets of changed orders or shipments; as rows, of one without lines nothing. */
export function polledOutput(context: IPollFunctions, things: IDataObject[]): IDataObject[] {
	const output = context.getNodeParameter('output', 'raw') as string;
	const isOfShipments = context.getNodeParameter('resource') === 'shipment';
	const outputs = isOfShipments ? shipmentOutputs : orderOutputs;
	return things.flatMap(outputs[output] ?? outputs.raw);
}
