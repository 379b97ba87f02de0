/** The parameters of what a buyer decides about lines of an order. */
import type { INodeProperties } from 'n8n-workflow';

import type { LineDecision } from '../../transport/orderCommands';
import type { JobCaller } from '../operation';
import { Parameters } from '../parameters';
import { permissionNotice } from '../permission';
import { orderFields } from './orderId';

const linePositionsField: INodeProperties = {
	displayName: 'Line Positions',
	name: 'linePositions',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 10, 20',
};

/** Which lines: `whose` says what it is about them. */
export function lineFields(whose: string): INodeProperties[] {
	return [
		permissionNotice,
		...orderFields,
		{
			...linePositionsField,
			description: `The positions of the order lines ${whose}, separated by commas`,
		},
	];
}

/** Which lines with an open request: from a list, but for AI agents, whose models cannot choose from one. */
export function requestFields(what: 'approve' | 'reject'): INodeProperties[] {
	const [notice, order, company, positions] = lineFields(`whose requests to ${what}`);
	const list: INodeProperties = {
		...positions,
		displayName: 'Line Positions',
		type: 'multiOptions',
		typeOptions: {
			loadOptionsMethod: 'getOpenRequests',
			loadOptionsDependsOn: ['orderId.value', 'companyId.value'],
		},
		default: [],
		description: `The order lines whose open requests to ${what}. An expression can give their positions.`,
	};
	return [
		notice,
		order,
		company,
		{ ...list, displayOptions: { show: { '@tool': [false] } } },
		{ ...positions, displayOptions: { show: { '@tool': [true] } } },
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

/** @throws UserError when no position is named, or not each */
export function lineDecisionOf(caller: JobCaller): LineDecision {
	const parameters = new Parameters(caller);
	const reason = parameters.optionalText(reasonField);
	const version = parameters.wholeNumber(versionField, 0);
	return {
		linePositions: parameters.requiredTexts(linePositionsField),
		...(reason && { reason }),
		...(version !== undefined && { version }),
	};
}
