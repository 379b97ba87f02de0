/** `POST /api-connector/order/single-delivery` (manual: order/buyer/issue/delivery-schedule.md, update.md). */
import { z } from 'zod';
import { lineFields, orderOf, scheduledDelivery } from './order';
import { actualDelivery, optionalIdentifier } from './parts';

const line = z.object({
	...lineFields,
	/** The line from which this one was split (manual: order/buyer/issue/README.md, lines). */
	originalPosition: optionalIdentifier,
	scheduledDelivery: z.object(scheduledDelivery).optional(),
	actualDelivery: actualDelivery.omit({ position: true }).optional(),
});

/** At most 100 deliveries of one original line (manual: order/buyer/issue/delivery-schedule.md). */
export const singleDeliveryBody = orderOf(line).superRefine(({ lines }, context) => {
	const counts = new Map<string, number>();
	lines.forEach(({ position, originalPosition = position }, index) => {
		const count = (counts.get(originalPosition) ?? 0) + 1;
		counts.set(originalPosition, count);
		if (count !== 101) return;
		const message = 'one line has at most 100 deliveries';
		context.addIssue({ code: 'custom', path: ['lines', index, 'originalPosition'], message });
	});
});

export type SingleDeliveryBody = z.output<typeof singleDeliveryBody>;
export type SingleDeliverySentLine = z.output<typeof line>;
