/** The rows of a sheet: what their cells mean, as the user mapped the columns or as their titles say. */
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isEmpty, readRow, type Reader, type Row } from '../../model/messages/cell';
import { rowColumns, type Message } from '../../model/messages/message';
import { titlesOfMonths, withMonths } from '../../model/messages/months';
import { sheetColumns } from '../../model/messages/sheetColumns';
import { plain } from '../../model/names';
import { listedBelow } from '../listed';
import { ignoredColumns } from '../options';
import { Refusal } from './refusal';

export interface SheetRow {
	/** The input item. */
	item: number;
	/** As the sheet counts: its titles are row 1. */
	number: number;
	/** By the names of the columns. */
	values: Row;
	/** Whether the sheet holds nothing in it. */
	isBlank: boolean;
}

export interface Sheet {
	rows: SheetRow[];
	/** What the sheet calls the columns, by their names; none for those mapped by hand. */
	titles: Map<string, string>;
}

/** @throws Refusal that names each column whose title is not clear */
export function sheetOf(context: IExecuteFunctions, message: Message, reader: Reader): Sheet {
	const input = context.getInputData().map(({ json }) => json);
	const filled = filledTitles(context, input);
	const { titles, valuesOf } = mapping(context, filled, message, reader);
	const rows = input.map((json, item) => ({
		item,
		number: numberOf(json) ?? item + 2,
		values: valuesOf(json, item),
		isBlank: filled.every((title) => isEmpty(json[title])),
	}));
	return { rows, titles };
}

/** For the user only: Google Sheets adds the number of the row, and the ready-made workflow the result. */
const notSent = ['rownumber', 'result', 'results'];

/** The titles of the columns that hold something, without those that the user leaves out. */
function filledTitles(context: IExecuteFunctions, input: IDataObject[]): string[] {
	const ignored = [...notSent, ...ignoredColumns(context).map(plain)];
	const titles = [...new Set(input.flatMap((json) => Object.keys(json)))];
	const own = titles.filter((title) => !ignored.includes(plain(title)));
	return own.filter((title) => input.some((json) => !isEmpty(json[title])));
}

/** A step before may count the rows; n8n's reader of Excel files hides its number, from 0, in the row. */
function numberOf({ row_number, __rowNum__ }: IDataObject): number | undefined {
	if (Number.isInteger(row_number) && Number(row_number) > 0) return Number(row_number);
	return typeof __rowNum__ === 'number' ? __rowNum__ + 1 : undefined;
}

interface Mapping extends Pick<Sheet, 'titles'> {
	valuesOf: (json: IDataObject, item: number) => Row;
}

function mapping(
	context: IExecuteFunctions,
	filled: string[],
	message: Message,
	reader: Reader,
): Mapping {
	const columns = rowColumns(message);
	/* `columns.value` would make a 0 of an empty cell. */
	const mapped = (item: number) =>
		context.getNodeParameter('columns', item) as { mappingMode?: string; value?: Row | null };
	if (mapped(0).mappingMode === 'defineBelow') {
		const valuesOf = (_: IDataObject, item: number) =>
			readRow(columns, mapped(item).value ?? {}, reader);
		return { titles: new Map(), valuesOf };
	}
	const months = titlesOfMonths(filled, message);
	const found = sheetColumns(
		filled.filter((title) => !months.includes(title)),
		message,
	);
	if (found.faults.length > 0) throw unclear(found.faults, found.unknown);
	const titles = new Map([...found.columns].map(([title, { name }]) => [name, title]));
	const used = [...found.columns.values()];
	const valuesOf = (json: IDataObject) => {
		const cells = [...titles].map(([name, title]) => [name, json[title]] as const);
		const values = readRow(used, Object.fromEntries(cells), reader);
		return withMonths(values, json, months, columns, reader);
	};
	return { titles, valuesOf };
}

function unclear(reasons: string[], unknown: string[]): Refusal {
	const ignore = `To leave a column out, enter it in 'Ignore Columns' under 'Options': ${unknown.join(', ')}`;
	const rename = "Rename the columns, or choose 'Map Each Column Manually'.";
	const all = reasons.length > 1 ? `${listedBelow(reasons, Infinity)}\n` : ' ';
	return new Refusal(`Nothing was sent: ${reasons[0]}`, reasons, {
		description: `${rename}${all}${unknown.length > 0 ? ignore : ''}`.trim(),
	});
}
