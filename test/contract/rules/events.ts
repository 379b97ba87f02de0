/** Rules: which event tells of which change. */
import { accept, answer, delivery, line, otherDate, reject, type Body } from '../bodies';
import { answered, answeredIfAllowed, at, holds } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import type { Need, Rule } from '../rule';
import { adviceBody, despatched } from '../shipment';
import { send, type World } from '../world';

const page = 'connectors/webhooks/order-events.md';
const linePositions = ['00010'];

/** A change of an order. */
type Change = (order: TestOrder) => Promise<unknown>;

const issued = (world: World) => TestOrder.issued(world);
const confirmed = (world: World) => TestOrder.confirmed(world);

/** A rule that changes, one after another, are told by events. */
function tells(
	sentence: string,
	begin: (world: World) => Promise<TestOrder>,
	changes: readonly [eventName: string, change: Change][],
	needs: readonly Need[] = ['buyer', 'supplier'],
): Rule {
	return {
		page,
		sentence: `${sentence} (${changes.map(([eventName]) => eventName).join(', ')})`,
		evidence: 'documented',
		usedBy: [parts.events],
		needs: [...needs, 'webhook'],
		async check(world) {
			const order = await begin(world);
			const inbox = await world.inbox({ kind: 'order' });
			for (const [eventName, change] of changes) {
				await change(order);
				await world.event(inbox, eventName, order.id);
			}
		},
	};
}

const buyer = ['buyer'] as const;
const set =
	(indicators: Body): Change =>
	(order) =>
		order.about('indicators', [{ position: '00010', indicators }]);
const asks =
	(more: Body): Change =>
	(order) =>
		order.send([line('00010', more)]);
const responds =
	(own: Body): Change =>
	(order) =>
		order.respond([own]);
const commands =
	(path: string, body: Body = {}): Change =>
	async (order) =>
		answeredIfAllowed(path, await order.command(path, body), 200, 202);

const approve = commands('requests/buyer/approve', { linePositions });
const rejectRequest = commands('requests/buyer/reject', { linePositions, reason: 'Too late' });
const history = [{ position: '00010', deliveryHistory: [delivery('1', '2034-02-01', 2)] }];
const deliveries = [{ position: '00010', deliveries: [delivery('1', '2034-02-01', 1)] }];

const ofBuyers: readonly Rule[] = [
	tells(
		'Lines that are added, and Issued lines that are changed, have an event each',
		issued,
		[
			['OrderLinesIssuedByBuyer', (order) => order.send([line('00020')])],
			['OrderLinesReissuedByBuyer', asks(otherDate)],
		],
		buyer,
	),
	tells(
		'A Confirmed line of which neither date nor price is changed has an event of its own',
		confirmed,
		[['OrderLinesUpdatedByBuyer', asks({ description: 'Painted' })]],
		buyer,
	),
	tells(
		'A line that the buyer confirms is told',
		issued,
		[['OrderLinesConfirmedByBuyer', set({ confirmed: true })]],
		buyer,
	),
	tells(
		'A reopen request of the buyer is told, and that it was withdrawn',
		confirmed,
		[
			['OrderLinesReopenRequestedByBuyer', asks(otherDate)],
			['OrderLinesReopenRequestRevertedByBuyer', asks({})],
		],
		buyer,
	),
	tells(
		'Cancelling is told, and taking it back',
		issued,
		[
			['OrderLinesCancelledByBuyer', set({ cancelled: true })],
			['CancelledOrderLinesRevertedByBuyer', commands('revertCancelled', { linePositions })],
		],
		buyer,
	),
	tells(
		'Completing is told, and taking it back',
		confirmed,
		[
			['OrderLinesCompletedByBuyer', set({ completed: true })],
			['CompletedOrderLinesRevertedByBuyer', commands('revertCompleted', { linePositions })],
		],
		buyer,
	),
	tells(
		'Shipped and delivered goods are told',
		confirmed,
		[
			['OrderLinesShippedByBuyer', set({ shipped: true })],
			['OrderLinesMarkedAsDeliveredByBuyer', set({ delivered: true })],
		],
		buyer,
	),
	tells(
		'A delivery history that is appended or set is told',
		confirmed,
		[
			[
				'OrderLinesDeliveryHistoryAppendedByBuyer',
				(order) => order.about('deliveries', deliveries),
			],
			['OrderLinesDeliveryHistorySetByBuyer', (order) => order.about('deliveryHistory', history)],
		],
		buyer,
	),
	tells(
		'An order that is sent to the ERP once more is told',
		issued,
		[['OrderResentByBuyer', commands('buyer/resend')]],
		buyer,
	),
];

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

export const events: readonly Rule[] = [...ofBuyers, ...ofSuppliers, ofSeveralLines, ofShipments];
