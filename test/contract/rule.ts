/** A rule of Tradecloud: where it is written, how sure it is, who relies on it, and how it is checked. */
import type { Message } from './messages';
import type { Page } from './pages';
import type { World } from './world';

/**
 * `documented`: the manual says so. `sample`: only a program or body of the SDK shows it. `guess`: no
 * source says so; `ifWrong` tells what then happens in this package.
 */
export type Evidence =
	| { evidence: 'documented' | 'sample'; ifWrong?: undefined }
	| { evidence: 'guess'; ifWrong: string };

/** What a check needs: a login of some kind, or an endpoint that receives events. */
export type Need = 'anybody' | 'buyer' | 'supplier' | 'webhook' | 'userWithoutRole' | 'twoFactor';

/** A field of a message, and what may not lie there; undefined where it may not be missing. */
export type Spoilt = readonly [field: string, value: unknown];

/** A message, and what spoils it. */
export interface Spoils {
	message: Message;
	spoilt: readonly Spoilt[];
}

interface Statement {
	page: Page;
	/** One sentence. */
	sentence: string;
	/** Files of `nodes` or `credentials`. */
	usedBy: readonly string[];
}

/** A rule that can be seen over HTTP. */
export type CheckedRule = Statement &
	Evidence & {
		needs: readonly Need[];
		/** Throws `Differs` where Tradecloud does something else. */
		check(world: World): Promise<void>;
		/** Of a rule that bodies are refused: which they are, so that a test can ask the node as well. */
		spoils?: Spoils;
		provedBy?: undefined;
	};

/** A rule for the client: a test of the package shows that it is kept. */
export type ClientRule = Statement & Evidence & { provedBy: string };

export type Rule = CheckedRule | ClientRule;

/** Rules with one subject, under a heading of what `npm run test:contract` prints. */
export interface Subject {
	title: string;
	rules: readonly Rule[];
}

/** Tradecloud does something else than the rule says. */
export class Differs extends Error {}

/** The check could not be made; the message says what it needs. */
export class NotTried extends Error {}
