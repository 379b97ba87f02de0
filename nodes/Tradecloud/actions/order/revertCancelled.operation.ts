/** Takes back that order lines were cancelled. It is sent once: meanwhile they may have been cancelled for good. */
import { revertLines } from '../../transport/orderCommands';
import { json, type Operation } from '../operation';
import { lineDecisionOf, lineFields, reasonField, versionField } from './lineDecision';
import { orderIdOf } from './orderId';

export const revertCancelled: Operation = {
	value: 'revertCancelled',
	name: 'Revert Cancelled',
	action: 'Revert cancelled order lines',
	description: 'As a buyer, undo the cancellation of order lines',
	kind: 'once',
	apiVersions: ['v2'],
	fields: [...lineFields('to restore'), reasonField, versionField],
	async execute(caller) {
		const decision = lineDecisionOf(caller);
		const orderId = await orderIdOf(caller);
		const answer = await revertLines(caller, orderId, 'Cancelled', decision);
		return json({ orderId, ...answer });
	},
};
