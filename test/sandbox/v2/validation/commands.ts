/**
 * Commands to an order (SDK: order/…). Their specification is marked as private: Tradecloud does not
 * promise them, nor say who may send them.
 */
import { z } from 'zod';
import { deliveryStatus } from './order';
import { date, identifier, list, number, optionalIdentifier, text, unique } from './parts';

/** Of an order; where it is given, the command is for that version alone. */
const version = number.optional();
const linePositions = list(identifier).min(1);

/** SDK: BulkApproveRejectRequests/README.md */
export const approval = z.object({ linePositions, version });
export const rejection = z.object({ linePositions, reason: text.min(1), version });

/** SDK: ApproveOrRejectRescheduleRequest/README.md */
export const rescheduleApproval = z.object({ version });
export const rescheduleRejection = z.object({ reason: text.min(1), version });

/** SDK: RevertCancelledOrderLine/revert.json, RevertCancelledOrderLinesCvsBatch/revert.json */
export const revert = z.object({ linePositions, reason: text.optional(), version });

/** SDK: ResendOrders */
export const resend = z.object({}).optional();

/** SDK: ReassignBuyerContact */
export const reassignment = z.object({ userId: identifier, version });

/** SDK: SetDeliverySchedule/delivery-schedule.json */
export const deliveryLogistics = z.object({
	deliverySchedule: list(
		z.object({
			position: optionalIdentifier,
			status: deliveryStatus.optional(),
			etd: date.optional(),
			eta: date.optional(),
		}),
	)
		.min(1)
		.superRefine(unique),
});

export type Approval = z.output<typeof approval>;
export type Rejection = z.output<typeof rejection>;
export type Revert = z.output<typeof revert>;
export type Reassignment = z.output<typeof reassignment>;
export type DeliveryLogistics = z.output<typeof deliveryLogistics>;
