/** Rules: new orders, and indicators that are sent with them. */
import { accept, answer, line, otherDate, otherPrice } from '../bodies';
import { holds } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';

const usedBy = [parts.orderMessage];
const buyer = ['buyer'] as const;
const issue = 'order/buyer/issue/README.md';
const evidence = 'documented';
export const issuing: readonly Rule[] = [
	{
		page: issue,
		sentence: 'An order may have 500 lines',
		evidence,
		usedBy: [parts.shape],
		needs: buyer,
		async check(world) {
			const lines = Array.from({ length: 500 }, (_, index) => line(String(index + 1)));
			const order = await TestOrder.issued(world, lines);
			await order.holds({ lines: lines.map(() => ({})) });
		},
	},
	{
		page: 'order/buyer/issue/indicators.md',
		sentence: 'confirmed makes an Issued line Confirmed without the supplier',
		evidence,
		usedBy: [parts.orderMessage],
		needs: buyer,
		async check(world) {
			const lines = [line('00010', { indicators: { confirmed: true } }), line('00020')];
			const order = await TestOrder.issued(world, lines);
			await order.becomes('00010', 'Confirmed');
			await order.becomes('00020', 'Issued');
		},
	},
	{
		page: 'order/buyer/issue/indicators.md',
		sentence:
			'With autoConfirm, a supplier’s other values are Confirmed at once, the first time and later',
		evidence,
		usedBy,
		needs: ['buyer', 'supplier'],
		async check(world) {
			const told = { order: { indicators: { autoConfirm: true } } };
			const order = await TestOrder.issued(world, undefined, told);
			await order.respond([answer('00010', otherDate)]);
			holds('the line', await order.becomes('00010', 'Confirmed'), otherDate);
			await order.respond([answer('00010', { ...otherDate, ...otherPrice })]);
			await order.lineHolds('00010', { status: { processStatus: 'Confirmed' }, ...otherPrice });
		},
	},
	{
		page: 'order/buyer/issue/propose-when-accepted.md',
		sentence: 'With proposeWhenAccepted, an accepted line is a proposal of the values asked for',
		evidence,
		usedBy,
		needs: ['buyer', 'supplier'],
		async check(world) {
			const indicators = { proposeWhenAccepted: true };
			const order = await TestOrder.issued(world, [line('00010', { indicators })]);
			await order.respond([accept('00010')]);
			const found = await order.becomes('00010', 'InProgress', 'OpenSupplierProposal');
			const { deliverySchedule } = line('');
			holds('the line', found, { deliveryScheduleIncludingRequests: deliverySchedule });
		},
	},
	{
		page: 'order/buyer/update.md',
		sentence: 'A known number changes its order, and makes no second one',
		evidence,
		usedBy: [parts.sendMessage],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.send([line('00010', { description: 'Once more' })]);
			await order.holds({ lines: [{ buyerLine: { description: 'Once more' } }] });
		},
	},
];
