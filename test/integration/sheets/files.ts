/** Sheets as files, and what n8n makes of them. */
import { read, utils, write, type CellObject } from '@e965/xlsx';
import type { IDataObject } from 'n8n-workflow';

/** A file for n8n's node Extract From File, or rows as another node gives them. */
export type Source =
	{ xlsx: Buffer } | { csv: Buffer; delimiter: string } | { rows: IDataObject[] };

/** A cell of a sheet: a text, a number, or something that Excel shows in its own way. */
export type Cell = string | number | boolean | null | CellObject;

/** A day as Excel keeps it: a number, shown as a date. */
export const excelDay = (iso: string): CellObject => ({
	t: 'n',
	v: Date.parse(iso) / 86_400_000 + 25_569,
	z: 'dd-mm-yyyy',
});

/** An Excel file with one sheet; the first row holds the titles. */
export function xlsx(rows: Cell[][]): Source {
	const book = utils.book_new(utils.aoa_to_sheet(rows as unknown[][]), 'Sheet');
	return { xlsx: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer };
}

/** A csv file as Excel writes it in most of Europe: with a byte order mark, and semicolons. */
export function csv(rows: (string | number)[][], delimiter = ';'): Source {
	const sheet = utils.aoa_to_sheet(rows);
	const text = utils.sheet_to_csv(sheet, { FS: delimiter, RS: '\r\n' });
	return { csv: Buffer.from(`\ufeff${text}\r\n`), delimiter };
}

/** As n8n's node Google Sheets gives rows: what the sheet shows as dates is text, empty cells are too. */
export function google(rows: (string | number | boolean)[][]): Source {
	const [titles, ...cells] = rows;
	const items = cells.map((row, index) => ({
		row_number: index + 2,
		...Object.fromEntries(titles.map((title, column) => [String(title), row[column] ?? ''])),
	}));
	return { rows: items.filter((_item, index) => cells[index].some((cell) => cell !== '')) };
}

/** The items of n8n 2.41: n8n-nodes-base/dist/nodes/SpreadsheetFile/v2/fromFile.operation.js */
export function itemsIn(source: Source): IDataObject[] {
	if ('rows' in source) return source.rows;
	const book =
		'xlsx' in source ? read(source.xlsx) : read(source.csv, { raw: true, FS: source.delimiter });
	return utils.sheet_to_json<IDataObject>(book.Sheets[book.SheetNames[0]]);
}
