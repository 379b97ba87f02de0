/** Tries rules, and tells what came of them. */
import { Differs, NotTried, type CheckedRule } from './rule';
import type { World } from './world';

export type Outcome = { kind: 'as documented' } | { kind: 'differs' | 'not tried'; words: string };

/** Makes the check of a rule; only what is no answer of Tradecloud's, such as a lost connection, is thrown. */
export async function tryRule(rule: CheckedRule, world: World): Promise<Outcome> {
	const missing = world.lacks(rule.needs);
	if (missing.length > 0) return { kind: 'not tried', words: `needs ${missing.join(' and ')}` };
	try {
		await rule.check(world);
		return { kind: 'as documented' };
	} catch (error) {
		if (error instanceof Differs) return { kind: 'differs', words: error.message };
		if (error instanceof NotTried) return { kind: 'not tried', words: `needs ${error.message}` };
		throw error;
	} finally {
		await world.tidyUp();
	}
}
