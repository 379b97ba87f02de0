/** The figures of a soak, in words and a table. */
import { total, type Account, type Accounts } from './account';
import { titleOf } from './flows';
import type { Interruptions } from './interruptions';
import type { SoakResult } from './soak';

const columns = {
	sent: 'Sent',
	refused: 'Refused for good',
	delivered: 'Delivered',
	once: 'Run once',
	moreThanOnce: 'Run more than once',
	interrupted: 'Interrupted',
	missing: 'Missing',
} satisfies Partial<Record<keyof Account, string>>;

const endings: Record<keyof Interruptions, string> = {
	kills: 'killed at a random moment',
	killsAfterAnswer: 'killed as soon as an event counted as delivered',
	killsWhileStarting: 'killed, and killed again while it started',
	stops: 'stopped for some seconds',
	restarts: 'restarted',
};

/** The whole report, as Markdown. */
export function reportOf(result: SoakResult): string {
	return [
		`${headingOf(result)}, ${duration(result.seconds)}, seed ${result.seed}.`,
		`${endingsOf(result.interruptions)} A fault befell ${number(result.apiFaults)} calls of the API.`,
		table(result.accounts),
		`Tradecloud called ${number(result.attempts)} times and was answered: ${tallied(result.answers)}.`,
		`Refused for good: ${tallied(result.refusals) || 'nothing'}.`,
		`Executions: ${tallied(result.executions)}. ${repetitionsOf(result)}`,
		...costOf(result),
	].join('\n\n');
}

function repetitionsOf({ accounts, repeated }: SoakResult): string {
	const all = accounts.interrupted.length;
	const left = repeated.interrupted.length;
	return all === 0
		? 'No execution had to be run again.'
		: `The ${all} interrupted executions were run again ("Retry" in the list of executions): ${all - left} then ran to their end, ${left} did not.`;
}

function costOf({ proxyMilliseconds }: SoakResult): string[] {
	return proxyMilliseconds === undefined
		? []
		: [`By way of nginx, the median call took ${proxyMilliseconds.toFixed(1)} ms more.`];
}

/** What was lost, one line each; empty when every event reached the end of its workflow. */
export function lossesOf({ accounts, repeated, refusals, changesMissed }: SoakResult): string[] {
	const lost = {
		[`refused for good (${tallied(refusals)})`]: total(accounts, 'refused'),
		'not answered for good in time': total(accounts, 'pending'),
		'delivered, and in no execution': total(accounts, 'missing'),
		"delivered 'When Last Node Finishes', and not run to the end": total(
			accounts,
			'interrupted',
			({ responseMode }) => responseMode === 'lastNode',
		),
		'interrupted, and not run to the end when run again': total(repeated, 'interrupted'),
	};
	const events = Object.entries(lost)
		.filter(([, count]) => count > 0)
		.map(([fate, count]) => `${count} events: ${fate}`);
	return [...events, ...changesMissed.map((id) => `order ${id}: its last change was not polled`)];
}

/** Which n8n, and what stood before it. */
function headingOf({ n8nVersion, proxied }: SoakResult): string {
	return `n8n ${n8nVersion} ${proxied ? 'behind nginx' : 'without a proxy'}`;
}

function table(accounts: Accounts): string {
	const names = Object.keys(columns) as (keyof typeof columns)[];
	const rows = [
		['Tradecloud calls with, and is answered', ...Object.values(columns)],
		['---', ...names.map(() => '--:')],
		...accounts.flows.map((account) => [
			titleOf(account.flow),
			...names.map((name) => number(account[name])),
		]),
		['**All**', ...names.map((name) => `**${number(total(accounts, name))}**`)],
	];
	return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function tallied(counts: Map<string, number>): string {
	return [...counts].map(([name, count]) => `${name} (${number(count)})`).join(', ');
}

function endingsOf(interruptions: Interruptions): string {
	const kinds = Object.entries(interruptions) as [keyof Interruptions, number][];
	const all = kinds.reduce((sum, [, times]) => sum + times, 0);
	const parts = kinds.map(([kind, times]) => `${endings[kind]} (${times})`);
	return `n8n was ended ${all} times: ${parts.join(', ')}.`;
}

function duration(seconds: number): string {
	return seconds === 60 ? '1 minute' : `${number(seconds / 60)} minutes`;
}

function number(value: number): string {
	return value.toLocaleString('en-GB');
}
