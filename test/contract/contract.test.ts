/** Whether the sandbox keeps each rule of Tradecloud's manual and samples. */
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
