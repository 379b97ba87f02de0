/** A buyer marks lines as shipped, delivered, completed, … (manual: order/buyer/issue/indicators.md). */
import type { OrderLine } from '../../data/model';
import type { Indicators, IndicatorsBody } from '../validation/indicators';
import { tell, type LineEvent } from './changes';
import { buyersOrder, checkLines, type Context } from './context';
import { checkForm } from './form';
import { agree, setProcess, settle } from './line';

interface Indicator {
	event: string;
	/** Whether a line is in a status in which the indicator does anything. */
	applies: (line: OrderLine) => boolean;
	apply: (line: OrderLine) => void;
}

const isIn =
	(...statuses: OrderLine['status']['processStatus'][]) =>
	({ status }: OrderLine): boolean =>
		statuses.includes(status.processStatus);

const moves =
	(...statuses: OrderLine['status']['logisticsStatus'][]) =>
	({ status }: OrderLine): boolean =>
		statuses.includes(status.logisticsStatus);

/**
 * What each does, and from which statuses. `false` says that it is not set, and takes nothing back (SDK:
 * SendOrder/order.json sends all of them as `false`). Completing comes first, as it precedes cancelling.
 */
const indicators: readonly (readonly [keyof Indicators, Indicator])[] = [
	[
		'confirmed',
		{
			event: 'OrderLinesConfirmedByBuyer',
			applies: isIn('Issued'),
			apply: (line) => agree(line, line),
		},
	],
	[
		'requestReconfirmation',
		{
			event: 'OrderLinesReconfirmationRequestedByBuyer',
			applies: isIn('Confirmed'),
			apply: (line) => setProcess(line, 'InProgress', 'OpenBuyerReconfirmationRequest'),
		},
	],
	[
		'shipped',
		{
			event: 'OrderLinesShippedByBuyer',
			applies: moves('Open', 'Produced', 'ReadyToShip'),
			apply: (line) => setLogistics(line, 'Shipped'),
		},
	],
	[
		'delivered',
		{
			event: 'OrderLinesMarkedAsDeliveredByBuyer',
			applies: moves('Open', 'Produced', 'ReadyToShip', 'Shipped'),
			apply: (line) => {
				setLogistics(line, 'Delivered');
				// manual: order/supplier/receive/README.md, buyer line
				line.buyerLine.indicators.delivered = true;
			},
		},
	],
	[
		'completed',
		{
			event: 'OrderLinesCompletedByBuyer',
			/**
			 * Guess: lines in progress too. indicators.md says so, complete.md says the contrary; if
			 * that is so, such a line stays in progress and is completed by the next message.
			 */
			applies: isIn('Issued', 'InProgress', 'Rejected', 'Confirmed'),
			apply: (line) => {
				settle(line);
				setProcess(line, 'Completed');
			},
		},
	],
	[
		'cancelled',
		{
			event: 'OrderLinesCancelledByBuyer',
			applies: isIn('Issued', 'InProgress', 'Rejected', 'Confirmed'),
			apply: (line) => {
				settle(line);
				setProcess(line, 'Cancelled');
				line.status.logisticsStatus = 'Cancelled';
			},
		},
	],
];

/** Those of the order touch all of its lines; those of a line overrule them (manual: order/buyer/cancel.md). */
export function setIndicators({ order: header, lines }: IndicatorsBody, context: Context): void {
	const order = buyersOrder(context, header.purchaseOrderNumber);
	checkForm(order, 'indicators');
	const ofLines = new Map(lines.map((line) => [line.position, line.indicators]));
	checkLines(order, [...ofLines.keys()]);
	const happened = applyIndicators(order.lines, ({ buyerLine }) => ({
		...header.indicators,
		...ofLines.get(buyerLine.position),
	}));
	tell(context, order, happened);
}

/** Applies to each line what is wanted of it, and says what happened. */
export function applyIndicators(
	lines: readonly OrderLine[],
	wantedOf: (line: OrderLine) => Indicators,
): LineEvent[] {
	return indicators.flatMap(([name, indicator]) =>
		applied(
			lines.filter((line) => wantedOf(line)[name] === true),
			indicator,
		),
	);
}

/** Cancels the lines that can be cancelled, and says so. */
export function cancel(lines: readonly OrderLine[]): LineEvent[] {
	return applyIndicators(lines, () => ({ cancelled: true }));
}

function applied(lines: readonly OrderLine[], indicator: Indicator): LineEvent[] {
	return lines.filter(indicator.applies).map((line): LineEvent => {
		indicator.apply(line);
		return [indicator.event, line];
	});
}

function setLogistics(line: OrderLine, status: 'Shipped' | 'Delivered'): void {
	line.status.logisticsStatus = status;
	const { deliverySchedule, deliveryScheduleIncludingRequests } = line;
	for (const delivery of [...deliverySchedule, ...deliveryScheduleIncludingRequests]) {
		if (delivery.status !== 'Delivered') delivery.status = status;
	}
}
