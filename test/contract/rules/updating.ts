/** Rules: what becomes of a line that the buyer sends again. */
import {
	answer,
	asked,
	delivery,
	firstDate,
	line,
	otherDate,
	reject,
	secondDate,
	thirdDate,
} from '../bodies';
import { holds } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { sendBesideNew, thirdSchedule } from '../updates';

const update = 'order/buyer/update.md';
const evidence = 'documented';
const usedBy = [parts.orderMessage];
const buyer = ['buyer'] as const;
const both = ['buyer', 'supplier'] as const;
export const updating: readonly Rule[] = [
	{
		page: update,
		sentence: 'An Issued line that is changed stays Issued, with its new values',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.send([line('00010', otherDate)]);
			await order.lineHolds('00010', otherDate);
			await order.becomes('00010', 'Issued');
		},
	},
	{
		page: update,
		sentence: 'A line that is in progress and changed stays InProgress',
		evidence,
		usedBy,
		needs: both,
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.respond([answer('00010', otherDate)]);
			await order.becomes('00010', 'InProgress', 'OpenSupplierProposal');
			const found = await sendBesideNew(order, line('00010', thirdSchedule));
			holds('the line', found, { status: { processStatus: 'InProgress' } });
		},
	},
	{
		page: update,
		sentence: 'A Rejected line that is sent again is InProgress, as ReissuedRejectedLine',
		evidence,
		usedBy: [parts.statuses],
		needs: both,
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.respond([reject('00010')]);
			await order.becomes('00010', 'Rejected');
			await order.send([line('00010', otherDate)]);
			await order.becomes('00010', 'InProgress', 'ReissuedRejectedLine');
		},
	},
	{
		page: update,
		sentence: 'An update of a Completed line is ignored',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			await order.about('indicators', [{ position: '00010', indicators: { completed: true } }]);
			await order.becomes('00010', 'Completed');
			const found = await sendBesideNew(order, line('00010', otherDate));
			holds('the line', found, { status: { processStatus: 'Completed' }, ...asked });
		},
	},
	{
		page: update,
		sentence: 'An update of a Cancelled line is ignored',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.about('indicators', [{ position: '00010', indicators: { cancelled: true } }]);
			await order.becomes('00010', 'Cancelled');
			const found = await sendBesideNew(order, line('00010', otherDate));
			holds('the line', found, { status: { processStatus: 'Cancelled' }, ...asked });
		},
	},
	{
		page: update,
		sentence: 'A line with a new position is added, and lines that are not sent stay as they are',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world);
			await order.send([line('00020', otherDate)]);
			holds('the new line', await order.becomes('00020', 'Issued'), otherDate);
			const status = { processStatus: 'Issued' };
			holds('the old line', await order.line('00010'), { status, ...asked });
		},
	},
	{
		page: update,
		sentence: 'Deliveries are matched by their position: one that is changed is not added',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const schedule = (second: string) => ({
				deliverySchedule: [delivery('0001', firstDate, 5), delivery('0002', second, 7)],
			});
			const order = await TestOrder.issued(world, [line('00010', schedule(secondDate))]);
			await order.send([line('00010', schedule(thirdDate))]);
			await order.lineHolds('00010', schedule(thirdDate));
		},
	},
	{
		page: update,
		sentence: 'A delivery history in an update takes the place of the one before',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const first = [delivery('1', '2034-02-01', 3)];
			const second = [delivery('1', '2034-02-01', 3), delivery('2', '2034-02-02', 4)];
			const order = await TestOrder.issued(world, [line('00010', { deliveryHistory: first })]);
			await order.send([line('00010', { deliveryHistory: second })]);
			await order.lineHolds('00010', { buyerLine: { deliveryHistory: second } });
		},
	},
];
