/** Every operation with every fault: what a user reads, how often Tradecloud is called, what comes of it. */
import { retries, runCells, type Result } from './faultMatrix/cells';
import { labels, labelOf, sentencesOf } from './faultMatrix/sentences';
import { examples } from './harness/operations';

let results: Result[];
beforeAll(async () => (results = await runCells()), 600_000);

/** The cells for which something does not hold, in words. */
function cellsWhere(isWrong: (result: Result) => boolean): string[] {
	return results.filter(isWrong).map(({ operation, fault, isLasting, isProcessed, facts }) => {
		const when = `${isLasting ? 'lasts' : 'passes'}, ${isProcessed ? 'after' : 'before'} processing`;
		return `${operation}: ${fault.name} (${when}): ${JSON.stringify(facts)}`;
	});
}

/** Tradecloud documents no answer of this, so that any is believed that says that it succeeded. */
function isBelieved({ operation, fault }: Result): boolean {
	return operation === 'order resend' && fault.call?.status === 200;
}

test('every operation meets faults of every kind', () => {
	const operations = new Set(results.map(({ operation }) => operation));
	expect([...operations]).toEqual(Object.keys(examples));
	expect(results.length).toBeGreaterThan(1_000);
});

test('nothing happens twice', () => {
	expect(cellsWhere(({ facts: { happened = 0 } }) => happened > 1)).toEqual([]);
});

test('what succeeds has happened', () => {
	const isWrong = (result: Result) => {
		const { refusal, happened = 1 } = result.facts;
		return !refusal && happened !== 1 && !isBelieved(result);
	};
	expect(cellsWhere(isWrong)).toEqual([]);
});

test('what has happened although it did not succeed is said to be in doubt, or may be sent again', () => {
	const isWrong = ({ operation, facts: { refusal, happened = 0 } }: Result) =>
		refusal !== undefined &&
		happened > 0 &&
		examples[operation].kind === 'once' &&
		!sentencesOf(refusal).isInDoubt;
	expect(cellsWhere(isWrong)).toEqual([]);
});

test('what must be sent once only is sent again only when it did not arrive', () => {
	const isWrong = ({ operation, isProcessed, facts: { calls } }: Result) =>
		examples[operation].kind === 'once' && isProcessed && calls !== 1;
	expect(cellsWhere(isWrong)).toEqual([]);
});

test('a fault that passes does not keep anybody from reading, or from what may be repeated', () => {
	const isWrong = ({ operation, fault, isLasting, facts }: Result) =>
		facts.refusal !== undefined &&
		!isLasting &&
		examples[operation].kind !== 'once' &&
		fault.name !== 'HTML in place of JSON';
	expect(cellsWhere(isWrong)).toEqual([]);
});

test('what n8n or a slip of our own throws is told in its own words, and not in doubt', () => {
	const isWrong = ({ fault: { thrown, isGuarded }, facts: { refusal } }: Result) => {
		if (!thrown && !isGuarded) return false;
		const words = thrown?.error().message ?? '';
		return !refusal?.message.includes(words) || sentencesOf(refusal).isInDoubt;
	};
	expect(cellsWhere(isWrong)).toEqual([]);
});

test('every message is one of the documented ones, and says what to do', () => {
	const isWrong = ({ facts: { refusal } }: Result) =>
		refusal !== undefined &&
		(!(labelOf(refusal) in labels) ||
			!/\b(Run|Check|Choose|Ask|Look it up)\b/.test(refusal.description));
	expect(cellsWhere(isWrong)).toEqual([]);
});

test('no message frightens with the words of programmers', () => {
	const isWrong = ({ facts: { refusal } }: Result) => {
		const own = refusal && sentencesOf(refusal);
		return /\b(error|problem|failure|mistake)/i.test(`${own?.message} ${own?.remedy}`);
	};
	expect(cellsWhere(isWrong)).toEqual([]);
});

test('what Tradecloud is said to say are words, and nothing of its or n8n’s inner objects', () => {
	const isWrong = ({ facts: { refusal } }: Result) =>
		/Tradecloud says: "[{[]/.test(refusal?.description ?? '');
	expect(cellsWhere(isWrong)).toEqual([]);
});

test('no run tells a password or a session token', () => {
	expect(cellsWhere(({ facts }) => facts.tellsSecret)).toEqual([]);
});

test('a fault that lasts is given up after as many tries as the user asked for', () => {
	const isWrong = ({ facts: { calls, logins } }: Result) => Math.max(calls, logins) > retries + 1;
	expect(cellsWhere(isWrong)).toEqual([]);
});

test('where trying again cannot help, nothing is tried again', () => {
	const isWrong = ({ fault, facts: { calls, logins, refusal } }: Result) =>
		(fault.isLastingOnly || fault.name === 'HTML in place of JSON') &&
		(Math.max(calls, logins) > 1 || /^Tried/.test(refusal?.description ?? ''));
	expect(cellsWhere(isWrong)).toEqual([]);
});
