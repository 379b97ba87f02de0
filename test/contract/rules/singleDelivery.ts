/** Rules: the form with a single delivery for each line. */
import { delivery, firstDate, line, secondDate, singleLine, thirdDate } from '../bodies';
import { at, has, holds, is, listAt } from '../look';
import { TestOrder, lineOf } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { isEmpty, singleLines, splitBySupplier, splitLines, twoDeliveries } from '../splitting';

const evidence = 'documented';
const both = ['buyer', 'supplier'] as const;
export const singleDelivery: readonly Rule[] = [
	{
		page: 'guide/sending-single-delivery/sending-my-first-order.md',
		sentence: 'An order with a single delivery for each line has scheduledDelivery in its lines',
		evidence,
		usedBy: [parts.singleDelivery, parts.orderMessage],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.single(world);
			holds('the line', await order.line('0001'), {
				deliverySchedule: [{ date: firstDate, quantity: 12.5 }],
			});
		},
	},
	{
		page: 'order/buyer/issue/delivery-schedule.md',
		sentence: 'Lines with originalPosition are deliveries of the line that has this position',
		evidence,
		usedBy: [parts.orderMessage],
		needs: ['buyer'],
		async check(world) {
			const order = await twoDeliveries(world);
			const found = await order.read();
			const count = listAt(found, 'lines').length;
			is('the number of lines', count, '1', count === 1);
			holds('the line', lineOf(found, '0001'), {
				deliverySchedule: [
					{ date: firstDate, quantity: 12.5 },
					{ date: secondDate, quantity: 3 },
				],
			});
		},
	},
	{
		page: 'order/buyer/receive/single-delivery-order-response.md',
		sentence: 'In that form each delivery is a line, the split ones with originalPosition',
		evidence,
		usedBy: [parts.order],
		needs: ['buyer'],
		async check(world) {
			const lines = await singleLines(await twoDeliveries(world));
			holds('the lines', lines, [
				{ buyerLine: { position: '0001' }, statusLine: { scheduledDelivery: { quantity: 12.5 } } },
				{
					buyerLine: { position: '0002', originalPosition: '0001' },
					statusLine: { scheduledDelivery: { date: secondDate, quantity: 3 } },
				},
			]);
		},
	},
	{
		page: 'checklist.md',
		sentence:
			'In that form a schedule of two deliveries is two lines, the second with originalPosition',
		evidence,
		usedBy: [parts.order],
		needs: ['buyer'],
		async check(world) {
			const deliverySchedule = [delivery('0001', firstDate, 5), delivery('0002', secondDate, 7.5)];
			const order = await TestOrder.issued(world, [line('00010', { deliverySchedule })]);
			holds('the lines', await singleLines(order), [
				{ buyerLine: { position: '00010' }, statusLine: { scheduledDelivery: { quantity: 5 } } },
				{
					buyerLine: { originalPosition: '00010' },
					statusLine: { scheduledDelivery: { quantity: 7.5 } },
				},
			]);
		},
	},
	{
		page: 'order/buyer/receive/single-delivery-order-response.md',
		sentence: 'A line that the supplier has newly split off has originalPosition and no position',
		evidence,
		usedBy: [parts.order],
		needs: both,
		async check(world) {
			const order = await TestOrder.issued(world, [line('0001')]);
			await splitBySupplier(order, '0001');
			const lines = await singleLines(order);
			const found = lines.find((own) => at(own, 'buyerLine.originalPosition') === '0001');
			has('the split line', found, 'statusLine.scheduledDeliveryInclRequests');
			const position = at(found, 'buyerLine.position');
			is('its position', position, 'empty', isEmpty(position));
		},
	},
	{
		page: 'order/supplier/receive/single-delivery-order.md',
		sentence:
			'statusLine has scheduledDelivery and prices, and the same with requests included (InclRequests)',
		evidence,
		usedBy: [parts.order],
		needs: ['buyer'],
		async check(world) {
			const [found] = await singleLines(await TestOrder.single(world));
			has('the line', found, 'statusLine.scheduledDelivery', 'statusLine.prices');
			has('the line', found, 'statusLine.scheduledDeliveryInclRequests');
			has('the line', found, 'statusLine.pricesInclRequests');
		},
	},
	{
		page: 'order/buyer/update.md',
		sentence: 'actualDelivery is what was delivered of such a line',
		evidence,
		usedBy: [parts.orderMessage],
		needs: ['buyer'],
		async check(world) {
			const order = await TestOrder.single(world);
			const actualDelivery = { date: '2034-02-01', quantity: 4 };
			await order.sendSingle([singleLine('0001', { actualDelivery })]);
			await order.lineHolds('0001', { buyerLine: { deliveryHistory: [actualDelivery] } });
		},
	},
	{
		page: 'order/buyer/cancel.md',
		sentence: 'A cancelled split line leaves the schedule of the line that it belongs to',
		evidence,
		usedBy: [parts.orderMessage],
		needs: ['buyer'],
		async check(world) {
			const order = await twoDeliveries(world);
			const [, second] = splitLines({ indicators: { cancelled: true } });
			await order.sendSingle([second]);
			await order.lineHolds('0001', { deliverySchedule: [{ date: firstDate, quantity: 12.5 }] });
			await order.becomes('0001', 'Issued');
		},
	},
	{
		page: 'order/buyer/complete.md',
		sentence: 'A line and those split from it are Completed, or Cancelled, when all of them are',
		evidence,
		usedBy: [parts.orderMessage],
		needs: ['buyer'],
		async check(world) {
			for (const [name, processStatus] of [
				['completed', 'Completed'],
				['cancelled', 'Cancelled'],
			]) {
				const order = await twoDeliveries(world);
				const [first, second] = splitLines();
				const indicators = { [name]: true };
				await order.sendSingle([
					{ ...first, indicators },
					{ ...second, indicators },
				]);
				await order.becomes('0001', processStatus);
			}
		},
	},
	{
		page: 'order/buyer/update.md',
		sentence: 'A single delivery is changed by its position',
		evidence,
		usedBy: [parts.orderMessage],
		needs: ['buyer'],
		async check(world) {
			const order = await twoDeliveries(world);
			const scheduledDelivery = { date: thirdDate, quantity: 3 };
			const [, second] = splitLines({ scheduledDelivery });
			await order.sendSingle([second]);
			const deliverySchedule = [{ date: firstDate }, { date: thirdDate }];
			await order.lineHolds('0001', { deliverySchedule });
		},
	},
];
