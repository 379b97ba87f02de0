/** The texts that the sources of the package hold. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

import { filesIn } from '../../tools/files';

/** A template with fewer letters of its own, such as `${a} ${b}`, would be found in any text. */
const fewestLetters = 12;

/** Each string and template of the sources, as a pattern of the whole text with any value in its gaps. */
export function textsInSources(root: string): RegExp[] {
	return filesIn(root, ['nodes', 'credentials'], /\.ts$/).flatMap((file) => {
		const source = readFileSync(join(root, file), 'utf8');
		return [...literalsIn(ts.createSourceFile(file, source, ts.ScriptTarget.Latest))]
			.filter((parts) => parts.join('').replace(/[^a-z]/gi, '').length >= fewestLetters)
			.map((parts) => new RegExp(`^${parts.map(escaped).join('.*')}$`));
	});
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** What is fixed in each literal; the values are between. */
function* literalsIn(node: ts.Node): Generator<string[]> {
	if (ts.isStringLiteralLike(node)) yield [node.text];
	if (ts.isTemplateExpression(node)) {
		yield [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
	}
	for (const child of childrenOf(node)) yield* literalsIn(child);
}

function childrenOf(node: ts.Node): ts.Node[] {
	const children: ts.Node[] = [];
	ts.forEachChild(node, (child) => void children.push(child));
	return children;
}
