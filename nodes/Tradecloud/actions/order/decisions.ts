/**
 * What a buyer decides about lines of an order. It is sent once: a second answer would find no open request,
 * and what was taken back may have been cancelled or completed for good meanwhile.
 */
import type { INodeProperties } from 'n8n-workflow';

import { decideLines, type Decision } from '../../transport/orderCommands';
import { json, type Operation } from '../operation';
import { Parameters } from '../parameters';
import { permissionNotice } from '../permission';
import { namingFields, orderIdOf } from './orderId';

const linePositionsField: INodeProperties = {
	displayName: 'Line Positions',
	name: 'linePositions',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 10, 20',
};

/** Lines to restore. */
const restored: INodeProperties[] = [
	{
		...linePositionsField,
		description: 'The positions of the order lines to restore, separated by commas',
	},
];

/** Lines with an open request: from a list, but for AI agents, whose models cannot choose from one. */
function requested(what: 'approve' | 'reject'): INodeProperties[] {
	return [
		{
			...linePositionsField,
			displayName: 'Line Positions',
			type: 'multiOptions',
			typeOptions: {
				loadOptionsMethod: 'getOpenRequests',
				loadOptionsDependsOn: ['orderId.value', 'companyId.value'],
			},
			default: [],
			description: `The order lines whose open requests to ${what}. An expression can give their positions.`,
			displayOptions: { show: { '@tool': [false] } },
		},
		{
			...linePositionsField,
			description: `The positions of the order lines whose requests to ${what}, separated by commas`,
			displayOptions: { show: { '@tool': [true] } },
		},
	];
}

const reasonField: INodeProperties = {
	displayName: 'Reason',
	name: 'reason',
	type: 'string',
	default: '',
	placeholder: 'e.g. The goods are needed on the agreed date',
	description: 'Why, for the supplier to read',
};

const versionField: INodeProperties = {
	displayName: 'Order Version',
	name: 'version',
	type: 'number',
	default: '',
	description:
		"The 'version' of the order that the decision is about; when the order has changed since, Tradecloud refuses the decision",
};

type Decided = Pick<Operation, 'action' | 'description' | 'fields'>;

function decision(value: Decision, { fields, ...described }: Decided): Operation {
	return {
		value,
		...described,
		kind: 'once',
		fields: [permissionNotice, ...namingFields, ...fields, versionField],
		async execute(caller) {
			const parameters = new Parameters(caller);
			// SDK: BulkApproveRejectRequests/README.md
			const reason =
				value === 'rejectRequests'
					? parameters.requiredText(
							reasonField,
							'Tradecloud requires one: enter why you reject the requests.',
						)
					: parameters.optionalText(reasonField);
			const version = parameters.wholeNumber(versionField, 0);
			const lines = {
				linePositions: parameters.requiredTexts(linePositionsField),
				...(reason && { reason }),
				...(version !== undefined && { version }),
			};
			const orderId = await orderIdOf(caller);
			return json({ orderId, ...(await decideLines(caller, orderId, value, lines)) });
		},
	};
}

export const decisions = [
	decision('approveRequests', {
		action: 'Approve requests of order lines',
		description:
			"As a buyer, approve a supplier's proposals, reopen requests and reschedule requests for order lines",
		fields: requested('approve'),
	}),
	decision('rejectRequests', {
		action: 'Reject requests of order lines',
		description:
			"As a buyer, reject a supplier's proposals, reopen requests and reschedule requests for order lines",
		fields: [...requested('reject'), { ...reasonField, required: true }],
	}),
	decision('revertCancelled', {
		action: 'Revert cancelled order lines',
		description: 'As a buyer, undo the cancellation of order lines',
		fields: [...restored, reasonField],
	}),
	decision('revertCompleted', {
		action: 'Revert completed order lines',
		description: 'As a buyer, undo the completion of order lines',
		fields: [...restored, reasonField],
	}),
];
