/** The tables of docs/conformance.md, from the rules. */
import { basename } from 'node:path';
import type { GeneratedBlock } from '../../tools/generated-block';
import { pagesWithoutRule } from './pages';
import type { Rule, Subject } from './rule';

/** Where the tables are. */
export const conformanceBlock: GeneratedBlock = { file: 'docs/conformance.md', name: 'rules' };

/** A table for each subject, and one of the pages that concern nobody here. */
export function conformanceText(subjects: readonly Subject[]): string {
	const rules = subjects.flatMap((subject) => subject.rules);
	return [summary(rules), ...subjects.map(section), withoutRule()].join('\n\n');
}

function summary(rules: readonly Rule[]): string {
	const count = (wanted: Rule['evidence']) =>
		rules.filter(({ evidence }) => evidence === wanted).length;
	const kinds = `${count('documented')} documented, ${count('sample')} from samples, ${count('guess')} guesses`;
	const tested = rules.filter(({ provedBy }) => provedBy !== undefined).length;
	return `${rules.length} rules: ${kinds}. ${tested} of them are for the client, and shown by the package's own tests.`;
}

function section({ title, rules }: Subject): string {
	const head = ['| Rule | Page | Implemented by | Evidence |', '| --- | --- | --- | --- |'];
	return [`## ${title}`, '', ...head, ...rules.map(row)].join('\n');
}

function row({ sentence, page, usedBy, evidence, ifWrong, provedBy }: Rule): string {
	const doubt = ifWrong === undefined ? '' : `<br>_If it is wrong:_ ${ifWrong}`;
	const shown = provedBy === undefined ? '' : `, shown by ${link(provedBy)}`;
	const files = usedBy.map(link).join('<br>') || 'not relied on';
	const cells = [`${sentence}.${doubt}`, `\`${page}\``, files, `${evidence}${shown}`];
	return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function link(file: string): string {
	return `[${basename(file)}](../${file})`;
}

function withoutRule(): string {
	const rows = Object.entries(pagesWithoutRule).map(([page, why]) => `| \`${page}\` | ${why} |`);
	return ['## Pages without a rule', '', '| Page | Why |', '| --- | --- |', ...rows].join('\n');
}
