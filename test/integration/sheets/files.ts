/** Sheets as files, and as n8n's node Extract From File reads them. */
import { read, utils, write, type CellObject } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import type { IDataObject } from 'n8n-workflow';

/** A cell of a sheet: a text, a number, or something that Excel shows in its own way. */
export type Cell = string | number | boolean | null | CellObject;

/** A day as Excel keeps it: a number, shown as a date. */
export const excelDay = (iso: string): CellObject => ({
	t: 'n',
	v: Date.parse(iso) / 86_400_000 + 25_569,
	z: 'dd-mm-yyyy',
});

/** An Excel file with one sheet; the first row holds the titles. */
export function xlsxFile(rows: Cell[][]): Buffer {
	const book = utils.book_new(utils.aoa_to_sheet(rows as unknown[][]), 'Sheet');
	return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

/** A csv file as Excel writes it in most of Europe: with a byte order mark, and semicolons. */
export function csvFile(rows: (string | number)[][], separator = ';'): Buffer {
	const lines = rows.map((row) => row.map((cell) => quoted(String(cell), separator)));
	return Buffer.from(`\ufeff${lines.map((line) => line.join(separator)).join('\r\n')}\r\n`);
}

function quoted(text: string, separator: string): string {
	const needsQuotes = text.includes('"') || text.includes('\n') || text.includes(separator);
	return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

/** As n8n 2.41 does: n8n-nodes-base/dist/nodes/SpreadsheetFile/v2/fromFile.operation.js */
export function extractedFromXlsx(file: Buffer): IDataObject[] {
	const { SheetNames, Sheets } = read(file, { raw: undefined });
	return utils.sheet_to_json<IDataObject>(Sheets[SheetNames[0]], {});
}

/** The same, with the option 'Delimiter'. */
export function extractedFromCsv(file: Buffer, delimiter = ';'): IDataObject[] {
	const records = parse<IDataObject>(file, { delimiter, columns: true, skip_empty_lines: true });
	for (const record of records) {
		for (const title of Object.keys(record)) if (record[title] === '') delete record[title];
	}
	return records;
}

/** As n8n's node Google Sheets gives rows: what the sheet shows as dates is text, empty cells are too. */
export function fromGoogle(rows: (string | number | boolean)[][]): IDataObject[] {
	const [titles, ...cells] = rows;
	const items = cells.map((row, index) => ({
		row_number: index + 2,
		...Object.fromEntries(titles.map((title, column) => [String(title), row[column] ?? ''])),
	}));
	return items.filter((_item, index) => cells[index].some((cell) => cell !== ''));
}
