/**
 * A buyer sends an order with one delivery a line: lines that name an `originalPosition` are merged into
 * the schedule and the history of that line (manual: order/buyer/issue/delivery-schedule.md).
 */
import type { ActualDelivery, Delivery, OrderLine } from '../../data/model';
import { isActive } from '../../data/status';
import type { Indicators } from '../validation/indicators';
import type { SentLine } from '../validation/order';
import type { SingleDeliveryBody, SingleDeliverySentLine } from '../validation/singleDeliveryOrder';
import { connectionToSupplier, type Context } from './context';
import { isSingleDelivery, markAsSingleDelivery } from './form';
import { sendOrder } from './sendOrder';
import { without } from './without';

/** The same order, one delivery a line. */
export function sendSingleDeliveryOrder(body: SingleDeliveryBody, context: Context): void {
	const { supplierAccountNumber, purchaseOrderNumber, indicators = {} } = body.order;
	connectionToSupplier(context, supplierAccountNumber, 'order.supplierAccountNumber');
	const known = context.orders.byNumber(purchaseOrderNumber, context.companyId);
	const lines = body.lines.map((line) => ({
		...line,
		indicators: {
			...without(indicators, 'autoConfirm', 'cancelLineWhenMissing'),
			...line.indicators,
		},
	}));
	const positions = new Set([
		...(known?.lines.map(({ buyerLine }) => buyerLine.position) ?? []),
		...lines.map(({ position }) => position),
	]);
	const groups = new Map<string, SingleDeliverySentLine[]>();
	for (const line of lines) {
		// Guess: a line whose original is unknown stands for itself; so it is not lost.
		const { originalPosition = '' } = line;
		const position = positions.has(originalPosition) ? originalPosition : line.position;
		groups.set(position, [...(groups.get(position) ?? []), line]);
	}
	const { autoConfirm, cancelLineWhenMissing: isWhole } = indicators;
	const isSingle = known !== undefined && isSingleDelivery(known);
	const merged = [...groups].map(([position, group]) => {
		const line = known?.lines.find(({ buyerLine }) => buyerLine.position === position);
		if (line) removeCancelled(line, group);
		return mergedLine(position, group, line && { line, isSingle, isWhole: isWhole === true });
	});
	const header = { ...body.order, indicators: { autoConfirm, cancelLineWhenMissing: isWhole } };
	const order = sendOrder({ ...body, order: header, lines: merged }, context);
	if (!known) markAsSingleDelivery(order);
}

/**
 * A line that is cancelled by itself leaves the schedule of its original at once (manual:
 * order/buyer/cancel.md). Guess: nobody has to approve that.
 */
function removeCancelled(line: OrderLine, group: readonly SingleDeliverySentLine[]): void {
	const gone = new Set(group.filter(isCancelled).map(({ position }) => position));
	const isLeft = ({ position = '' }: Delivery) => !gone.has(position);
	if (!isActive(line) || !line.deliverySchedule.some(isLeft)) return;
	line.deliverySchedule = line.deliverySchedule.filter(isLeft);
	line.deliveryScheduleIncludingRequests = line.deliveryScheduleIncludingRequests.filter(isLeft);
	const { confirmedLine } = line;
	if (confirmedLine) {
		confirmedLine.deliverySchedule = confirmedLine.deliverySchedule.filter(isLeft);
	}
}

function isCancelled({ indicators }: SingleDeliverySentLine): boolean {
	return indicators?.cancelled === true;
}

/** A line that exists: whether it came in this form, and whether what is not sent of it is to go. */
interface Known {
	line: OrderLine;
	isSingle: boolean;
	isWhole: boolean;
}

/** The line with the deliveries of all lines that belong to it. */
function mergedLine(
	position: string,
	group: readonly SingleDeliverySentLine[],
	known?: Known,
): SentLine {
	const primary = group.find((line) => line.position === position);
	const base = known?.isWhole ? [] : (known?.line.deliverySchedule ?? []);
	const areAll = (name: keyof Indicators) =>
		base.every((delivery) => group.some((line) => line.position === delivery.position)) &&
		group.every(({ indicators }) => indicators?.[name] === true);
	const cancelled = areAll('cancelled');
	const schedule = new Deliveries(base, known?.isSingle ? undefined : position);
	const history = new Deliveries(known?.line.buyerLine.deliveryHistory ?? []);
	for (const line of group) {
		if (!cancelled && isCancelled(line)) schedule.remove(line.position);
		else schedule.put(deliveryOf(line));
		if (line.actualDelivery) history.put({ ...line.actualDelivery, position: line.position });
	}
	return {
		...(primary && without(primary, 'originalPosition', 'scheduledDelivery', 'actualDelivery')),
		position,
		...(schedule.isTouched && { deliverySchedule: schedule.all }),
		...(history.isTouched && { deliveryHistory: history.all }),
		indicators: {
			...mergedIndicators(group),
			confirmed: areAll('confirmed'),
			completed: areAll('completed'),
			cancelled,
		},
	};
}

/** What one of the lines says counts for the line (manual: order/buyer/issue/indicators.md, indicator behaviors). */
function mergedIndicators(group: readonly SingleDeliverySentLine[]): SentLine['indicators'] {
	const someSays = (name: 'requestReconfirmation' | 'proposeWhenAccepted' | 'noDeliveryExpected') =>
		group.map(({ indicators }) => indicators?.[name]).reduce((left, right) => right || left);
	return {
		requestReconfirmation: someSays('requestReconfirmation'),
		proposeWhenAccepted: someSays('proposeWhenAccepted'),
		noDeliveryExpected: someSays('noDeliveryExpected'),
	};
}

/** A delivery has the position of its line; shipped and delivered are statuses of it alone. */
function deliveryOf({ position, scheduledDelivery, indicators }: SingleDeliverySentLine): Delivery {
	const status =
		(indicators?.delivered && 'Delivered') ||
		(indicators?.shipped && 'Shipped') ||
		scheduledDelivery?.status;
	return { ...scheduledDelivery, position, ...(status && { status }) };
}

/** The deliveries of a line, each by the position of its own line. */
class Deliveries<T extends Delivery | ActualDelivery> {
	all: T[];
	isTouched = false;

	constructor(
		known: readonly T[],
		/** In an order that came with schedules, the line to which the first delivery belongs. */
		private readonly linePosition?: string,
	) {
		this.all = [...known];
	}

	/** Takes over what is said of a delivery; nothing is said by its position. */
	put(delivery: T): void {
		if (Object.keys(delivery).length === 1) return;
		const index = this.indexOf(delivery);
		const known = this.all.at(index);
		const merged = index < 0 ? delivery : { ...known, ...delivery };
		const position = (index < 0 ? undefined : known?.position) ?? delivery.position;
		this.all.splice(index < 0 ? this.all.length : index, 1, { ...merged, position });
		this.isTouched = true;
	}

	remove(position: string): void {
		this.all = this.all.filter((delivery) => delivery.position !== position);
		this.isTouched = true;
	}

	/** One that the supplier split off has no position until the buyer's line names it. */
	private indexOf({ position, date, quantity }: T): number {
		const samePosition = this.all.findIndex((other) => other.position === position);
		if (samePosition >= 0) return samePosition;
		const isLine = position === this.linePosition;
		if (isLine && this.all.length > 0) return 0;
		return this.all.findIndex(
			(other) => other.position === undefined && other.date === date && other.quantity === quantity,
		);
	}
}
