/** The messages by which a buyer tells a supplier what it expects to order (manual: forecast/issue.md, forecast/slimstock.md). */
import { listAt, valueAt } from '../order';
import { isGiven, isNone, type Finding } from './field';
import { message } from './message';

/** A message for each supplier. */
const name = 'forecast';
const key = ['forecastNumber', 'supplierAccountNumber'];

/** A line for each item: each of its periods has days and a demand. */
export const forecast = message({
	name,
	key,
	lineKey: ['buyerItemNumber'],
	table: `
	...forecastHeader
	lines[]! | least=1 most=500
		item!
			...forecastItem
		schedule[] | perRow
			startDate!* | date   | 2027-01-01 | First day of the period, in the form yyyy-MM-dd
			endDate!*   | date   | 2027-01-31 | Last day of the period, in the form yyyy-MM-dd
			quantity!*  | number | 500        | How much you expect to order in this period
	`,
	rule: hasPeriods,
});

/** Tradecloud also takes a line that is one period itself (SDK: SeedForecasts/line.json). */
function* hasPeriods({ lines }: Record<string, unknown>): Generator<Finding> {
	for (const [index, line] of listAt({ lines }, 'lines').entries()) {
		if (!isNone(valueAt(line, 'schedule')) || isGiven(valueAt(line, 'quantity'))) continue;
		yield { path: ['lines', index, 'schedule'], says: 'is missing' };
	}
}

export const slimstockForecast = message({
	name,
	key,
	table: `
	...forecastHeader
	lines[]! | least=1 most=500
		...forecastItem
		startDate! | date | 2027-01-01 | Any day of the month M0, in the form yyyy-MM-dd
		...months
	`,
});
