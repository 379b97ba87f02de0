/** Messages from the rows of a table: one for each key, with a line for each row or for rows that belong together. */
import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

import { build, isEmpty, keyOf, plain, type Row } from '../../model/messages/build';
import { keyColumns, rowColumns, type Message } from '../../model/messages/message';
import type { Job } from '../operation';
import { checked, reasonsIn } from './refusal';

/** One job for each message, in the order in which they came. */
export function jobsFromRows(context: IExecuteFunctions, message: Message): Job[] {
	const rows = rowsOf(context, message);
	requireKeys(context, rows, message);
	const groups = new Map<string, number[]>();
	for (const [item, row] of rows.entries()) {
		const key = keyOf(message.key, row);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return [...groups.values()].map((items) => jobOfRows(items, rows, message));
}

/** Without any number there is nothing to put rows together by: the columns have other names. */
function requireKeys(context: IExecuteFunctions, rows: Row[], message: Message): void {
	const missing = keyColumns(message).find(({ name }) => rows.every((row) => isEmpty(row[name])));
	if (rows.length === 0 || !missing) return;
	throw new NodeOperationError(
		context.getNode(),
		`No column of the input is called '${missing.title}', or it is empty in all rows`,
		{ description: "Rename the columns, or choose 'Map Each Column Manually'." },
	);
}

/** The columns by their names in the message, as the user mapped them or as the input calls them. */
function rowsOf(context: IExecuteFunctions, message: Message): Row[] {
	const names = new Map(
		rowColumns(message).flatMap(({ name, title }) => [
			[plain(name), name],
			[plain(title), name],
		]),
	);
	return context.getInputData().map(({ json }, item) => {
		/* `columns.value` would make a 0 of an empty cell. */
		const { mappingMode, value } = context.getNodeParameter('columns', item) as {
			mappingMode?: string;
			value?: Row | null;
		};
		if (mappingMode === 'defineBelow') return value ?? {};
		const named = Object.entries(json).map(([column, cell]) => [names.get(plain(column)), cell]);
		return Object.fromEntries(named.filter(([name]) => name !== undefined)) as Row;
	});
}

function jobOfRows(items: number[], rows: Row[], message: Message): Job {
	const own = items.map((item) => rows[item]);
	const built = build(message, own);
	const placeOf = (row: Row) => `row ${items[own.indexOf(row)]}`;
	return checked(items, message, built.body, reasonsIn(built, message, placeOf));
}
