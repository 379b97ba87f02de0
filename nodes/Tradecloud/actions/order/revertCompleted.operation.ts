/** Takes back that order lines were completed. It is sent once: meanwhile they may have been completed for good. */
import { revertLines } from '../../transport/orderCommands';
import { json, type Operation } from '../operation';
import { lineDecisionOf, lineFields, reasonField, versionField } from './lineDecision';
import { orderIdOf } from './orderId';

export const revertCompleted: Operation = {
	value: 'revertCompleted',
	name: 'Revert Completed',
	action: 'Revert completed order lines',
	description: 'As a buyer, undo the completion of order lines',
	kind: 'once',
	apiVersions: ['v2'],
	fields: [...lineFields('to restore'), reasonField, versionField],
	async execute(caller) {
		const decision = lineDecisionOf(caller);
		const orderId = await orderIdOf(caller);
		const answer = await revertLines(caller, orderId, 'Completed', decision);
		return json({ orderId, ...answer });
	},
};
