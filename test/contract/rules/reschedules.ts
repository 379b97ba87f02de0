/** Rules: the buyer answers requests to reschedule. */
import { answeredIfAllowed, refused } from '../look';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { approve, reason, rejectAll, rescheduled } from '../supplierRequests';

const bulk = 'SDK: order/BulkApproveRejectRequests';
const single = 'SDK: order/ApproveOrRejectRescheduleRequest';
const evidence = 'sample';
const usedBy = [parts.orderCommands];
const needs = ['buyer', 'supplier'] as const;
export const reschedules: readonly Rule[] = [
	{
		page: bulk,
		sentence:
			'Approving answers requests to reschedule as well, which end as ApprovedDeliverySchedule',
		evidence,
		usedBy,
		needs,
		async check(world) {
			const order = await rescheduled(world);
			await approve(order);
			await order.leaves('00010', 'OpenSupplierShipmentRescheduleRequest');
		},
	},
	{
		page: single,
		sentence: 'The request to reschedule one line can be approved by itself',
		evidence,
		usedBy: [],
		needs,
		async check(world) {
			const order = await rescheduled(world);
			const reply = await order.command('line/00010/reschedule/approve');
			answeredIfAllowed('the approval', reply, 200, 202);
			await order.leaves('00010', 'OpenSupplierShipmentRescheduleRequest');
		},
	},
	{
		page: single,
		sentence: 'The request to reschedule one line can be rejected by itself, with a reason',
		evidence,
		usedBy: [],
		needs,
		async check(world) {
			const order = await rescheduled(world);
			const without = await order.command('line/00010/reschedule/reject');
			if (without.status === 403) answeredIfAllowed('the rejection', without);
			refused('a rejection without a reason', without);
			const reply = await order.command('line/00010/reschedule/reject', { reason });
			answeredIfAllowed('the rejection', reply, 200, 202);
			await order.leaves('00010', 'OpenSupplierShipmentRescheduleRequest');
		},
	},
	{
		page: 'order/status.md',
		sentence:
			'After a request to reschedule, a line is ApprovedDeliverySchedule or RejectedDeliverySchedule',
		evidence: 'documented',
		usedBy: [parts.statuses],
		needs,
		async check(world) {
			const [approved, rejected] = [await rescheduled(world), await rescheduled(world)];
			await approve(approved);
			await rejectAll(rejected);
			await approved.becomes('00010', 'InProgress', 'ApprovedDeliverySchedule');
			await rejected.becomes('00010', 'InProgress', 'RejectedDeliverySchedule');
		},
	},
];
