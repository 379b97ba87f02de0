/** Puts the figures of a soak into the documentation. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { headingOf, reportOf } from './report';
import type { SoakResult } from './soak';

const document = join(__dirname, '..', '..', 'docs', 'reliability.md');

/** Puts the report into the documentation, in place of the last one of the same n8n and proxy. */
export async function writeReport(result: SoakResult): Promise<void> {
	const text = readFileSync(document, 'utf8');
	const begin = `<!-- soak: ${headingOf(result)} -->\n`;
	const end = '\n<!-- end of soak -->';
	const start = text.indexOf(begin);
	const stop = text.indexOf(end, start);
	if (start < 0 || stop < 0) throw new Error(`${document} lacks the lines ${begin}and${end}`);
	const before = text.slice(0, start + begin.length);
	const replaced = `${before}\n${reportOf(result)}\n${text.slice(stop)}`;
	const style = await resolveConfig(document);
	writeFileSync(document, await format(replaced, { ...style, filepath: document }));
}
