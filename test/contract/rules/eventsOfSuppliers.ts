/** Rules: which event tells of what a supplier did, and of the buyer’s answer. */
import { accept, answer, line, otherDate, reject } from '../bodies';
import { answered, at, holds } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Rule } from '../rule';
import { adviceBody, despatched } from '../shipment';
import { send } from '../world';
import { approve, asks, confirmed, issued, rejectRequest, responds, set, tells } from '../changes';

const ofSuppliers: readonly Rule[] = [
	tells('An accepted line is told', issued, [
		['OrderLinesAcceptedBySupplier', responds(accept('00010'))],
	]),
	tells('A rejected line is told', issued, [
		['OrderLinesRejectedBySupplier', responds(reject('00010'))],
	]),
	tells(
		'Other values that are confirmed by themselves are told',
		(world) => TestOrder.issued(world, undefined, { order: { indicators: { autoConfirm: true } } }),
		[['OrderLinesConfirmedBySupplier', responds(answer('00010', otherDate))]],
	),
	tells('A proposal is told, and that it was approved', issued, [
		['OrderChangesProposedBySupplier', responds(answer('00010', otherDate))],
		['OrderChangesProposalApprovedByBuyer', approve],
	]),
	tells('A proposal that was rejected is told', issued, [
		['OrderChangesProposedBySupplier', responds(answer('00010', otherDate))],
		['OrderChangesProposalRejectedByBuyer', rejectRequest],
	]),
	tells('A response that changes neither date nor price is told', confirmed, [
		['OrderLinesUpdatedBySupplier', responds(answer('00010', { salesOrderNumber: 'SO-95' }))],
	]),
	tells('Item details that the supplier changes are told', confirmed, [
		[
			'OrderLinesItemDetailsChanged',
			responds(answer('00010', { itemDetails: { batchNumber: 'B-7' } })),
		],
	]),
	tells('That the supplier agrees to reopen a line is told', confirmed, [
		['OrderLinesReopenRequestedByBuyer', asks(otherDate)],
		['OrderLinesReopenRequestApprovedBySupplier', responds(accept('00010'))],
	]),
	tells('A reopen request of the supplier is told, and that it was withdrawn', confirmed, [
		['OrderLinesReopenRequestedBySupplier', responds(answer('00010', otherDate))],
		['OrderLinesReopenRequestRevertedBySupplier', responds(answer('00010'))],
	]),
	tells('That the buyer approves such a request is told', confirmed, [
		['OrderLinesReopenRequestedBySupplier', responds(answer('00010', otherDate))],
		['OrderLinesReopenRequestApprovedByBuyer', approve],
	]),
	tells('That the buyer rejects such a request is told', confirmed, [
		['OrderLinesReopenRequestedBySupplier', responds(answer('00010', otherDate))],
		['OrderLinesReopenRequestRejectedByBuyer', rejectRequest],
	]),
	tells('A request to confirm again is told, and its answer', confirmed, [
		['OrderLinesReconfirmationRequestedByBuyer', set({ requestReconfirmation: true })],
		['OrderLinesReconfirmedBySupplier', responds(accept('00010'))],
	]),
	tells('A request to reschedule is told, and that it was approved', confirmed, [
		[
			'OrderLinesShipmentRescheduleRequestedBySupplier',
			(order) => despatched(order, { despatchQuantity: 5 }),
		],
		['OrderLinesShipmentRescheduleApprovedByBuyer', approve],
	]),
	tells('A request to reschedule that was rejected is told', confirmed, [
		[
			'OrderLinesShipmentRescheduleRequestedBySupplier',
			(order) => despatched(order, { despatchQuantity: 5 }),
		],
		['OrderLinesShipmentRescheduleRejectedByBuyer', rejectRequest],
	]),
];
const ofSeveralLines: Rule = {
	page: 'connectors/webhooks/webhook-setup.md',
	sentence: 'A message that does several things is told by several events, each with its own lines',
	evidence: 'documented',
	usedBy: [parts.receive],
	needs: ['buyer', 'supplier', 'webhook'],
	async check(world) {
		const order = await TestOrder.issued(world, [line('00010'), line('00020'), line('00030')]);
		const inbox = await world.inbox({ kind: 'order' });
		await order.respond([accept('00010'), reject('00020'), answer('00030', otherDate)]);
		for (const [eventName, position] of [
			['OrderLinesAcceptedBySupplier', '00010'],
			['OrderLinesRejectedBySupplier', '00020'],
			['OrderChangesProposedBySupplier', '00030'],
		]) {
			const event = await world.event(inbox, eventName, order.id);
			holds(eventName, at(event, 'orderEvent.lines'), [{ buyerLine: { position } }]);
		}
	},
};
const ofShipments: Rule = {
	page: 'connectors/webhooks/shipment-events.md',
	sentence:
		'A shipment is told when it is new, when it is changed, and when it is sent to the ERP once more (ShipmentIssuedBySupplier, ShipmentReissuedBySupplier, ShipmentResentByBuyer)',
	evidence: 'documented',
	usedBy: [parts.events],
	needs: ['buyer', 'supplier', 'webhook'],
	async check(world) {
		const order = await TestOrder.confirmed(world);
		const inbox = await world.inbox({ kind: 'shipment' });
		const { id, shipmentNumber } = await despatched(order);
		await world.event(inbox, 'ShipmentIssuedBySupplier', id);
		const again = await adviceBody(order, shipmentNumber, { despatchQuantity: 11 });
		await send(world.supplier, 'shipment/despatch-advice', again);
		await world.event(inbox, 'ShipmentReissuedBySupplier', id);
		const reply = await world.buyer.post(`/shipment/${encodeURIComponent(id)}/resend`);
		answered('the command', reply, 200, 202);
		await world.event(inbox, 'ShipmentResentByBuyer', id);
	},
};

export const eventsOfSuppliers: readonly Rule[] = [...ofSuppliers, ofSeveralLines, ofShipments];
