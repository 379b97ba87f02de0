/** Generates the lines of an order: items, delivery schedules, prices, requests and statuses. */
import { dateAfter, type Random } from './deterministic';
import type {
	Delivery,
	Document,
	InProgressStatus,
	ItemDetails,
	Order,
	OrderLine,
	Price,
	Prices,
} from './model';
import { lineInState, type LineState } from './lineInState';
import { items, transportModes } from './names';

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
	const deliverySchedule = generateSchedule(context, random);
	const prices = generatePrices(context.currency, random);
	const status = lineStatus(context, row);
	const buyerPart = generateBuyerPart(context, position, random);
	const priceUnitOfMeasureIso = buyerPart.item.purchaseUnitOfMeasureIso;
	const state: LineState = {
		position,
		lineType: row === 5 ? 'Service' : row === 7 ? 'Charge' : 'Item',
		status,
		deliverySchedule,
		prices: { ...prices, priceUnitOfMeasureIso },
		...buyerPart,
		isOverdue: isOverdue(context),
		supplierLine: { description: `Auftragszeile ${position}` },
	};
	const line = lineInState(context.orderId, state, context.lastUpdatedAt);
	if (line.confirmedLine) line.supplierLine.salesOrderNumber = `SO-${7000 + context.index}`;
	return line;
}

/** Within an order in progress, every other line is confirmed already. */
function lineStatus(context: LineContext, row: number): OrderLine['status'] {
	if (context.status.processStatus !== 'InProgress') return { ...context.status };
	if (row % 2 === 1) return { ...context.status, processStatus: 'Confirmed' };
	// Three orders lie between two in progress at least: thirds walk through the statuses.
	const turn = Math.floor(context.index / 3) + row / 2;
	return { ...context.status, inProgressStatus: inProgressStatuses[turn % 6] };
}

function isOverdue({ index, status }: LineContext): boolean {
	const isDue = ['Issued', 'InProgress', 'Confirmed'].includes(status.processStatus);
	return index % 7 === 6 && isDue && status.logisticsStatus !== 'Delivered';
}

function generateBuyerPart(
	context: LineContext,
	position: string,
	random: Random,
): Pick<LineState, 'item' | 'buyerLine'> {
	const { name, unit } = random.pick(items);
	const number = `ITEM-${random.between(1000, 9999)}`;
	const drawing: Document = {
		code: `DRW-${number}`,
		revision: 'B',
		name: `${number}.pdf`,
		description: 'Drawing',
		type: 'Drawing',
		url: `https://documents.buyer.example/${number}.pdf`,
	};
	const buyerLine: LineState['buyerLine'] = {
		row: String(Number(position) / 10),
		itemDetails: details,
		description: `${name}, position ${position} of order ${context.index + 1}`,
		terms: { contractNumber: 'C-2026', contractPosition: position },
		projectNumber: `P-${100 + context.index}`,
		properties: [{ key: 'Prüfzeugnis', value: '3.1' }],
		notes: ['Bitte Lieferschein beilegen.'],
		documents: [drawing],
	};
	const supplierItemNumber = `${number}-S`;
	const item = { number, revision: 'B', name, purchaseUnitOfMeasureIso: unit, supplierItemNumber };
	return { item, buyerLine };
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

/** A gross price with a discount, or a net price, for the item's own unit; both in the order's currency and in euro. */
function generatePrices(currency: LineContext['currency'], random: Random): Prices {
	const value = random.between(100, 99_999) / 100;
	const price: Price = {
		priceInTransactionCurrency: { value, currencyIso: currency.currencyIso },
		priceInBaseCurrency: {
			value: Math.round(value * currency.toEuro * 100) / 100,
			currencyIso: 'EUR',
		},
	};
	const unit = { priceUnitQuantity: random.pick([1, 100]) };
	const isGross = random.next() < 0.3;
	return isGross
		? { grossPrice: price, discountPercentage: 7.5, ...unit }
		: { netPrice: price, ...unit };
}
