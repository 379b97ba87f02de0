/**
 * `npm run test:contract`: tries each rule of Tradecloud's manual against the sandbox, or, with
 * `-- --base …`, against an environment of Tradecloud's.
 */
import { parseArgs } from 'node:util';
import type { CheckedRule, Rule } from '../test/contract/rule';
import { subjects } from '../test/contract/rules';
import { tryRule, type Outcome } from '../test/contract/run';
import { sandboxWorld } from '../test/contract/sandboxWorld';
import { World } from '../test/contract/world';

const help = `npm run test:contract [-- options]

Without --base, the rules are tried against a sandbox of their own.

--base              an API v2 of Tradecloud's, such as https://api.accp.tradecloud1.com/v2
--username          an integration user, a buyer's or a supplier's
--password          its password
--other-username    more users, such as the other side's; may be given several times
--other-password    their passwords, in the same sequence
--account-number    the supplier's account number in the buyer's ERP
--prefix            what each number made up begins with, N8NTEST- unless told otherwise
--only              only rules whose subject, page or sentence holds this text
--yes-production    lets --base be Tradecloud's production

It creates orders, shipments and forecasts with such numbers, changes nothing else, and makes at
most ten requests a second.`;

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

const parse = () =>
	parseArgs({
		options: {
			base: text,
			username: text,
			password: text,
			'other-username': texts,
			'other-password': texts,
			'account-number': text,
			prefix: text,
			only: text,
			'yes-production': flag,
			help: flag,
		},
	}).values;

type Values = ReturnType<typeof parse>;

/** Hosts on which people's orders are. */
const productionHosts = ['api.tradecloud1.com', 'portal.tradecloud1.com'];

async function open(values: Values): Promise<{ world: World; close: () => Promise<void> }> {
	const { base, prefix, 'account-number': accountNumber } = values;
	if (!base) return await sandboxWorld({ prefix, accountNumber });
	const { hostname, protocol } = new URL(base);
	if (productionHosts.includes(hostname) && !values['yes-production']) {
		throw new Error(`${hostname} is production. Add --yes-production if you mean it.`);
	}
	if (protocol !== 'https:' && hostname !== '127.0.0.1') {
		throw new Error('--base must begin with https://');
	}
	const baseUrl = base.replace(/\/+$/, '');
	const world = await World.open({ baseUrl, prefix, accountNumber, logins: loginsOf(values) });
	return { world, close: () => Promise.resolve() };
}

function loginsOf({ username, password, ...others }: Values) {
	const usernames = [username, ...(others['other-username'] ?? [])];
	const passwords = [password, ...(others['other-password'] ?? [])];
	return usernames.map((name, index) => {
		const secret = passwords[index];
		if (!name || !secret) throw new Error('Each user name needs a password; see --help');
		return { username: name, password: secret };
	});
}

function line({ page, sentence, evidence, ifWrong }: Rule, outcome: Outcome): string {
	const said = outcome.kind === 'as documented' ? [] : [outcome.words];
	if (outcome.kind === 'differs' && ifWrong) said.push(`What that means: ${ifWrong}`);
	const words = said.map((text) => `\n                ${text}`).join('');
	const sure = evidence === 'documented' ? '' : ` (${evidence})`;
	return `${outcome.kind.padEnd(14)}  ${page}: ${sentence}${sure}${words}`;
}

async function main(): Promise<void> {
	const values = parse();
	const { only = '' } = values;
	if (values.help) return console.log(help);
	const { world, close } = await open(values);
	const counts = new Map<string, number>();
	try {
		for (const { title, rules } of subjects) {
			const isWanted = (rule: Rule): rule is CheckedRule =>
				rule.provedBy === undefined && `${title} ${rule.page} ${rule.sentence}`.includes(only);
			const wanted = rules.filter(isWanted);
			if (wanted.length > 0) console.log(`\n${title}`);
			for (const rule of wanted) {
				const outcome = await tryRule(rule, world);
				console.log(line(rule, outcome));
				counts.set(outcome.kind, (counts.get(outcome.kind) ?? 0) + 1);
				const isWrong = outcome.kind === 'differs' && rule.evidence === 'documented';
				if (isWrong) process.exitCode = 1;
			}
		}
	} finally {
		await close();
	}
	const count = (kind: Outcome['kind']) => `${counts.get(kind) ?? 0} ${kind}`;
	console.log(`\n${count('as documented')}, ${count('differs')}, ${count('not tried')}`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 2;
});
