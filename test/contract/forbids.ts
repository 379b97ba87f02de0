/** Rules that something in a message is refused. The manual forbids it; the answer 400 is a guess. */
import { changed, delivery, type Body } from './bodies';
import { refused } from './look';
import { post, type Message } from './messages';
import { parts } from './parts';
import type { Rule, Spoilt } from './rule';

/** A rule that each of these is refused. */
export function forbids(
	page: Rule['page'],
	message: Message,
	what: string,
	spoilt: readonly Spoilt[],
): Rule {
	return {
		page,
		sentence: `In ${message.name}, ${what}`,
		evidence: 'guess',
		ifWrong: 'Nothing: the node refuses it before it sends anything, as the page forbids it.',
		usedBy: [parts.shape],
		needs: message.needs,
		spoils: { message, spoilt },
		async check(world) {
			for (const [field, value] of spoilt) {
				const body = changed(await message.body(world), field, value);
				refused(`${field}: ${nameOf(value)}`, await post(world, message, body));
			}
		},
	};
}

function nameOf(value: unknown): string {
	return Array.isArray(value) ? `${value.length} elements` : JSON.stringify(value);
}

/** So many elements, each with a position of its own. */
export function times(count: number, make: (position: string) => Body): Body[] {
	return Array.from({ length: count }, (_, index) => make(String(index + 1)));
}

/** One delivery too many for a list. */
export const lists = times(101, (position) => delivery(position, '2034-03-06', 1));

/** One document too many. */
export const files = times(101, (position) => ({ code: `N8NTEST-${position}` }));

/** What is no date as Tradecloud takes them. */
export const dates = ['2034-02-30', '06-03-2034', '6 March 2034', '2034-03-06T08:00:00', 20340306];
