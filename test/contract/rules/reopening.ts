/** Rules: a confirmed line of which the buyer wants something else. */
import { accept, asked, line, otherDate, otherPrice, type Body } from '../bodies';
import { at, holds } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { sendBesideNew, thirdSchedule } from '../updates';

const update = 'order/buyer/update.md';
const reopen = 'order/buyer/reopen.md';
const evidence = 'documented';
const usedBy = [parts.orderMessage];
const buyer = ['buyer'] as const;
const both = ['buyer', 'supplier'] as const;
/** A confirmed order of which the buyer wants other values. */
async function reopened(order: TestOrder, own: Body): Promise<unknown> {
	await order.send([line('00010', own)]);
	return await order.becomes('00010', 'InProgress', 'OpenBuyerReopenRequest');
}
export const reopening: readonly Rule[] = [
	{
		page: update,
		sentence: 'A Confirmed line with another date is InProgress, as OpenBuyerReopenRequest',
		evidence,
		usedBy: [parts.statuses, parts.ownRequests],
		needs: buyer,
		async check(world) {
			await reopened(await TestOrder.confirmed(world), otherDate);
		},
	},
	{
		page: 'order/buyer/receive/README.md',
		sentence:
			'While such a request is open, deliverySchedule and prices are the confirmed ones; the wanted ones are in those with requests included',
		evidence,
		usedBy: [parts.ownRequests],
		needs: buyer,
		async check(world) {
			const found = await reopened(await TestOrder.confirmed(world), {
				...otherDate,
				...otherPrice,
			});
			holds('the line', found, {
				...asked,
				deliveryScheduleIncludingRequests: otherDate.deliverySchedule,
				pricesIncludingRequests: otherPrice.prices,
			});
		},
	},
	{
		page: 'order/supplier/receive/README.md',
		sentence:
			'buyerLine.requests.reopenRequest has the wanted values, the reason and the status Open',
		evidence,
		usedBy: [],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			const found = await reopened(order, { ...otherDate, reason: 'The crane is late' });
			holds('the request', at(found, 'buyerLine.requests.reopenRequest'), {
				...otherDate,
				reason: 'The crane is late',
				status: 'Open',
			});
		},
	},
	{
		page: reopen,
		sentence: 'An open reopen request can be changed by another update',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			await reopened(order, otherDate);
			const found = await sendBesideNew(order, line('00010', thirdSchedule));
			holds('the line', found, {
				status: { inProgressStatus: 'OpenBuyerReopenRequest' },
				deliveryScheduleIncludingRequests: thirdSchedule.deliverySchedule,
			});
		},
	},
	{
		page: reopen,
		sentence: 'Sending the confirmed values again withdraws the request: the line is Confirmed',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			await reopened(order, otherDate);
			await order.send([line('00010')]);
			holds('the line', await order.becomes('00010', 'Confirmed'), asked);
		},
	},
	{
		page: reopen,
		sentence: 'A Confirmed line whose date and price stay the same stays Confirmed',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			const found = await sendBesideNew(order, line('00010', { description: 'Painted' }));
			holds('the line', found, {
				status: { processStatus: 'Confirmed' },
				buyerLine: { description: 'Painted' },
			});
		},
	},
	{
		page: 'order/supplier/send-order-response/README.md',
		sentence: 'A supplier who accepts an open reopen request confirms what the buyer wants',
		evidence,
		usedBy: [parts.orderResponse],
		needs: both,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			await reopened(order, otherDate);
			await order.respond([accept('00010')]);
			holds('the line', await order.becomes('00010', 'Confirmed'), otherDate);
		},
	},
];
