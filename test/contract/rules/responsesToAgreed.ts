/** Rules: responses to lines that were agreed on. */
import { accept, answer, asked, line, otherDate, reject } from '../bodies';
import { at, holds, is, textAt } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';

const page = 'order/supplier/send-order-response/README.md';
const evidence = 'documented';
const usedBy = [parts.orderResponse];
const needs = ['buyer', 'supplier'] as const;
export const responsesToAgreed: readonly Rule[] = [
	{
		page: 'order/supplier/reopen.md',
		sentence:
			'A Confirmed line whose response has another date is InProgress, as OpenSupplierReopenRequest',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			await order.respond([answer('00010', otherDate)]);
			const found = await order.becomes('00010', 'InProgress', 'OpenSupplierReopenRequest');
			holds('the line', found, {
				...asked,
				deliveryScheduleIncludingRequests: otherDate.deliverySchedule,
			});
			const request = at(found, 'supplierLine.requests.reopenRequest');
			holds('the request', request, { ...otherDate, status: 'Open' });
		},
	},
	{
		page: 'order/supplier/reopen.md',
		sentence: 'A response with the confirmed values withdraws the supplier’s reopen request',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			await order.respond([answer('00010', otherDate)]);
			await order.becomes('00010', 'InProgress', 'OpenSupplierReopenRequest');
			await order.respond([answer('00010')]);
			holds('the line', await order.becomes('00010', 'Confirmed'), asked);
		},
	},
	{
		page,
		sentence: 'A Confirmed line whose response has the confirmed values stays Confirmed',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			const salesOrderNumber = 'SO-88';
			await order.respond([answer('00010', { salesOrderNumber })]);
			await order.lineHolds('00010', { supplierLine: { salesOrderNumber } });
			await order.becomes('00010', 'Confirmed');
		},
	},
	{
		page: 'order/supplier/receive/README.md',
		sentence: 'confirmedLine has what both sides agreed on, also while a change of it is asked for',
		evidence,
		usedBy: [],
		needs,
		async check(world) {
			const order = await TestOrder.confirmed(world);
			await order.lineHolds('00010', { confirmedLine: asked });
			await order.respond([answer('00010', otherDate)]);
			await order.becomes('00010', 'InProgress', 'OpenSupplierReopenRequest');
			await order.lineHolds('00010', { confirmedLine: asked });
		},
	},
	{
		page: 'order/status.md',
		sentence: 'An order is Rejected when the supplier rejects all its lines, and not before',
		evidence,
		usedBy: [parts.statuses],
		needs,
		async check(world) {
			const order = await TestOrder.issued(world, [line('00010'), line('00020')]);
			await order.respond([reject('00010')]);
			await order.becomes('00010', 'Rejected');
			const status = textAt(await order.read(), 'status.processStatus');
			is('the order', status, 'not Rejected', status !== 'Rejected');
			await order.respond([reject('00020')]);
			await order.holds({ status: { processStatus: 'Rejected' } });
		},
	},
	{
		page: 'checklist.md',
		sentence: 'A response changes the lines that it names, and no others',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await TestOrder.issued(world, [line('00010'), line('00020')]);
			const before = await order.line('00020');
			await order.respond([accept('00010')]);
			await order.becomes('00010', 'Confirmed');
			holds('the other line', await order.line('00020'), before);
		},
	},
	{
		page,
		sentence: 'A response does not change a Completed or a Cancelled line',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const lines = [line('00010'), line('00020'), line('00030')];
			const order = await TestOrder.confirmed(world, lines);
			await order.about('indicators', [
				{ position: '00010', indicators: { completed: true } },
				{ position: '00020', indicators: { cancelled: true } },
			]);
			await order.becomes('00010', 'Completed');
			await order.becomes('00020', 'Cancelled');
			const own = ['00010', '00020', '00030'].map((position) => answer(position, otherDate));
			await order.respond(own);
			await order.becomes('00030', 'InProgress', 'OpenSupplierReopenRequest');
			await order.becomes('00010', 'Completed');
			await order.becomes('00020', 'Cancelled');
		},
	},
];
