/** The two sentences that a user reads about a call that did not succeed. */
import type { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { support } from '../model/support';
import type { Patience } from './caller';
import { mayBeProcessed, type Failure } from './failure';

/** What a call is about, in the user's words. */
export interface Subject {
	/** What is asked for, such as `purchase order '…'`. */
	subject: string;
	/** What Tradecloud could not find when it answers 404, where that is not the subject. */
	unknown?: string;
	/** What Tradecloud rejected when it answers 400 or 409, where that is not just a request for the subject. */
	sent?: string;
	/** What a user needs for it, beside the role `integration`. */
	needs?: string;
	/** Whether it must not happen twice: then it is sent again only if it certainly did not arrive. */
	once?: boolean;
	/** Whether it goes to a company for which only a connection in Tradecloud's portal has an account number. */
	needsConnection?: boolean;
}

/** How often and how patiently the call was made. */
type Effort = Patience & { attempts: number };

/** Puts a failure into words: what happened, and what to do next. */
export function explain(failure: Failure, about: Subject, effort?: Effort) {
	const { message, remedy, again } = sentencesOf(failure, about, effort);
	const isInDoubt = about.once && mayBeProcessed(failure);
	const { code, words } = failure;
	const sentences = [
		effort && effort.attempts > 1 && `Tried ${effort.attempts} times.`,
		isInDoubt && doubt,
		remedy,
		!isInDoubt && again && (effort ? again : 'Try again later.'),
		code && `(${code})`,
		words && !message.includes(`"${words}"`) && `Tradecloud says: "${words}"`,
	];
	return { message, description: sentences.filter(Boolean).join(' ') };
}

/** Has the editor show the lines of a description: it takes as HTML what stands here, and else has no lines. */
export function forEditor<T extends NodeApiError | NodeOperationError>(error: T): T {
	error.context.descriptionTemplate = error.description
		?.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('\n', '<br>');
	return error;
}

/** Says that a call may have been processed, although it did not succeed. */
export const doubt =
	'It may have been processed all the same, and was not sent again so that nothing happens twice. Look it up in Tradecloud, and run the workflow again only if it is not there.';

const againLater = "Run the workflow again later, or raise 'Retries' in the node's options.";

interface Sentences {
	message: string;
	remedy?: string;
	/** When to try again, for what is not in doubt. */
	again?: string;
}

function sentencesOf(failure: Failure, about: Subject, effort?: Effort): Sentences {
	if (failure.kind === 'status') return ofStatus(failure, about);
	if (failure.kind === 'timeout') return notInTime(effort);
	if (failure.kind !== 'unforeseen') return others[failure.kind];
	return {
		message: `n8n could not carry out the request to Tradecloud: "${failure.words ?? 'no words'}"`,
		remedy:
			'These words name the cause; it is not the connection. Run the workflow again once it is solved.',
	};
}

function ofStatus(failure: Failure, about: Subject): Sentences {
	const { status = 0, during } = failure;
	const { subject, unknown = subject, sent = `the request for ${subject}` } = about;
	// manual: api/rules.md, "Connections must be configured"
	const partner = about.needsConnection
		? " If this is the first message to this company: its account number must first be entered in Tradecloud's portal, in the connection of your two companies."
		: '';
	if (status === 401) return notLoggedIn;
	if (status === 403) return notAllowed(failure, about);
	if (status < 400 || (status === 404 && during === 'login')) return noSuchAddress;
	if (status === 404) {
		return {
			message: `Tradecloud could not find ${unknown}`,
			remedy: `Check it for typos, and check that 'API Version' and 'Environment' of the Tradecloud API credential are the right ones.${partner}`,
		};
	}
	if (status === 429) {
		return {
			message: 'Tradecloud received too many requests and did not take this one',
			remedy: 'It takes at most 10 a second.',
			again: againLater,
		};
	}
	if (status >= 500) {
		return {
			message: `Tradecloud is not available at the moment (status ${status})`,
			again: againLater,
		};
	}
	return {
		message: `Tradecloud rejected ${sent}${saying(failure)}`,
		remedy: `Check the values that were sent.${partner}`,
	};
}

const notLoggedIn: Sentences = {
	message: 'Tradecloud does not accept the username or the password',
	remedy:
		"Check 'Username' and 'Password' in the Tradecloud API credential, and that the user belongs to the API version and environment chosen there.",
};

/** Longer words stand in the description. */
const longestHeadline = 150;

/** Tradecloud's own words, for the headline; the status where it gave none. */
function saying({ status, words = '' }: Failure): string {
	const isShort = words !== '' && words.length <= longestHeadline;
	return isShort ? `: "${words}"` : ` (status ${status})`;
}

/** Only Tradecloud's own words tell which right it is. manual: security/authentication.md */
function notAllowed(failure: Failure, { needs }: Subject): Sentences {
	const rights = ["the role 'integration'", 'the authorisation for this company', needs]
		.filter(Boolean)
		.map((right) => `\n• ${right}`);
	return {
		message: `Tradecloud does not allow this${saying(failure)}`,
		remedy: `What the user of the Tradecloud API credential may lack:${rights.join('')}\nAsk ${support}, which can give it.`,
	};
}

const noSuchAddress: Sentences = {
	message: 'There is no Tradecloud API at the address of the credential',
	remedy:
		"Check 'API Version', 'Environment' and 'Base URL' in the Tradecloud API credential. The address ends with the version, such as /v2.",
};

function notInTime(effort?: Effort): Sentences {
	const { timeoutMilliseconds = 30_000, deadlineMilliseconds = Infinity } = effort ?? {};
	const seconds = Math.min(timeoutMilliseconds, deadlineMilliseconds) / 1000;
	return {
		message: `Tradecloud did not answer within ${seconds} seconds`,
		remedy: "'Timeout' in the node's options sets how long to wait.",
		again: againLater,
	};
}

const others: Record<Exclude<Failure['kind'], 'status' | 'timeout' | 'unforeseen'>, Sentences> = {
	unreachable: {
		message: 'Tradecloud cannot be reached',
		remedy:
			"Check this machine's connection to the internet, its proxy and firewall, and 'Base URL' in the Tradecloud API credential.",
		again: againLater,
	},
	untrusted: {
		message: "The server's TLS certificate is not valid",
		remedy:
			"Check 'Base URL' in the Tradecloud API credential, and whether there is a proxy between n8n and Tradecloud.",
	},
	notJson: {
		message: 'The response did not come from Tradecloud (it is not JSON)',
		remedy:
			"Check 'Base URL' in the Tradecloud API credential, and whether a proxy or a maintenance page answers instead of Tradecloud.",
	},
	incomplete: {
		message: 'The response from Tradecloud is empty or cut off',
		remedy: 'A proxy between n8n and Tradecloud may be the cause.',
		again: againLater,
	},
	linkExpired: {
		message: "Tradecloud's link to the file does not work",
		remedy: 'Each try asks for the link again. It is valid for one minute.',
		again: againLater,
	},
	/** SDK: Disable2FABySupport */
	noToken: {
		message: 'Tradecloud accepts the username and the password, but gives no access token',
		remedy: `This happens when two-factor login is switched on for the user, which an integration user cannot have. Ask ${support} to switch it off.`,
	},
	sessionRefused: {
		message: 'Tradecloud accepts the username and the password, but not the session that follows',
		remedy: `If this stays so, ask ${support} whether the user may use the API.`,
		again: 'Run the workflow again later.',
	},
	tooLarge: {
		message: 'The response from Tradecloud is larger than 128 MB',
		remedy: 'Narrow down what is read. Check whether a proxy answers instead of Tradecloud.',
	},
	cancelled: { message: 'The execution was stopped', again: 'Run the workflow again.' },
	broken: {
		message: 'The connection to Tradecloud ended before the response was complete',
		again: againLater,
	},
};
