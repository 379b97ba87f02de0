/** Rules: completing, and taking back what was completed or cancelled. */
import { answer, line, otherDate, type Body } from '../bodies';
import { answeredIfAllowed } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { cancelled, completed, four, ofEachKind, onLine, sayOfBoth, two } from '../ends';

const complete = 'order/buyer/complete.md';
const evidence = 'documented';
const usedBy = [parts.orderUpdates];
const buyer = ['buyer'] as const;
const both = ['buyer', 'supplier'] as const;
export const completing: readonly Rule[] = [
	{
		page: complete,
		sentence: 'Issued, Confirmed and Rejected lines become Completed',
		evidence,
		usedBy,
		needs: both,
		async check(world) {
			const order = await TestOrder.issued(world, four);
			await ofEachKind(order);
			const lines = ['00010', '00020', '00030'].flatMap((position) => onLine(position, completed));
			await order.about('indicators', lines);
			for (const { position } of lines) await order.becomes(String(position), 'Completed');
		},
	},
	{
		page: 'order/buyer/issue/indicators.md',
		sentence: 'An InProgress line becomes Completed, too',
		evidence: 'guess',
		ifWrong:
			'The page on completing says that it cannot be: the line stays as it is, which a fetch of the order shows.',
		usedBy,
		needs: both,
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.respond([answer('00010', otherDate)]);
			await order.becomes('00010', 'InProgress', 'OpenSupplierProposal');
			await order.about('indicators', onLine('00010', completed));
			await order.becomes('00010', 'Completed');
		},
	},
	{
		page: complete,
		sentence: 'A Cancelled line cannot be completed',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world, two);
			await order.about('indicators', onLine('00010', cancelled));
			await order.becomes('00010', 'Cancelled');
			await sayOfBoth(order, completed, completed);
			await order.becomes('00020', 'Completed');
			await order.becomes('00010', 'Cancelled');
		},
	},
	{
		page: complete,
		sentence: 'Completing goes before cancelling where a message says both',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.about('indicators', onLine('00010', { ...completed, ...cancelled }));
			await order.becomes('00010', 'Completed');
		},
	},
	{
		page: complete,
		sentence: 'completed in the header of an order message is for the lines of that message only',
		evidence,
		usedBy: [parts.orderMessage],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world, two);
			await order.send([line('00010')], { order: { indicators: completed } });
			await order.becomes('00010', 'Completed');
			await order.becomes('00020', 'Confirmed');
		},
	},
];
/** A rule that ends a line and takes that back by a command. */
function reverts(
	page: Rule['page'],
	command: 'revertCancelled' | 'revertCompleted',
	indicators: Body,
	processStatus: string,
	inProgressStatus: string,
): Rule {
	return {
		page,
		sentence: `${command} takes a line back from ${processStatus} to InProgress, as ${inProgressStatus}`,
		evidence: 'sample',
		usedBy: [parts.orderCommands],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			await order.about('indicators', onLine('00010', indicators));
			await order.becomes('00010', processStatus);
			const body = { linePositions: ['00010'], reason: 'Entered in error' };
			answeredIfAllowed(command, await order.command(command, body), 200, 202);
			await order.becomes('00010', 'InProgress', inProgressStatus);
		},
	};
}
export const reverting: readonly Rule[] = [
	reverts(
		'SDK: order/RevertCancelledOrderLine',
		'revertCancelled',
		cancelled,
		'Cancelled',
		'RevertedCancelledLine',
	),
	reverts(
		'SDK: order/RevertCompletedOrderLine',
		'revertCompleted',
		completed,
		'Completed',
		'RevertedCompletedLine',
	),
];
