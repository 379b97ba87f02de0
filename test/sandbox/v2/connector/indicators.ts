/** A buyer marks an order or its lines as shipped, delivered, completed, cancelled or confirmed. */
import { detached, type OrderLine } from '../../data/model';
import type { IndicatorsBody, OrderIndicators } from '../validation/bodies';
import { buyersOrder, changeLines, checkLines, type Context } from './context';

interface Indicator {
	isSet: (line: OrderLine) => boolean;
	set: (line: OrderLine) => void;
	event: string;
	/** Where Tradecloud has an event for taking it back. */
	revert?: { event: string; apply: (line: OrderLine) => void };
}

const markAsOpen = {
	event: 'OrderLinesMarkedAsOpenByBuyer',
	apply: (line: OrderLine) => setLogistics(line, 'Open'),
};

const indicators: Record<string, Indicator> = {
	shipped: {
		isSet: ({ status }) => status.logisticsStatus === 'Shipped',
		set: (line) => setLogistics(line, 'Shipped'),
		event: 'OrderLinesShippedByBuyer',
		revert: markAsOpen,
	},
	delivered: {
		isSet: ({ status }) => status.logisticsStatus === 'Delivered',
		set: (line) => setLogistics(line, 'Delivered'),
		event: 'OrderLinesMarkedAsDeliveredByBuyer',
		revert: markAsOpen,
	},
	completed: {
		isSet: ({ status }) => status.processStatus === 'Completed',
		set: (line) => setProcess(line, 'Completed'),
		event: 'OrderLinesCompletedByBuyer',
		revert: {
			event: 'CompletedOrderLinesRevertedByBuyer',
			apply: (line) => setProcess(line, 'InProgress', 'RevertedCompletedLine'),
		},
	},
	cancelled: {
		isSet: ({ status }) => status.processStatus === 'Cancelled',
		set: (line) => {
			setProcess(line, 'Cancelled');
			setLogistics(line, 'Cancelled');
		},
		event: 'OrderLinesCancelledByBuyer',
		revert: {
			event: 'CancelledOrderLinesRevertedByBuyer',
			apply: (line) => {
				setProcess(line, 'InProgress', 'RevertedCancelledLine');
				setLogistics(line, 'Open');
			},
		},
	},
	confirmed: {
		isSet: ({ status }) => status.processStatus === 'Confirmed',
		set: confirm,
		event: 'OrderLinesConfirmedByBuyer',
	},
	requestReconfirmation: {
		isSet: ({ status }) => status.inProgressStatus === 'OpenBuyerReconfirmationRequest',
		set: (line) => setProcess(line, 'InProgress', 'OpenBuyerReconfirmationRequest'),
		event: 'OrderLinesReconfirmationRequestedByBuyer',
	},
};

/** An indicator of the order touches all lines, one of a line overrules it; what is so stays so. */
export function setIndicators(body: IndicatorsBody, context: Context): void {
	const order = buyersOrder(context, body.order.purchaseOrderNumber);
	const ofLines = new Map(body.lines?.map((line) => [line.position, line.indicators]));
	checkLines(order, [...ofLines.keys()]);
	const wanted = (line: OrderLine): OrderIndicators => ({
		...body.order.indicators,
		...ofLines.get(line.buyerLine.position),
	});
	for (const [name, { isSet, set, event, revert }] of Object.entries(indicators)) {
		const changing = order.lines.filter((line) => {
			const value = wanted(line)[name];
			return typeof value === 'boolean' && value !== isSet(line);
		});
		const setting = changing.filter((line) => wanted(line)[name] === true);
		const reverting = changing.filter((line) => wanted(line)[name] === false);
		changeLines(context, order, event, setting, set);
		if (revert) changeLines(context, order, revert.event, reverting, revert.apply);
	}
}

/** Makes the line's schedule and prices the agreed ones. */
export function confirm(line: OrderLine): void {
	setProcess(line, 'Confirmed');
	const { deliverySchedule, prices } = line;
	line.confirmedLine = detached({ deliverySchedule, prices });
	line.deliveryScheduleIncludingRequests = detached(deliverySchedule);
	line.pricesIncludingRequests = detached(prices);
	line.eventDates.confirmedDate = new Date().toISOString();
}

/** Gives the line a process status, and an in-progress status or none. */
export function setProcess(
	line: OrderLine,
	processStatus: string,
	inProgressStatus?: string,
): void {
	const { logisticsStatus } = line.status;
	line.status = { processStatus, logisticsStatus, ...(inProgressStatus && { inProgressStatus }) };
}

function setLogistics(line: OrderLine, status: string): void {
	line.status.logisticsStatus = status;
	for (const delivery of line.deliverySchedule) delivery.status = status;
}
