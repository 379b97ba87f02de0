/** Holds what Tradecloud was answered against what n8n has stored: is any event missing? */
import type { SentEvent } from './load';
import type { StoredExecution } from './executions';
import { flows, type Flow } from './flows';

/** What became of an event that counts as delivered. */
type Fate = 'once' | 'moreThanOnce' | 'interrupted' | 'missing';

/** The events of one flow. */
export interface Account extends Record<Fate, number> {
	flow: Flow;
	sent: number;
	/** Answered 2xx: `once`, `moreThanOnce`, `interrupted` and `missing` together. */
	delivered: number;
	/** Answered 3xx, 4xx or 500: never repeated. */
	refused: number;
	/** Not answered for good at the end. */
	pending: number;
}

/** All that became of the events, and those of them for which something is to be done. */
export interface Accounts {
	flows: Account[];
	/** The last stored execution of each event of which none ended well. */
	interrupted: StoredExecution[];
	/** Delivered, and in no execution. */
	missing: SentEvent[];
}

/**
 * The fate of each delivered event: `once` and `moreThanOnce` count the executions that ended well
 * with it in the output of their last node; an `interrupted` one is in executions that did not end
 * well, with its item, so that it can be run again.
 */
export function accountFor(events: SentEvent[], executions: StoredExecution[]): Accounts {
	const byEvent = new Map<string | undefined, StoredExecution[]>();
	for (const execution of executions) {
		byEvent.set(execution.event, [...(byEvent.get(execution.event) ?? []), execution]);
	}
	const accounts: Accounts = { flows: flows.map(newAccount), interrupted: [], missing: [] };
	for (const event of events) {
		const account = accounts.flows[flows.indexOf(event.flow)];
		const { outcome } = event.delivery;
		account.sent++;
		account[outcome]++;
		if (outcome !== 'delivered') continue;
		const stored = byEvent.get(event.key) ?? [];
		const fate = fateOf(event, stored);
		account[fate]++;
		if (fate === 'interrupted') accounts.interrupted.push(stored.at(-1)!);
		if (fate === 'missing') accounts.missing.push(event);
	}
	return accounts;
}

function newAccount(flow: Flow): Account {
	const events = { sent: 0, delivered: 0, refused: 0, pending: 0 };
	return { flow, ...events, once: 0, moreThanOnce: 0, interrupted: 0, missing: 0 };
}

function fateOf({ flow }: SentEvent, stored: StoredExecution[]): Fate {
	const finished = stored.filter(
		(one) => one.status === 'success' && (one.isFinished || flow.endsWithoutItem),
	);
	if (finished.length > 1) return 'moreThanOnce';
	if (finished.length === 1) return 'once';
	return stored.length > 0 ? 'interrupted' : 'missing';
}

/** The sum of a column over all flows, or over some. */
export function total(
	accounts: Accounts,
	column: Exclude<keyof Account, 'flow'>,
	of: (flow: Flow) => boolean = () => true,
): number {
	return accounts.flows
		.filter(({ flow }) => of(flow))
		.reduce((sum, account) => sum + account[column], 0);
}

/** How many attempts got which answer: a status, or why there was none. */
export function answersTo(events: SentEvent[]): Map<string, number> {
	return tally(
		events.flatMap(({ delivery }) => delivery.attempts),
		({ status, error }) => String(status ?? error),
	);
}

/** Why events were refused for good: the last answer, in short. */
export function refusalsOf(events: SentEvent[]): Map<string, number> {
	const refused = events.filter(({ delivery }) => delivery.outcome === 'refused');
	return tally(refused, ({ delivery, flow }) => {
		const { status, body } = delivery.attempts.at(-1)!;
		const { message } = Object(body) as { message?: string };
		const words = (message ?? (body as string))
			.replaceAll(/<[^>]*>|\s+/g, ' ')
			.replaceAll(/soak-[\w/-]+|[0-9a-f-]{36}/g, '…')
			.trim()
			.slice(0, 90);
		return `${flow.method} answered ${status}: ${words}`;
	});
}

/** How many things have the same name. */
export function tally<T>(things: T[], nameOf: (thing: T) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const thing of things) counts.set(nameOf(thing), (counts.get(nameOf(thing)) ?? 0) + 1);
	return new Map([...counts].sort(([, first], [, second]) => second - first));
}
