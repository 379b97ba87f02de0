/** Generates the lines of an order: items, delivery schedules, prices, requests and statuses. */
import { dateAfter, type Random } from './deterministic';
import { items, transportModes } from './names';
import type { Delivery, Document, Order, OrderLine, Price, Prices, Request } from './model';

/** What all lines of one order share. */
export interface LineContext {
	orderId: string;
	index: number;
	currency: { currencyIso: string; toEuro: number };
	status: Order['status'];
	lastUpdatedAt: string;
}

const inProgressStatuses = [
	'OpenSupplierProposal',
	'OpenBuyerReopenRequest',
	'OpenSupplierReopenRequest',
	'OpenBuyerReconfirmationRequest',
	'OpenSupplierShipmentRescheduleRequest',
	'RejectedSupplierProposal',
] as const;

/** Between one and eight lines, at the positions 10, 20, 30 … */
export function generateLines(context: LineContext, random: Random): OrderLine[] {
	const count = random.between(1, 8);
	return Array.from({ length: count }, (_, row) => generateLine(context, row, random));
}

/** The line at a row (counted from 0) of the order. */
function generateLine(context: LineContext, row: number, random: Random): OrderLine {
	const position = String((row + 1) * 10);
	const lineType = row === 5 ? 'Service' : row === 7 ? 'Charge' : 'Item';
	const status = lineStatus(context, row);
	const deliverySchedule = generateSchedule(context, random);
	const prices = generatePrices(context.currency, random);
	const request = openRequest(status.inProgressStatus, deliverySchedule, prices);
	const isConfirmed = ['Confirmed', 'Completed'].includes(status.processStatus);
	return {
		id: `${context.orderId}-${position}`,
		lineType,
		...(lineType === 'Charge' && { chargeReasonCode: 'FC' }),
		buyerLine: generateBuyerLine(context, position, random),
		supplierLine: {
			...(isConfirmed && {
				salesOrderNumber: `SO-${7000 + context.index}`,
				salesOrderPosition: position,
			}),
			description: `Auftragszeile ${position}`,
			requests: request.requests,
			documents: [],
		},
		...(isConfirmed && { confirmedLine: { deliverySchedule, prices } }),
		deliverySchedule,
		deliveryScheduleIncludingRequests: request.deliverySchedule,
		prices,
		pricesIncludingRequests: request.prices,
		indicators: { deliveryOverdue: context.index % 7 === 6 },
		status,
		eventDates: {
			issuedDate: dateAfter(-14),
			...(isConfirmed && { confirmedDate: dateAfter(-2) }),
		},
		mergedItemDetails: { countryOfOriginCodeIso2: 'DE', combinedNomenclatureCode: '73181595' },
		lastUpdatedAt: context.lastUpdatedAt,
	};
}

/** Within an order in progress, every other line is confirmed already. */
function lineStatus(context: LineContext, row: number): OrderLine['status'] {
	if (context.status.processStatus !== 'InProgress') return { ...context.status };
	if (row % 2 === 1) return { ...context.status, processStatus: 'Confirmed' };
	// Three orders lie between two in progress at least: thirds walk through the statuses.
	const turn = Math.floor(context.index / 3) + row / 2;
	return { ...context.status, inProgressStatus: inProgressStatuses[turn % 6] };
}

function generateBuyerLine(
	context: LineContext,
	position: string,
	random: Random,
): OrderLine['buyerLine'] {
	const item = random.pick(items);
	const number = `ITEM-${random.between(1000, 9999)}`;
	const drawing: Document = {
		code: `DRW-${number}`,
		revision: 'B',
		name: `${number}.pdf`,
		description: 'Drawing',
		type: 'Drawing',
		url: `https://documents.buyer.example/${number}.pdf`,
	};
	return {
		position,
		item: {
			number,
			revision: 'B',
			name: item.name,
			purchaseUnitOfMeasureIso: item.unit,
			supplierItemNumber: `${number}-S`,
		},
		description: `${item.name}, position ${position} of order ${context.index + 1}`,
		properties: [{ key: 'Prüfzeugnis', value: '3.1' }],
		notes: ['Bitte Lieferschein beilegen.'],
		documents: [drawing],
	};
}

/** One to three deliveries, a week apart. */
function generateSchedule(context: LineContext, random: Random): Delivery[] {
	const firstDay = 20 + context.index;
	const transportMode = random.pick(transportModes);
	return Array.from({ length: random.between(1, 3) }, (_, row) => ({
		position: String(row + 1),
		date: dateAfter(firstDay + row * 7),
		quantity: random.between(1, 400) / 2,
		status: context.status.logisticsStatus,
		etd: dateAfter(firstDay + row * 7 - 3),
		eta: dateAfter(firstDay + row * 7),
		transportMode,
	}));
}

/** A gross price with a discount, or a net price; both in the order's currency and in euro. */
function generatePrices(currency: LineContext['currency'], random: Random): Prices {
	const value = random.between(100, 99_999) / 100;
	const price: Price = {
		priceInTransactionCurrency: { value, currencyIso: currency.currencyIso },
		priceInBaseCurrency: {
			value: Math.round(value * currency.toEuro * 100) / 100,
			currencyIso: 'EUR',
		},
	};
	const unit = { priceUnitOfMeasureIso: 'PCE', priceUnitQuantity: random.pick([1, 100]) };
	const isGross = random.next() < 0.3;
	return isGross
		? { grossPrice: price, discountPercentage: 7.5, ...unit }
		: { netPrice: price, ...unit };
}

/** What an open request asks for; the line's own schedule and prices keep the old values meanwhile. */
function openRequest(
	inProgressStatus: string | undefined,
	deliverySchedule: Delivery[],
	prices: Prices,
): {
	requests: OrderLine['supplierLine']['requests'];
	deliverySchedule: Delivery[];
	prices: Prices;
} {
	const later = deliverySchedule.map((delivery) => ({
		...delivery,
		quantity: delivery.quantity + 1,
	}));
	const request: Request = {
		status: 'Open',
		deliverySchedule: later,
		prices,
		reason: 'Lieferung nur in größerer Menge möglich',
	};
	if (inProgressStatus === 'OpenSupplierProposal') {
		return { requests: { proposal: request }, deliverySchedule: later, prices };
	}
	if (inProgressStatus?.endsWith('ReopenRequest')) {
		return { requests: { reopenRequest: request }, deliverySchedule: later, prices };
	}
	return { requests: {}, deliverySchedule, prices };
}
