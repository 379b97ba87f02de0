/** Whether the sandbox keeps each rule of Tradecloud's manual and samples, and the node what comes of them. */
import { reasonsOfNode } from './nodeCheck';
import type { CheckedRule, Rule } from './rule';
import { subjects } from './rules';
import { tryRule } from './run';
import { sandboxWorld } from './sandboxWorld';

let opened: Awaited<ReturnType<typeof sandboxWorld>>;

beforeAll(async () => {
	opened = await sandboxWorld();
});

afterAll(() => opened.close());

const isChecked = (rule: Rule): rule is CheckedRule => rule.provedBy === undefined;

describe.each(subjects.map(({ title, rules }) => ({ title, rules })))('$title', ({ rules }) => {
	for (const rule of rules.filter(isChecked)) {
		it(`${rule.page}: ${rule.sentence}`, async () => {
			expect(await tryRule(rule, opened.world)).toEqual({ kind: 'as documented' });
		});
	}
});

test('the node would send each message that Tradecloud has taken', () => {
	const taken = opened.sandbox.calls.flatMap(({ path, body, status = 0 }) => {
		const [, message] = /^\/v2\/api-connector\/(.*)$/.exec(path) ?? [];
		return message !== undefined && status < 300 ? [{ message, body }] : [];
	});
	expect(taken.length).toBeGreaterThan(400);
	const refused = taken.flatMap(({ message, body }) => reasonsOfNode(message, body));
	expect([...new Set(refused)]).toEqual([]);
});
