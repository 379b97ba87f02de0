/** Rules: split deliveries. */
import { answer, delivery, firstDate, line, secondDate } from '../bodies';
import { at, holds, is } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { isEmpty, split, splitBySupplier } from '../splitting';

const evidence = 'documented';
const both = ['buyer', 'supplier'] as const;
export const splits: readonly Rule[] = [
	{
		page: 'api/delivery-schedule.md',
		sentence: 'A delivery that a supplier splits off has no position',
		evidence,
		usedBy: [parts.order],
		needs: both,
		async check(world) {
			const order = await TestOrder.issued(world);
			await splitBySupplier(order, '00010');
			const schedule = at(await order.line('00010'), 'deliveryScheduleIncludingRequests');
			holds('the schedule', schedule, [{ position: '0001', quantity: 5 }, { quantity: 7.5 }]);
			const position = at(schedule, '1.position');
			is('the position', position, 'empty', isEmpty(position));
		},
	},
	{
		page: 'checklist.md',
		sentence:
			'The buyer gives a split delivery its position by sending the order again, which opens no request',
		evidence,
		usedBy: [parts.orderMessage],
		needs: both,
		async check(world) {
			const told = { order: { indicators: { autoConfirm: true } } };
			const order = await TestOrder.issued(world, undefined, told);
			await order.respond([answer('00010', { deliverySchedule: split, reason: 'In two' })]);
			await order.becomes('00010', 'Confirmed');
			const deliverySchedule = [delivery('0001', firstDate, 5), delivery('0002', secondDate, 7.5)];
			await order.send([line('00010', { deliverySchedule })]);
			const status = { processStatus: 'Confirmed' };
			await order.lineHolds('00010', { status, deliverySchedule });
		},
	},
];
