/** `POST /api-connector/order/deliveryHistory` (manual: order/buyer/receive-goods.md). */
import { z } from 'zod';
import { orderMeta } from './orderHeader';
import { actualDelivery, companyId, identifier, lines, list } from './parts';

/** An empty history clears that of the line. */
export const deliveryHistoryBody = z.object({
	order: z.object({ companyId, purchaseOrderNumber: identifier }),
	lines: lines(z.object({ position: identifier, deliveryHistory: list(actualDelivery) })),
	erpLastChangeDateTime: orderMeta.erpLastChangeDateTime,
	erpLastChangedBy: orderMeta.erpLastChangedBy,
});

export type DeliveryHistoryBody = z.output<typeof deliveryHistoryBody>;
