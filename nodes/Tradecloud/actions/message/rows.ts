/** Messages from the rows of a sheet: one for each key, with a line for each row or for rows that belong together. */
import type { IExecuteFunctions } from 'n8n-workflow';

import { build, grouped, keyOf } from '../../model/messages/build';
import type { Reader } from '../../model/messages/cell';
import { keyColumns, type Message } from '../../model/messages/message';
import type { Job } from '../operation';
import { lostZeros } from './leadingZeros';
import { checked, reasonsIn, Refusal, titled, type Places } from './refusal';
import { sheetOf, type SheetRow } from './sheet';

/** One job for each message, in the order in which they came, and one for each row that belongs to none. */
export function jobsFromRows(context: IExecuteFunctions, message: Message, reader: Reader): Job[] {
	const { rows, titles } = sheetOf(context, message, reader);
	requireKeys(rows, message);
	const isKeyed = ({ values }: SheetRow) => message.key.every((name) => values[name] !== undefined);
	const own = rows.filter((row) => !row.isBlank || isKeyed(row));
	const numbers = new Map(own.map(({ values, number }) => [values, number]));
	const groups = grouped(own, (row) => (isKeyed(row) ? keyOf(message.key, row.values) : row));
	const places: Places = { word: 'row', numbers, titles };
	const jobs = [...groups.values()].map((same) => jobOfRows(same, message, places));
	const [hint] = jobs.flatMap((job) => lostZeros(job) ?? []);
	if (hint) context.addExecutionHints({ message: hint });
	return jobs;
}

/** Without any number there is nothing to put rows together by: the columns have other names. */
function requireKeys(rows: SheetRow[], message: Message): void {
	const missing = keyColumns(message).find(({ name }) =>
		rows.every(({ values }) => values[name] === undefined),
	);
	if (!missing || rows.every(({ isBlank }) => isBlank)) return;
	const says = `No column of the input is called '${missing.title}', or it is empty in all rows`;
	throw new Refusal(says, [says], {
		description: "Rename the columns, or choose 'Map Each Column Manually'.",
	});
}

/** A row with values and without a number, such as the total at the end, is told and not left out. */
function jobOfRows(rows: SheetRow[], message: Message, places: Places): Job {
	const values = rows.map((row) => row.values);
	const built = build(message, values);
	const missing = keyColumns(message).find(({ name }) => values[0][name] === undefined);
	const reasons = missing
		? [`${titled(missing, places)} is empty in row ${rows[0].number}, which holds other values`]
		: reasonsIn(built, message, places);
	const items = rows.map(({ item }) => item);
	return checked({ items, rows: rows.map(({ number }) => number) }, message, built.body, reasons);
}
