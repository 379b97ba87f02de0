/** The messages by which a buyer tells a supplier what it expects to order (manual: forecast/issue.md, forecast/slimstock.md). */
import { fields, isGiven, list, object, required } from './field';
import type { Fields, Finding, Rule } from './field';
import { message, type Message } from './message';
import * as parts from './parts';

const header = object({
	...fields(`
		forecastNumber! | identifier | FC-2027-01 | Your number for this forecast, the same for all suppliers
	`),
	supplierAccountNumber: parts.supplierAccountNumber,
	companyId: parts.companyId,
});

const item: Fields = {
	...fields(`
		buyerItemNumber! = Item Number  | identifier | A-4711          | The number of the item in your ERP
		buyerItemName! = Item Name      | text       | Hexagon bolt M8 | What the supplier reads as the name of the item
		buyerItemRevision = Item Revision | text     | B               | The revision of the item
	`),
	...parts.unit,
	...parts.supplierItem,
};

/** A message for each supplier. */
function forecastMessage(line: Fields, lineKey?: string[], rule?: Rule): Message {
	return message({
		name: 'forecast',
		key: ['forecastNumber', 'supplierAccountNumber'],
		lineKey,
		shape: object({
			header: required(header),
			lines: list(object(line, { rule }), { required: true, least: 1, most: parts.mostLines }),
			...fields(`
				issueDateTime | dateTime | 2027-01-04T09:30:00 | When it was made in your system
			`),
		}),
	});
}

/** A line for each item: each of its periods has days and a demand. */
const period = fields(`
	startDate!* | date   | 2027-01-01 | First day of the period, in the form yyyy-MM-dd
	endDate!*   | date   | 2027-01-31 | Last day of the period, in the form yyyy-MM-dd
	quantity!*  | number | 500        | How much you expect to order in this period
`);
export const forecast = forecastMessage(
	{ item: required(object(item)), schedule: list(object(period), { perRow: true }) },
	['buyerItemNumber'],
	hasPeriod,
);

/** Tradecloud also takes a line that is one period itself (SDK: SeedForecasts/line.json). */
function* hasPeriod({ schedule, quantity }: Record<string, unknown>): Generator<Finding> {
	const isScheduled = Array.isArray(schedule) ? schedule.length > 0 : isGiven(schedule);
	if (!isScheduled && !isGiven(quantity)) yield { path: ['schedule'], says: 'is missing' };
}

/** Three years, of which the first is shown at the top. */
const months = Array.from({ length: 36 }, (_month, index) => {
	const when = index === 0 ? 'in the month of the start date' : `${index} months after it`;
	return [
		`M${index}${index < 12 ? '*' : ''} = Quantity M${index}`,
		'number',
		['500', '250'][index] ?? '',
		`How much you expect to order ${when}`,
	].join(' | ');
});

export const slimstockForecast = forecastMessage({
	...item,
	...fields(`
		startDate! | date | 2027-01-01 | Any day of the month M0, in the form yyyy-MM-dd
		${months.join('\n')}
	`),
});
