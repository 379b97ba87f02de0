/** What users read in the cells of the fault matrix. */
import type { Facts } from './cells';

export type Refusal = NonNullable<Facts['refusal']>;

/** The first words of each message, by a short name. */
export const labels: Record<string, string> = {
	busy: 'Tradecloud received too many requests',
	'not available': 'Tradecloud is not available',
	'not reached': 'Tradecloud cannot be reached',
	'broken off': 'The connection to Tradecloud ended',
	'no answer': 'Tradecloud did not answer within',
	incomplete: 'The response from Tradecloud is empty or cut off',
	'not JSON': 'The response did not come from Tradecloud',
	'not logged in': 'Tradecloud does not accept the username or the password',
	'session refused': 'Tradecloud accepts the username and the password, but not',
	'not allowed': 'Tradecloud does not allow this',
	'link expired': "Tradecloud's link to the file does not work",
	'wrong option': "The expression in 'Timeout' gave 'abc' instead of a whole number",
	unforeseen: 'n8n could not carry out the request to Tradecloud',
};

/** The short name of a message; a message that has none shows itself. */
export function labelOf({ message }: Refusal): string {
	const label = Object.keys(labels).find((name) => message.startsWith(labels[name]));
	return label ?? message;
}

/** A refusal without what differs from call to call, and without Tradecloud's own words. */
export interface Sentences {
	message: string;
	remedy: string;
	/** Whether it says that Tradecloud may have done it all the same. */
	isInDoubt: boolean;
}

const doubt = /It may have been processed all the same,[^]*only if it is not there\. ?/;

/** What the node itself says of a refusal. */
export function sentencesOf({ message, description }: Refusal): Sentences {
	return {
		message: message.replace(/(?<=status |within )[\d.]+/, '…'),
		remedy: description
			.replace(/ ?Tradecloud says: "[^]*"$/, '')
			.replace(/ ?\([A-Z_]+\)$/, '')
			.replace(/^Tried \d+ times\. /, '')
			.replace(doubt, ''),
		isInDoubt: doubt.test(description),
	};
}
