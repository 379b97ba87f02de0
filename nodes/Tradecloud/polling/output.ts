/** The `output` parameter of the polling trigger: that of the operations, without what needs further parameters. */
import type {
	IDataObject,
	INodeProperties,
	INodePropertyOptions,
	IPollFunctions,
} from 'n8n-workflow';

import { outputFields } from '../actions/order/output';
import { shipmentOutputField } from '../actions/shipment/output';
import { orderRows, shipmentRows } from '../model/flatRow';
import { orderLines, type Order } from '../model/order';
import { simplified } from '../model/simplified';

const orderOutputs: Record<string, (order: Order) => IDataObject[]> = {
	lines: orderLines,
	raw: (order) => [order],
	rows: orderRows,
	simplified: (order) => [simplified(order)],
};

const [orderOutput] = outputFields;
const orderOptions = (orderOutput.options as INodePropertyOptions[]).filter(({ value }) =>
	Object.hasOwn(orderOutputs, String(value)),
);

export const polledOutputFields: INodeProperties[] = [
	{
		...orderOutput,
		options: orderOptions,
		displayOptions: { show: { resource: ['order', 'singleDeliveryOrder'] } },
	},
	{ ...shipmentOutputField, displayOptions: { show: { resource: ['shipment'] } } },
];

/** What the workflow gets of changed orders or shipments; as rows, of one without lines nothing. */
export function polledOutput(context: IPollFunctions, things: IDataObject[]): IDataObject[] {
	const output = context.getNodeParameter('output', 'raw') as string;
	const isOfShipments = context.getNodeParameter('resource') === 'shipment';
	if (isOfShipments) return output === 'rows' ? things.flatMap(shipmentRows) : things;
	return things.flatMap(orderOutputs[output] ?? orderOutputs.raw);
}
