/** A message from what was filled in field by field. */
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { build } from '../../model/messages/build';
import { readRow, type Reader, type Row } from '../../model/messages/cell';
import { isTop, isValue, type Field } from '../../model/messages/field';
import type { Message } from '../../model/messages/message';
import { isMonth, monthsOf } from '../../model/messages/months';
import { linesOf, setAt, valueAt } from '../../model/order';
import type { Job } from '../operation';
import { checked, reasonsIn } from './refusal';

/** The job of an item, from the parameters of the mode 'Fields'. */
export function jobFromFields(
	context: IExecuteFunctions,
	item: number,
	message: Message,
	reader: Reader,
): Job {
	const valueOf = (name: string) => context.getNodeParameter(name, item, '') as IDataObject[string];
	const top = message.header.filter(isTop);
	const header = cells(message.header, {
		...Object.fromEntries(top.map(({ name }) => [name, valueOf(name)])),
		additionalFields: context.getNodeParameter('additionalFields', item, {}),
	});
	const { line = [] } = context.getNodeParameter('lines', item, {}) as { line?: IDataObject[] };
	const lines = line.map((own) => readRow(message.line, cells(message.line, own), reader));
	const built = build(message, [readRow(message.header, header, reader)], lines);
	repeat(message, built.body);
	const numbers = new Map(lines.map((row, index) => [row, index + 1]));
	const reasons = reasonsIn(built, message, { word: 'line', numbers });
	return checked({ items: [item] }, message, built.body, reasons);
}

/** Gives each line what the first one has of what repeats, where it has anything beside it. */
function repeat({ line }: Message, body: IDataObject): void {
	const [first, ...others] = linesOf(body);
	for (const { path } of line.filter(({ repeats }) => repeats)) {
		const value = valueAt(first, ...path) as IDataObject | undefined;
		for (const own of value === undefined ? [] : others) {
			const isBeside = valueAt(own, ...path.slice(0, -1)) !== undefined;
			if (isBeside && valueAt(own, ...path) === undefined) setAt(own, path, value);
		}
	}
}

/** The additional fields beside the others, and in place of each list its elements. */
function cells(columns: Field[], { additionalFields, ...values }: IDataObject): Row {
	const months = columns.some(isMonth) ? monthsOf(values.quantities) : {};
	const row: Row = { ...(additionalFields as IDataObject | undefined), ...values, ...months };
	for (const column of columns) {
		if (isValue(column) || column.perRow) continue;
		row[column.name] = (row[column.name] as { values?: Row[] } | undefined)?.values;
	}
	return row;
}
