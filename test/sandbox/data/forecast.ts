/** A forecast as a buyer sent it, and its lines as a search shows them. */
import type { Connection } from './companies';
import { isObject } from '../http/routing';

export interface Forecast {
	kind: 'forecast' | 'slimstock';
	/** The buyer's. */
	companyId: string;
	/** ISO 8601. */
	receivedAt: string;
	body: Record<string, unknown>;
}

export interface ForecastPeriod {
	startDate: string;
	endDate: string;
	quantity: number;
}

/**
 * An item of a forecast. Guess: but for the fields that searches name (SDK: SearchForecastLines), its
 * form is shown nowhere, and is here that of an order line.
 */
export interface ForecastLine {
	buyerForecast: { companyId: string; supplierAccountNumber: string; forecastNumber: string };
	supplierForecast: { companyId?: string };
	buyerLine: {
		item: {
			number?: string;
			revision?: string;
			name?: string;
			supplierItemNumber?: string;
			purchaseUnitOfMeasureIso?: string;
		};
		schedule: ForecastPeriod[];
	};
	lastUpdatedAt: string;
}

type Json = Record<string, unknown>;

/** The lines of a forecast of either form; the supplier is who has that account number. */
export function forecastLines(
	{ companyId, body, receivedAt }: Forecast,
	connections: readonly Connection[],
): ForecastLine[] {
	const header = objectAt(body, 'header');
	const supplierAccountNumber = String(header.supplierAccountNumber);
	const supplier = connections.find(
		(connection) =>
			connection.buyerCompanyId === companyId &&
			connection.supplierAccountNumber === supplierAccountNumber,
	);
	const forecastNumber = String(header.forecastNumber);
	const lines = Array.isArray(body.lines) ? body.lines.filter(isObject) : [];
	return lines.map((line) => ({
		buyerForecast: { companyId, supplierAccountNumber, forecastNumber },
		supplierForecast: { companyId: supplier?.supplierCompanyId },
		buyerLine: {
			item: itemOf(isObject(line.item) ? line.item : line),
			schedule: Array.isArray(line.schedule) ? periodsOf(line.schedule) : monthsOf(line),
		},
		lastUpdatedAt: receivedAt,
	}));
}

function itemOf(item: Json): ForecastLine['buyerLine']['item'] {
	return {
		number: textOf(item.buyerItemNumber),
		revision: textOf(item.buyerItemRevision),
		name: textOf(item.buyerItemName),
		supplierItemNumber: textOf(item.supplierItemNumber),
		purchaseUnitOfMeasureIso: textOf(item.purchaseUnitOfMeasureIso),
	};
}

function periodsOf(schedule: readonly unknown[]): ForecastPeriod[] {
	return schedule.filter(isObject).map(({ startDate, endDate, quantity }) => ({
		startDate: String(startDate),
		endDate: String(endDate),
		quantity: Number(quantity),
	}));
}

/** `M0` is the month of the start date, whatever its day (manual: forecast/slimstock.md). */
function monthsOf(line: Json): ForecastPeriod[] {
	const start = new Date(String(line.startDate));
	const day = (month: number, date: number) =>
		new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, date))
			.toISOString()
			.slice(0, 10);
	return Array.from({ length: 36 }, (_, month) => month)
		.filter((month) => typeof line[`M${month}`] === 'number')
		.map((month) => ({
			startDate: day(month, 1),
			endDate: day(month + 1, 0),
			quantity: Number(line[`M${month}`]),
		}));
}

function objectAt(body: Json, field: string): Json {
	const value = body[field];
	return isObject(value) ? value : {};
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}
