/** Columns of a sheet that are called after months, such as `2027-01`: the months M0 to M35 of a forecast. */
import { isEmpty, readRow, type Reader, type Row } from './cell';
import type { Field } from './field';
import { rowColumns, type Message } from './message';
import { Unread } from './unread';

/** Whether a column is one of M0 to M35. */
export function isMonth({ name }: Field): boolean {
	return /^M\d+$/.test(name);
}

/** The cells M0, M1, … from quantities one behind the other, as a list or separated by semicolons. */
export function monthsOf(quantities: unknown): Row {
	const list = Array.isArray(quantities)
		? (quantities as unknown[])
		: isEmpty(quantities)
			? []
			: String(quantities).split(';');
	// This is no number, and so told.
	if (list.length > 36) return { M0: `${list.length} quantities for 36 months` };
	return Object.fromEntries(list.map((quantity, month) => [`M${month}`, quantity]));
}

const yearFirst = /^(\d{4})[-/.](\d\d?)$/;
const yearLast = /^(\d\d?)[-/.](\d{4})$/;

/** The titles that are months, where a message has columns for months. */
export function titlesOfMonths(titles: string[], message: Message): string[] {
	return rowColumns(message).some(isMonth)
		? titles.filter((title) => monthIn(title) !== undefined)
		: [];
}

/** The month that a title is, counted from the year 0; undefined for another title. */
function monthIn(title: string): number | undefined {
	const [, year, month] = yearFirst.exec(title.replace(yearLast, '$2-$1')) ?? [];
	return year && Number(month) >= 1 && Number(month) <= 12
		? Number(year) * 12 + Number(month) - 1
		: undefined;
}

/** The months of a row as M0 to M35, from its start date on, or else from the first month of the sheet. */
export function withMonths(
	values: Row,
	cells: Row,
	titles: string[],
	columns: Field[],
	reader: Reader,
): Row {
	const months = titles.map((title) => ({ title, month: monthIn(title) ?? 0 }));
	const filled = months.filter(({ title }) => !isEmpty(cells[title]));
	if (filled.length === 0) return values;
	const first = Math.min(...months.map(({ month }) => month));
	const row: Row = { startDate: dayOf(first), ...values };
	const start = monthIn(String(row.startDate).slice(0, 7)) ?? first;
	for (const { title, month } of filled) {
		const name = `M${month - start}`;
		const column = columns.find((own) => own.name === name && row[name] === undefined);
		const own = { name: title, title };
		const value = column
			? readRow([{ ...column, ...own }], cells, reader)[title]
			: new Unread(outside, own);
		row[value instanceof Unread ? title : name] = value;
	}
	return row;
}

const outside = "is not one of the 36 months from 'Start Date' on, or is there twice";

function dayOf(month: number): string {
	return new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10);
}
