/** The parameters of what a buyer decides about lines of an order. */
import { UserError, type INodeProperties } from 'n8n-workflow';

import type { LineDecision } from '../../transport/orderCommands';
import type { JobCaller } from '../operation';
import { permissionNotice } from '../permission';
import { textOf, textsOf } from '../texts';
import { orderIdField } from './orderId';

/** Which lines: `whose` says what it is about them. */
export function lineFields(whose: string): INodeProperties[] {
	return [
		permissionNotice,
		orderIdField,
		{
			displayName: 'Line Positions',
			name: 'linePositions',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 10, 20',
			description: `The positions of the order lines ${whose}, separated by commas`,
		},
	];
}

export const reasonField: INodeProperties = {
	displayName: 'Reason',
	name: 'reason',
	type: 'string',
	default: '',
	placeholder: 'e.g. The goods are needed on the agreed date',
	description: 'Why, for the supplier to read',
};

/** Optional: the decision is refused when the order has changed since. */
export const versionField: INodeProperties = {
	displayName: 'Order Version',
	name: 'version',
	type: 'number',
	default: '',
	description:
		"The 'version' of the order that the decision is about; when the order has changed since, Tradecloud refuses the decision",
};

/** @throws UserError when no position is named */
export function lineDecisionOf({ context, itemIndex }: JobCaller): LineDecision {
	const linePositions = textsOf(context.getNodeParameter('linePositions', itemIndex));
	if (linePositions.length === 0) {
		throw new UserError("'Line Positions' is empty. Enter the positions, such as 10, 20.");
	}
	const reason = textOf(context.getNodeParameter('reason', itemIndex, ''));
	const version = context.getNodeParameter('version', itemIndex, '') as number | '';
	return { linePositions, ...(reason && { reason }), ...(version !== '' && { version }) };
}
