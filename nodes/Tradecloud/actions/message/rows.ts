/** Messages from the rows of a table: one for each number, with a line for each row. */
import { NodeOperationError, UserError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

import { build, isEmpty, type Message } from '../../model/messages/message';
import type { Job } from '../operation';

/** A row by the names of the message's columns. */
type Row = Record<string, string | number | boolean | null | undefined>;

/** One job for each number, in the order in which the numbers came; a line for each row. */
export function jobsFromRows(context: IExecuteFunctions, message: Message): Job[] {
	const rows = rowsOf(context, message);
	requireNumbers(context, rows, message);
	const groups = new Map<string, number[]>();
	for (const [item, row] of rows.entries()) {
		const number = isEmpty(row[message.number]) ? '' : String(row[message.number]);
		const group = groups.get(number);
		if (group) group.push(item);
		else groups.set(number, [item]);
	}
	return [...groups.values()].map((items) => jobOfRows(items, rows, message));
}

/** Without any number there is nothing to put rows together by: the columns have other names. */
function requireNumbers(
	context: IExecuteFunctions,
	rows: Row[],
	{ number, header }: Message,
): void {
	if (rows.length === 0 || rows.some((row) => !isEmpty(row[number]))) return;
	const column = header.find(({ name }) => name === number)?.displayName;
	throw new NodeOperationError(
		context.getNode(),
		`No column of the input is called '${column}', or it is empty in all rows`,
		{ description: "Rename the columns, or choose 'Map Each Column Manually'." },
	);
}

/** The columns by their names in the message, as the user mapped them or as the input calls them. */
function rowsOf(context: IExecuteFunctions, message: Message): Row[] {
	const names = new Map(
		[...message.header, ...message.line].flatMap(({ name, displayName }) => [
			[plain(name), name],
			[plain(displayName), name],
		]),
	);
	return context.getInputData().map(({ json }, item) => {
		const { mappingMode } = context.getNodeParameter('columns', item) as { mappingMode?: string };
		if (mappingMode === 'defineBelow') {
			return context.getNodeParameter('columns.value', item, {}) as Row;
		}
		const named = Object.entries(json).map(([column, value]) => [names.get(plain(column)), value]);
		return Object.fromEntries(named.filter(([name]) => name !== undefined)) as Row;
	});
}

/** 'Purchase Order Number', 'purchase_order_number' and 'purchaseOrderNumber' are the same column. */
function plain(name: string): string {
	return name.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}

function jobOfRows(items: number[], rows: Row[], message: Message): Job {
	const header: Row = {};
	for (const { name, displayName } of message.header) {
		const filled = items.filter((item) => !isEmpty(rows[item][name]));
		const [first] = filled;
		const other = filled.find((item) => String(rows[item][name]) !== String(rows[first][name]));
		if (other !== undefined) {
			return { items, obstacle: disagreement(message, rows, displayName, name, first, other) };
		}
		if (first !== undefined) header[name] = rows[first][name];
	}
	return {
		items,
		body: build(
			message,
			header,
			items.map((item) => rows[item]),
		),
	};
}

function disagreement(
	message: Message,
	rows: Row[],
	displayName: string,
	name: string,
	first: number,
	other: number,
): UserError {
	const shown = (item: number) => `'${rows[item][name]}' in row ${item}`;
	return new UserError(
		`The rows of ${message.name} '${rows[first][message.number]}' do not agree on '${displayName}': ${shown(first)}, ${shown(other)}`,
		{
			description: 'Give all rows of one message the same value, or leave it empty in all but one.',
		},
	);
}
