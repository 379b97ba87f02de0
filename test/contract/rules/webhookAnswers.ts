/** Rules: what Tradecloud does with the answer of a webhook, and how the trigger answers. */
import { is } from '../look';
import { TestOrder } from '../order';
import { parts } from '../parts';
import { Differs, type Rule } from '../rule';
import type { World } from '../world';

const evidence = 'documented';
const needs = ['buyer', 'webhook'] as const;
/** How often an endpoint that answers so is called about one event. */
async function callsAfter(world: World, answers: number[]) {
	const inbox = await world.inbox({ kind: 'order', answers });
	const first = await TestOrder.issued(world);
	await world.event(inbox, 'OrderIssuedByBuyer', first.id);
	return { inbox, first, of: (order: TestOrder) => callsAbout(inbox.calls, order) };
}
function callsAbout(calls: readonly { body: string; at: number }[], order: TestOrder) {
	return calls.filter(({ body }) => body.includes(order.id));
}
/** A rule that an answer is final. */
function isFinal(page: Rule['page'], sentence: string, status: number): Rule {
	return {
		page,
		sentence,
		evidence,
		usedBy: [parts.receive],
		needs,
		async check(world) {
			const { inbox, first, of } = await callsAfter(world, [status, 503, 503, 200]);
			// Two repetitions of a later event take longer than one of this event would.
			const second = await TestOrder.issued(world);
			const repeated = () => Promise.resolve(callsAbout(inbox.calls, second).length);
			await world.until('three calls about a later event', repeated, (count) => count === 3);
			const count = of(first).length;
			if (count !== 1) throw new Differs(`expected one call, got ${count}`);
		},
	};
}
const answersOfOurs: readonly Rule[] = [
	isFinal('api/webhook-vs-polling.md', 'After an answer of 200 an event does not come again', 200),
	isFinal('api/webhook-vs-polling.md', 'After an answer of 400 an event never comes again', 400),
	isFinal('api/webhook-vs-polling.md', 'After an answer of 401 an event never comes again', 401),
	isFinal('api/webhook-vs-polling.md', 'After an answer of 500 an event never comes again', 500),
	{
		page: 'api/webhook-vs-polling.md',
		sentence:
			'After an answer above 500 an event comes again, at growing intervals, until it is taken',
		evidence,
		usedBy: [parts.receive],
		needs,
		async check(world) {
			const { of, first } = await callsAfter(world, [503, 502, 504, 200]);
			const repeated = () => Promise.resolve(of(first).length);
			await world.until('four calls', repeated, (count) => count === 4);
			const [one, two, three, four] = of(first).map((call) => call.at);
			const gaps = [two - one, three - two, four - three];
			is('the intervals in ms', gaps, 'growing', gaps[2] > gaps[0]);
		},
	},
];
const ofTheTrigger: readonly [Rule['page'], string, string, string][] = [
	[
		'connectors/webhooks/webhook-setup.md',
		'The endpoint asks for HTTP Basic or a Bearer token, and answers 401 without',
		parts.authentication,
		'test/integration/triggerSecurity.test.ts',
	],
	[
		'connectors/webhooks/portal-setup.md',
		'With OAuth 2.0 Tradecloud’s tokens come from the Microsoft identity platform',
		parts.entra,
		'test/integration/entra.test.ts',
	],
	[
		'connectors/webhooks/README.md',
		'Whatever may pass is answered above 500, so that Tradecloud calls again',
		parts.receive,
		'test/integration/trigger.test.ts',
	],
	[
		'api/environments.md',
		'Calls come from published addresses, to which an endpoint can be limited',
		parts.addresses,
		'test/integration/triggerSecurity.test.ts',
	],
	[
		'api/compatibility.md',
		'An event of an unknown name, or without an id, is taken',
		parts.event,
		'test/integration/trigger.test.ts',
	],
];
const client: readonly Rule[] = ofTheTrigger.map(([page, sentence, file, provedBy]): Rule => ({
	page,
	sentence,
	evidence,
	usedBy: [file],
	provedBy,
}));
const original: Rule = {
	page: 'connectors/webhooks/portal-setup.md',
	sentence:
		'Calls by GET, with the id in the URL, still come from integrations that were set up so',
	evidence: 'guess',
	ifWrong: 'No such call comes; calls by POST are not touched by it.',
	usedBy: [parts.event],
	provedBy: 'test/integration/trigger.test.ts',
};

export const webhookAnswers: readonly Rule[] = [...answersOfOurs, ...client, original];
