/** `POST /api-connector/order/deliveries` (manual: order/buyer/receive-goods.md; SDK: SendOrderDeliveries). */
import { z } from 'zod';
import { orderMeta } from './orderHeader';
import { actualDelivery, companyId, identifier, lines, list } from './parts';

export const deliveriesBody = z.object({
	order: z.object({ companyId, purchaseOrderNumber: identifier }),
	lines: lines(z.object({ position: identifier, deliveries: list(actualDelivery) })),
	erpLastChangeDateTime: orderMeta.erpLastChangeDateTime,
	erpLastChangedBy: orderMeta.erpLastChangedBy,
});

export type DeliveriesBody = z.output<typeof deliveriesBody>;
