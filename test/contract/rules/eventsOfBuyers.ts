/** Rules: which event tells of what a buyer did. */
import { delivery, line, otherDate } from '../bodies';
import type { Rule } from '../rule';
import { asks, commands, confirmed, issued, linePositions, set, tells } from '../changes';

const buyer = ['buyer'] as const;
const history = [{ position: '00010', deliveryHistory: [delivery('1', '2034-02-01', 2)] }];
const deliveries = [{ position: '00010', deliveries: [delivery('1', '2034-02-01', 1)] }];
export const eventsOfBuyers: readonly Rule[] = [
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
