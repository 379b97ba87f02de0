/** Rules: cancelling. */
import { line } from '../bodies';
import { holds } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { cancelled, completed, four, ofEachKind, onLine, sayOfBoth, two } from '../ends';

const cancel = 'order/buyer/cancel.md';
const evidence = 'documented';
const usedBy = [parts.orderUpdates];
const buyer = ['buyer'] as const;
const both = ['buyer', 'supplier'] as const;
export const cancelling: readonly Rule[] = [
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
