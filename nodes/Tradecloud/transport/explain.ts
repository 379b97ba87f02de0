/** The two sentences that a user reads about a call that did not succeed. */
import { didNotArrive, mayPass, type Failure } from './failure';

/** What happened, and what to do next. */
export interface Explanation {
	message: string;
	description: string;
}

/** What a call is about, in the user's words. */
export interface Subject {
	/** What is asked for, such as `purchase order '…'`. */
	subject: string;
	/** What it is that Tradecloud does not know when it answers 404, where that is not the subject. */
	unknown?: string;
	/** What a user needs for it, beside the role `integration`. */
	needs?: string;
	/** Whether it must not happen twice: then it is sent again only if it certainly did not arrive. */
	once?: boolean;
}

/** How often and how patiently the call was made. */
export interface Effort {
	attempts: number;
	timeoutMilliseconds: number;
}

/** Puts a failure into words. */
export function explain(failure: Failure, about: Subject, effort?: Effort): Explanation {
	const { message, remedy } =
		failure.kind === 'status' ? status(failure, about) : other(failure, effort);
	const tried = effort && effort.attempts > 1 ? `Tried ${effort.attempts} times. ` : '';
	const code = failure.code ? ` (${failure.code})` : '';
	const words = failure.words ? ` Tradecloud says: "${failure.words}"` : '';
	const doubt = about.once && mayPass(failure) && !didNotArrive(failure) ? doubtful : '';
	return { message, description: `${tried}${doubt}${remedy}${code}${words}` };
}

const doubtful =
	'It may have been processed all the same, and was not sent again so that nothing happens twice. Look it up in Tradecloud first. ';

interface Sentences {
	message: string;
	remedy: string;
}

function status(
	{ status = 0, during }: Failure,
	{ subject, unknown = subject, needs }: Subject,
): Sentences {
	if (status === 401) return notLoggedIn;
	if (status === 403) return notAllowed(needs);
	if (status === 404 && during === 'login') return noSuchAddress;
	if (status === 404) {
		return {
			message: `Tradecloud does not know ${unknown}`,
			remedy:
				"Check it for typing slips, and check that 'API Version' and 'Environment' of the Tradecloud API credential are those in which it exists.",
		};
	}
	if (status === 429) {
		return {
			message: 'Tradecloud received too many requests and did not take this one',
			remedy:
				"It takes at most 10 a second for all your integrations together. Run the workflow again later, or raise 'Retries' in the node's options.",
		};
	}
	if (status >= 500) {
		return {
			message: `Tradecloud is not available at the moment (status ${status})`,
			remedy: "Run the workflow again later, or raise 'Retries' in the node's options.",
		};
	}
	if (status >= 300 && status < 400) return noSuchAddress;
	return {
		message: `Tradecloud does not accept the request for ${subject} (status ${status})`,
		remedy: 'Check the values that were sent.',
	};
}

const notLoggedIn: Sentences = {
	message: 'Tradecloud does not accept the username or the password',
	remedy:
		"Check 'Username' and 'Password' in the Tradecloud API credential, and that the user belongs to the API version and environment chosen there.",
};

function notAllowed(needs = "the role 'integration'"): Sentences {
	return {
		message: `Tradecloud does not let this user do this: ${needs} is missing`,
		remedy:
			"Ask the admin of your company in Tradecloud to give the user of the Tradecloud API credential the role 'integration', or the authorisation for this company or operation.",
	};
}

const noSuchAddress: Sentences = {
	message: 'There is no Tradecloud API at the address of the credential',
	remedy:
		"Check 'API Version', 'Environment' and 'Base URL' in the Tradecloud API credential. The address ends with the version, such as /v2.",
};

function other({ kind }: Failure, effort?: Effort): Sentences {
	const again = "Run the workflow again later, or raise 'Retries' in the node's options.";
	switch (kind) {
		case 'timeout':
			return {
				message: `Tradecloud did not answer within ${(effort?.timeoutMilliseconds ?? 30_000) / 1000} seconds`,
				remedy: `${again} 'Timeout' in the node's options sets how long to wait.`,
			};
		case 'unreachable':
			return {
				message: 'Tradecloud cannot be reached',
				remedy: `Check this machine's connection to the internet, its proxy and firewall, and 'Base URL' in the Tradecloud API credential. ${again}`,
			};
		case 'untrusted':
			return {
				message: "The certificate of Tradecloud's address does not hold",
				remedy:
					"Check 'Base URL' in the Tradecloud API credential, and whether a proxy stands between n8n and Tradecloud.",
			};
		case 'notJson':
			return {
				message: 'The answer is not one of Tradecloud: it is not JSON',
				remedy:
					"Check 'Base URL' in the Tradecloud API credential, and whether a proxy or a maintenance page answers in place of Tradecloud.",
			};
		case 'cancelled':
			return { message: 'The execution was stopped', remedy: 'Run the workflow again.' };
		default:
			return {
				message: 'The connection to Tradecloud ended before the answer was complete',
				remedy: again,
			};
	}
}
