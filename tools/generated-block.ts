/** The parts of the documentation that a program writes: each between two HTML comments with its name. */
import { readFileSync, writeFileSync } from 'node:fs';

/** A block in a Markdown file. */
export interface GeneratedBlock {
	file: string;
	name: string;
}

/** Whether the file has a place for it. */
export function hasBlock({ file, name }: GeneratedBlock): boolean {
	return readFileSync(file, 'utf8').includes(`<!-- ${name}: begin -->`);
}

/** The text in the block. */
export function readBlock({ file, name }: GeneratedBlock): string {
	return partsOf(readFileSync(file, 'utf8'), file, name)[2].trim();
}

/** Puts this text into the block. The formatter leaves it alone. */
export function writeBlock({ file, name }: GeneratedBlock, text: string): void {
	const [before, begin, , end, after] = partsOf(readFileSync(file, 'utf8'), file, name);
	writeFileSync(file, `${before}${begin}\n\n${text}\n\n${end}${after}`);
}

function partsOf(markdown: string, file: string, name: string): string[] {
	const begin = `<!-- ${name}: begin -->\n<!-- prettier-ignore-start -->`;
	const end = `<!-- prettier-ignore-end -->\n<!-- ${name}: end -->`;
	const [before, rest] = splitAt(markdown, begin);
	const [text, after] = splitAt(rest ?? '', end);
	if (rest === undefined || after === undefined) throw new Error(`${file} has no block "${name}"`);
	return [before, begin, text, end, after];
}

function splitAt(text: string, mark: string): [string, string?] {
	const index = text.indexOf(mark);
	return index < 0 ? [text] : [text.slice(0, index), text.slice(index + mark.length)];
}
