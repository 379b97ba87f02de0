/** The fault matrix as a reader of the documentation sees it: a column for each group of operations. */
import { operationOf } from '../../../nodes/Tradecloud/actions/router';
import { examples, type Kind } from '../harness/operations';
import { retries, type Facts, type Result } from './cells';
import { faults, type FaultRow } from './faults';
import { labelOf, sentenceList, sentencesOf } from './sentences';

const titles: Record<Kind, string> = {
	read: 'Reading',
	repeatable: 'Sending what may be repeated',
	once: 'Sending once only',
	link: 'The file behind its link',
};

const kinds = Object.keys(titles) as Kind[];

/** What is said of one operation with one fault: when it passes, and when it lasts. Nothing where it cannot come. */
function cellText(results: Result[]): string | undefined {
	const [passing, lasting] = [false, true].map((wanted) =>
		results
			.filter(({ isLasting }) => isLasting === wanted)
			.map(({ fault, facts }) => factsText(fault, facts))
			.at(0),
	);
	if (lasting === undefined || passing === undefined || passing === lasting) return lasting;
	return `passes: ${passing}<br>lasts: ${lasting}`;
}

function factsText({ login, password, call }: FaultRow, facts: Facts): string {
	const { refusal, calls, logins } = facts;
	const showsLogin = login ?? password ?? call?.expireToken;
	const parts = [
		...(showsLogin && logins > 0 ? [counted(logins, 'login')] : []),
		counted(calls, 'call'),
	];
	const outcome = refusal
		? `then *${labelOf(refusal)}*${sentencesOf(refusal).isInDoubt ? '†' : ''}`
		: 'done';
	return `${parts.join(', ')}, ${outcome}`;
}

function counted(count: number, noun: string): string {
	return count === 0 ? `no ${noun}` : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What is said of all operations of a kind; one of which something else holds is named. */
function kindText(kind: Kind, results: Result[]): string {
	const texts = new Map<string, string[]>();
	for (const operation of operationsOf(kind)) {
		const text = cellText(results.filter((result) => result.operation === operation));
		if (text) texts.set(text, [...(texts.get(text) ?? []), nameOf(operation)]);
	}
	const [[usual] = ['–'], ...others] = [...texts].sort(([, a], [, b]) => b.length - a.length);
	return usual + others.map(([text, names]) => `<br>${names.join(', ')}: ${text}`).join('');
}

function operationsOf(kind: Kind): string[] {
	return Object.keys(examples).filter((operation) => examples[operation].kind === kind);
}

/** An operation as the editor shows it. */
function nameOf(example: string): string {
	const [resource, operation, ...form] = example.split(' ');
	return [operationOf(resource, operation)?.action, ...form].join(' ');
}

/** The block of the documentation. */
export function matrixText(results: Result[]): string {
	const before = results.filter(({ isProcessed }) => !isProcessed);
	const after = results.filter(({ isProcessed }) => isProcessed);
	return [
		...kinds.map((kind) => `- **${titles[kind]}:** ${operationsOf(kind).map(nameOf).join('; ')}.`),
		'',
		`Each cell tells how many calls Tradecloud saw and what came of it, with 'Retries' set to ${retries}: when the fault befalls one call and passes, and when it lasts. "Done" means that it happened exactly once; otherwise, in this first table, nothing happened. (Tradecloud documents no answer for resending an order, so an empty answer with status 200 is believed there.)`,
		'',
		...table(before, kinds),
		'',
		'In the second table Tradecloud has processed each call, and only its answer is lost. In every cell it happened exactly once.',
		'',
		...table(after, ['repeatable', 'once']),
		'',
		'† and: "It may have been processed all the same, and was not sent again so that nothing happens twice. Look it up in Tradecloud, and run the workflow again only if it is not there."',
		'',
		'The sentences, each with what to do; … stands for what differs:',
		'',
		...sentenceList(results.flatMap(({ facts }) => facts.refusal ?? [])),
	].join('\n');
}

/** Rows that say the same share a line. */
function table(results: Result[], columns: Kind[]): string[] {
	const lines = new Map<string, string[]>();
	for (const fault of faults) {
		const ofFault = results.filter((result) => result.fault === fault);
		if (ofFault.length === 0) continue;
		const cells = columns.map((kind) => kindText(kind, ofFault)).join(' | ');
		lines.set(cells, [...(lines.get(cells) ?? []), fault.name]);
	}
	return [
		`| Fault | ${columns.map((kind) => titles[kind]).join(' | ')} |`,
		`|${' --- |'.repeat(columns.length + 1)}`,
		...[...lines].map(([cells, names]) => `| ${names.join(', ')} | ${cells} |`),
	];
}
