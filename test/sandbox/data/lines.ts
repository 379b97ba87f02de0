/** Generates the lines of an order: items, delivery schedules, prices, requests and statuses. */
import { dateAfter, type Random } from './deterministic';
import type {
	BuyerLine,
	Delivery,
	Document,
	InProgressStatus,
	ItemDetails,
	Order,
	OrderLine,
	Price,
	Prices,
} from './model';
import { items, transportModes } from './names';
import { askedBy } from './requests';

/** What all lines of one order share. */
export interface LineContext {
	orderId: string;
	index: number;
	currency: { currencyIso: string; toEuro: number };
	status: Order['status'];
	lastUpdatedAt: string;
}

const inProgressStatuses: readonly InProgressStatus[] = [
	'OpenSupplierProposal',
	'OpenBuyerReopenRequest',
	'OpenSupplierReopenRequest',
	'OpenBuyerReconfirmationRequest',
	'OpenSupplierShipmentRescheduleRequest',
	'RejectedSupplierProposal',
];

const details: ItemDetails = {
	countryOfOriginCodeIso2: 'DE',
	combinedNomenclatureCode: '73181595',
};

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
	const asked = askedBy(status.inProgressStatus, deliverySchedule, prices);
	const agreed = isAgreed(status);
	return {
		id: `${context.orderId}-${position}`,
		lineType,
		...(lineType === 'Charge' && { chargeReasonCode: 'FC' }),
		buyerLine: {
			...generateBuyerLine(context, position, random),
			deliverySchedule: asked.buyer.reopenRequest?.deliverySchedule ?? deliverySchedule,
			prices,
			requests: asked.buyer,
		},
		supplierLine: {
			...(agreed && {
				salesOrderNumber: `SO-${7000 + context.index}`,
				salesOrderPosition: position,
			}),
			description: `Auftragszeile ${position}`,
			requests: asked.supplier,
			properties: [],
			notes: [],
			documents: [],
		},
		...(agreed && { confirmedLine: { deliverySchedule, prices } }),
		deliverySchedule,
		deliveryScheduleIncludingRequests: asked.deliverySchedule,
		prices,
		pricesIncludingRequests: asked.prices,
		indicators: { deliveryOverdue: isOverdue(context) },
		status,
		// Guess: the names of these dates are shown nowhere; nothing rests on them.
		eventDates: { issuedDate: dateAfter(-14), ...(agreed && { confirmedDate: dateAfter(-2) }) },
		mergedItemDetails: details,
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

/** Whether buyer and supplier have agreed on a line once, whatever is asked for since. */
function isAgreed({ processStatus, inProgressStatus }: OrderLine['status']): boolean {
	if (processStatus !== 'InProgress') return ['Confirmed', 'Completed'].includes(processStatus);
	return !inProgressStatus?.includes('SupplierProposal');
}

function isOverdue({ index, status }: LineContext): boolean {
	const isDue = ['Issued', 'InProgress', 'Confirmed'].includes(status.processStatus);
	return index % 7 === 6 && isDue && status.logisticsStatus !== 'Delivered';
}

function generateBuyerLine(
	context: LineContext,
	position: string,
	random: Random,
): Omit<BuyerLine, 'deliverySchedule' | 'prices' | 'requests'> {
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
		row: String(Number(position) / 10),
		item: {
			number,
			revision: 'B',
			name: item.name,
			purchaseUnitOfMeasureIso: item.unit,
			supplierItemNumber: `${number}-S`,
		},
		itemDetails: details,
		description: `${item.name}, position ${position} of order ${context.index + 1}`,
		deliveryHistory: [],
		terms: { contractNumber: 'C-2026', contractPosition: position },
		projectNumber: `P-${100 + context.index}`,
		indicators: {},
		properties: [{ key: 'Prüfzeugnis', value: '3.1' }],
		notes: ['Bitte Lieferschein beilegen.'],
		labels: [],
		documents: [drawing],
	};
}

/** One to three deliveries, a week apart; those of an overdue order lie in the past. */
function generateSchedule(context: LineContext, random: Random): Delivery[] {
	const firstDay = isOverdue(context) ? -30 : 20 + context.index;
	const transportMode = random.pick(transportModes);
	const { logisticsStatus } = context.status;
	const status = logisticsStatus === 'Cancelled' ? 'Open' : logisticsStatus;
	return Array.from({ length: random.between(1, 3) }, (_, row) => ({
		position: String(row + 1),
		date: dateAfter(firstDay + row * 7),
		quantity: random.between(1, 400) / 2,
		status,
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
