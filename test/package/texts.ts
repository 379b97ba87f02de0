/** The texts that the sources of the package hold. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import glob from 'fast-glob';
import ts from 'typescript';

/** A string or a template. */
export interface SourceText {
	/** With `…` in place of each value. */
	words: string;
	/** The whole text, with any value in the gaps. */
	pattern: RegExp;
	/** The property whose value it is or belongs to; of what is given to a function, none. */
	property?: string;
}

/** A template with fewer letters of its own, such as `${a} ${b}`, would be found in any text. */
const fewestLetters = 12;

/** Every text of the sources. */
export function textsInSources(root: string): SourceText[] {
	return glob.sync('{nodes,credentials}/**/*.ts', { cwd: root }).flatMap((file) => {
		const source = readFileSync(join(root, file), 'utf8');
		return [...literalsIn(ts.createSourceFile(file, source, ts.ScriptTarget.Latest))]
			.filter(({ parts }) => parts.join('').replace(/[^a-z]/gi, '').length >= fewestLetters)
			.map(({ parts, property }) => ({
				words: parts.join('…'),
				pattern: new RegExp(`^${parts.map(escaped).join('.*')}$`),
				property,
			}));
	});
}

interface Literal {
	/** What is fixed; the values are between. */
	parts: string[];
	property?: string;
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function* literalsIn(node: ts.Node, outer?: string): Generator<Literal> {
	const property = propertyOf(node, outer);
	if (ts.isStringLiteralLike(node)) yield { parts: [node.text], property };
	if (ts.isTemplateExpression(node)) {
		const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
		yield { parts, property };
	}
	for (const child of childrenOf(node)) yield* literalsIn(child, property);
}

function propertyOf(node: ts.Node, outer?: string): string | undefined {
	const isProperty = ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node);
	if (isProperty && ts.isIdentifier(node.name)) return node.name.text;
	const isCall = ts.isCallExpression(node) || ts.isNewExpression(node);
	return isCall || ts.isFunctionLike(node) ? undefined : outer;
}

function childrenOf(node: ts.Node): ts.Node[] {
	const children: ts.Node[] = [];
	ts.forEachChild(node, (child) => void children.push(child));
	return children;
}
