/** Rules: what a poll has of an order, and what a client makes of it. */
import { accept, line, otherDate, secondDate, singleLine } from '../bodies';
import type { Client } from '../client';
import { answered, at, holds, is, textAt } from '../look';
import { TestOrder, lineOf } from '../order';
import { parts } from '../parts';
import { polled } from '../polled';
import type { Rule } from '../rule';

const page = 'api/polling/README.md';
const evidence = 'documented';
const usedBy = [parts.pollPage];
const buyer = ['buyer'] as const;
const path = '/order-search/poll';
/** All that was changed after a time stamp. */
async function poll(client: Client, filters: object, limit = 100): Promise<unknown> {
	const reply = await client.post(path, { filters, offset: 0, limit });
	answered('the poll', reply, 200);
	return reply.data;
}
export const polledOrders: readonly Rule[] = [
	{
		page,
		sentence:
			'A polled order has all its lines; lastUpdatedAt of a line tells whether it was changed',
		evidence,
		usedBy: [parts.changedLines],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.issued(world, [line('00010'), line('00020')]);
			const lastUpdatedAfter = textAt(await order.read(), 'lastUpdatedAt');
			await order.send([line('00020', otherDate)]);
			await order.lineHolds('00020', otherDate);
			const found = await polled(order);
			const changedAt = (position: string) =>
				Date.parse(textAt(lineOf(found, position), 'lastUpdatedAt'));
			const after = Date.parse(lastUpdatedAfter);
			is('line 00010', changedAt('00010'), 'unchanged since', changedAt('00010') <= after);
			is('line 00020', changedAt('00020'), 'changed since', changedAt('00020') > after);
		},
	},
	{
		page,
		sentence: 'An empty poll has no data and total 0',
		evidence: 'sample',
		usedBy: [parts.position],
		needs: buyer,
		async check({ buyer: client }) {
			const found = await poll(client, { lastUpdatedAfter: '2090-01-01T00:00:00.000Z' });
			holds('the answer', found, { data: [], total: 0 });
		},
	},
	{
		page: 'api/delivery-schedule.md',
		sentence:
			'The poll in the form with a single delivery has statusLine.scheduledDelivery in each line',
		evidence,
		usedBy,
		needs: buyer,
		async check(world) {
			const order = await TestOrder.single(world, [singleLine('0001')]);
			const found = await polled(order, 'poll/single-delivery');
			const { scheduledDelivery } = singleLine('');
			holds('the line', at(found, 'lines.0'), { statusLine: { scheduledDelivery } });
		},
	},
	{
		page,
		sentence: 'The supplier polls for Issued orders',
		evidence,
		usedBy,
		needs: ['buyer', 'supplier'],
		async check(world) {
			const order = await TestOrder.issued(world);
			await polled(order, 'poll', world.supplier, { status: { processStatus: ['Issued'] } });
		},
	},
	{
		page,
		sentence: 'An order is InProgress with its first confirmed line, and Confirmed with its last',
		evidence,
		usedBy: [parts.statuses],
		needs: ['buyer', 'supplier'],
		async check(world) {
			const order = await TestOrder.issued(world, [line('00010'), line('00020')]);
			await order.respond([accept('00010')]);
			await order.holds({ status: { processStatus: 'InProgress' } });
			await order.respond([accept('00020')]);
			await order.holds({ status: { processStatus: 'Confirmed' } });
		},
	},
	{
		page: 'api/polling/echo.md',
		sentence: 'While the buyer’s own request is open, a polled line has its old date',
		evidence,
		usedBy: [parts.ownRequests],
		needs: buyer,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			await order.send([line('00010', otherDate)]);
			await order.becomes('00010', 'InProgress', 'OpenBuyerReopenRequest');
			const { deliverySchedule } = line('');
			holds('the line', lineOf(await polled(order), '00010'), {
				status: { inProgressStatus: 'OpenBuyerReopenRequest' },
				deliverySchedule,
				deliveryScheduleIncludingRequests: [{ date: secondDate }],
			});
		},
	},
];
const test = 'test/integration/poll.test.ts';
export const pollingClient: readonly Rule[] = [
	{
		page,
		sentence:
			'The next lastUpdatedAfter comes from the last answer’s lastUpdatedAt, less a minute for what is found late',
		evidence,
		usedBy: [parts.position],
		provedBy: test,
	},
	{
		page,
		sentence: 'The system’s clock is never used as lastUpdatedAfter',
		evidence,
		usedBy: [parts.position],
		provedBy: test,
	},
	{
		page,
		sentence: 'After an empty answer the same time stamp is used again, and a restart loses none',
		evidence,
		usedBy: [parts.position],
		provedBy: test,
	},
	{
		page,
		sentence: 'More than a page of changes is read page by page, and none is lost meanwhile',
		evidence,
		usedBy: [parts.poll],
		provedBy: 'test/integration/pollOrder.test.ts',
	},
	{
		page,
		sentence: 'Lines that have not changed can be left out',
		evidence,
		usedBy: [parts.changedLines],
		provedBy: 'test/unit/nodes/changedLines.test.ts',
	},
	{
		page: 'api/polling/echo.md',
		sentence: 'Lines with an open request of one’s own can be skipped',
		evidence,
		usedBy: [parts.ownRequests],
		provedBy: test,
	},
];
