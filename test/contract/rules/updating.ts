/** Rules: what becomes of a line when the buyer sends it again. */
import {
	accept,
	answer,
	asked,
	delivery,
	firstDate,
	line,
	otherDate,
	otherPrice,
	reject,
	secondDate,
	thirdDate,
	type Body,
} from '../bodies';
import { at, holds } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';

const update = 'order/buyer/update.md';
const reopen = 'order/buyer/reopen.md';
const evidence = 'documented';
const usedBy = [parts.orderMessage];
const buyer = ['buyer'] as const;
const both = ['buyer', 'supplier'] as const;
const thirdSchedule = { deliverySchedule: [delivery('0001', thirdDate, 12.5)] };

/** Sends a changed line beside a new one, and waits for the new one: then the message was processed. */
async function sendBesideNew(order: TestOrder, own: Body): Promise<unknown> {
	await order.send([own, line('00099')]);
	await order.becomes('00099', 'Issued');
	return await order.line(String(own.position));
}

/** A confirmed order of which the buyer wants other values. */
async function reopened(order: TestOrder, own: Body): Promise<unknown> {
	await order.send([line('00010', own)]);
	return await order.becomes('00010', 'InProgress', 'OpenBuyerReopenRequest');
}

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
