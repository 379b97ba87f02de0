/** A message from what was filled in field by field. */
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { build, type Row } from '../../model/messages/build';
import { isTop, isValue, type Column } from '../../model/messages/columns';
import type { Message } from '../../model/messages/message';
import type { Job } from '../operation';
import { checked, reasonsIn } from './refusal';

/** The job of an item, from the parameters of the mode 'Fields'. */
export function jobFromFields(context: IExecuteFunctions, item: number, message: Message): Job {
	const valueOf = (name: string) => context.getNodeParameter(name, item, '') as IDataObject[string];
	const top = message.header.filter(isTop);
	const header = cells(message.header, {
		...Object.fromEntries(top.map(({ name }) => [name, valueOf(name)])),
		additionalFields: context.getNodeParameter('additionalFields', item, {}),
	});
	const { line = [] } = context.getNodeParameter('lines', item, {}) as { line?: IDataObject[] };
	const lineRows = line.map((own) => cells(message.line, own));
	const built = build(message, [header], lineRows);
	const placeOf = (row: Row) => `line ${lineRows.indexOf(row) + 1}`;
	return checked([item], message, built.body, reasonsIn(built, message, placeOf));
}

/** The additional fields beside the others, and in place of each list its elements. */
function cells(columns: Column[], { additionalFields, ...values }: IDataObject): Row {
	const row: Row = { ...(additionalFields as IDataObject | undefined), ...values };
	for (const column of columns) {
		if (isValue(column) || column.perRow) continue;
		row[column.name] = (row[column.name] as { values?: Row[] } | undefined)?.values;
	}
	return row;
}
