/** Rules: cancelling, completing, and taking either back. */
import { accept, answer, line, otherDate, reject, type Body } from '../bodies';
import { answeredIfAllowed, holds } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';

const cancel = 'order/buyer/cancel.md';
const complete = 'order/buyer/complete.md';
const evidence = 'documented';
const usedBy = [parts.orderUpdates];
const buyer = ['buyer'] as const;
const both = ['buyer', 'supplier'] as const;

const cancelled = { cancelled: true };
const completed = { completed: true };

/** Three lines: Issued, Confirmed and Rejected, and a fourth with an open proposal. */
async function ofEachKind(order: TestOrder): Promise<void> {
	const proposal = answer('00040', otherDate);
	await order.respond([accept('00020'), reject('00030'), proposal]);
	await order.becomes('00020', 'Confirmed');
	await order.becomes('00030', 'Rejected');
	await order.becomes('00040', 'InProgress', 'OpenSupplierProposal');
}

const four = ['00010', '00020', '00030', '00040'].map((position) => line(position));
const two = [line('00010'), line('00020')];

function onLine(position: string, indicators: Body): Body[] {
	return [{ position, indicators }];
}

/** What was said of one line was processed when what is said of another has come to be. */
async function sayOfBoth(order: TestOrder, one: Body, witness: Body): Promise<void> {
	await order.about('indicators', [
		{ position: '00010', indicators: one },
		{ position: '00020', indicators: witness },
	]);
}

const cancelling: readonly Rule[] = [
	{
		page: cancel,
		sentence: 'Issued, Confirmed, Rejected and InProgress lines become Cancelled at once',
		evidence,
		usedBy,
		needs: both,
		async check(world) {
			const order = await TestOrder.issued(world, four);
			await ofEachKind(order);
			await order.about('indicators', undefined, { indicators: cancelled });
			for (const { position } of four) await order.becomes(String(position), 'Cancelled');
		},
	},
	{
		page: cancel,
		sentence: 'A Completed line cannot be cancelled',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world, two);
			await order.about('indicators', onLine('00010', completed));
			await order.becomes('00010', 'Completed');
			await sayOfBoth(order, cancelled, cancelled);
			await order.becomes('00020', 'Cancelled');
			await order.becomes('00010', 'Completed');
		},
	},
	{
		page: cancel,
		sentence: 'cancelled in the header of an order message is for the lines of that message only',
		evidence,
		usedBy: [parts.orderMessage],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world, two);
			await order.send([line('00010')], { order: { indicators: cancelled } });
			await order.becomes('00010', 'Cancelled');
			await order.becomes('00020', 'Issued');
		},
	},
	{
		page: cancel,
		sentence: 'cancelled in the header of an indicators message is for all lines of the order',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world, two);
			await order.about('indicators', undefined, { indicators: cancelled });
			await order.becomes('00010', 'Cancelled');
			await order.becomes('00020', 'Cancelled');
		},
	},
	{
		page: cancel,
		sentence: 'cancelled on a line goes before cancelled in the header',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world, two);
			const lines = onLine('00010', { cancelled: false });
			await order.about('indicators', lines, { indicators: cancelled });
			await order.becomes('00020', 'Cancelled');
			await order.becomes('00010', 'Issued');
		},
	},
	{
		page: cancel,
		sentence: 'With cancelLineWhenMissing, lines that the message lacks are Cancelled',
		evidence,
		usedBy: [parts.orderMessage],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world, two);
			await order.send([line('00010')], { order: { indicators: { cancelLineWhenMissing: true } } });
			await order.becomes('00020', 'Cancelled');
			await order.becomes('00010', 'Issued');
		},
	},
	{
		page: cancel,
		sentence: 'With cancelLineWhenMissing and no line at all, the whole order is Cancelled',
		evidence,
		usedBy: [parts.orderMessage],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world, two);
			await order.send([], { order: { indicators: { cancelLineWhenMissing: true } } });
			await order.becomes('00010', 'Cancelled');
			await order.becomes('00020', 'Cancelled');
		},
	},
	{
		page: 'order/buyer/issue/indicators.md',
		sentence: 'cancelLineWhenMissing does not cancel a Completed line',
		evidence,
		usedBy: [parts.orderMessage],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world, two);
			await order.about('indicators', onLine('00010', completed));
			await order.becomes('00010', 'Completed');
			await order.send([], { order: { indicators: { cancelLineWhenMissing: true } } });
			await order.becomes('00020', 'Cancelled');
			await order.becomes('00010', 'Completed');
		},
	},
	{
		page: 'order/status.md',
		sentence: 'An order whose lines are all Cancelled is Cancelled, in process and in logistics',
		evidence,
		usedBy: [parts.statuses],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.about('indicators', undefined, { indicators: cancelled });
			await order.becomes('00010', 'Cancelled');
			await order.moves('00010', 'Cancelled');
			const status = { processStatus: 'Cancelled', logisticsStatus: 'Cancelled' };
			holds('the order', await order.read(), { status });
		},
	},
	{
		page: 'order/buyer/issue/indicators.md',
		sentence: 'cancelled: false does not bring a Cancelled line back',
		evidence: 'guess',
		ifWrong: 'A line that the workflow calls not cancelled is taken up again, as its sheet says.',
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world, two);
			await order.about('indicators', onLine('00010', cancelled));
			await order.becomes('00010', 'Cancelled');
			await sayOfBoth(order, { cancelled: false }, cancelled);
			await order.becomes('00020', 'Cancelled');
			await order.becomes('00010', 'Cancelled');
		},
	},
];

const completing: readonly Rule[] = [
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
		usedBy: [],
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

const reverting: readonly Rule[] = [
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

export const ending: readonly Rule[] = [...cancelling, ...completing, ...reverting];
