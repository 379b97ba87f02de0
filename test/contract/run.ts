/** Tries rules, and tells what came of them. */
import { isAxiosError } from 'axios';
import { Differs, NotTried, type CheckedRule } from './rule';
import type { World } from './world';

export type Outcome = { kind: 'as documented' } | { kind: 'differs' | 'not tried'; words: string };

/** Makes the check of a rule. Where there is no answer at all, such as at a lost connection, it counts as not tried. */
export async function tryRule(rule: CheckedRule, world: World): Promise<Outcome> {
	const missing = world.lacks(rule.needs);
	if (missing.length > 0) return { kind: 'not tried', words: `needs ${missing.join(' and ')}` };
	try {
		await rule.check(world);
		return { kind: 'as documented' };
	} catch (error) {
		if (error instanceof Differs) return { kind: 'differs', words: error.message };
		if (error instanceof NotTried) return { kind: 'not tried', words: `needs ${error.message}` };
		if (isAxiosError(error)) {
			return { kind: 'not tried', words: `needs an answer: ${error.code ?? 'no connection'}` };
		}
		throw error;
	} finally {
		await world.tidyUp();
	}
}
