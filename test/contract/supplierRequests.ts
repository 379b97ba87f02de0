/** Open requests of a supplier, and how the buyer answers them. */
import { answer, otherDate, type Body } from './bodies';
import { answeredIfAllowed } from './look';
import { TestOrder } from './order';
import { despatched } from './shipment';
import type { World } from './world';

/** The line that they are about. */
export const linePositions = ['00010'];

/** Why the buyer rejects. */
export const reason = 'Too late for us';

/** An order with an open request of the supplier: a proposal, or on a confirmed line to reopen it. */
export async function requested(world: World, kind: 'proposal' | 'reopen'): Promise<TestOrder> {
	const isProposal = kind === 'proposal';
	const order = await (isProposal ? TestOrder.issued(world) : TestOrder.confirmed(world));
	await order.respond([answer('00010', otherDate)]);
	const status = isProposal ? 'OpenSupplierProposal' : 'OpenSupplierReopenRequest';
	await order.becomes('00010', 'InProgress', status);
	return order;
}

/** An order with an open request to reschedule, as a shipment of less makes it. */
export async function rescheduled(world: World): Promise<TestOrder> {
	const order = await TestOrder.confirmed(world);
	await despatched(order, { despatchQuantity: 5 });
	await order.becomes('00010', 'InProgress', 'OpenSupplierShipmentRescheduleRequest');
	return order;
}

/** The buyer approves. */
export async function approve(order: TestOrder, body: Body = { linePositions }): Promise<void> {
	const reply = await order.command('requests/buyer/approve', body);
	answeredIfAllowed('the approval', reply, 200, 202);
}

/** The buyer rejects. */
export async function rejectAll(order: TestOrder): Promise<void> {
	const reply = await order.command('requests/buyer/reject', { linePositions, reason });
	answeredIfAllowed('the rejection', reply, 200, 202);
}
