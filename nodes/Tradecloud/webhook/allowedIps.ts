/** The list of IP addresses and ranges from which calls are accepted. */
import { UserError } from 'n8n-workflow';

import { addressOf, isWithin, rangeOf, type Range } from '../model/addresses';

/**
 * Whether an address is in a comma-separated list of IPv4 and IPv6 addresses and CIDR ranges.
 *
 * @throws UserError for an entry that is neither
 */
export function isAllowed(address: string | undefined, list: string): boolean {
	const ranges = list
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '')
		.map(entryOf);
	const caller = addressOf(address ?? '');
	return caller !== undefined && isWithin(caller, ranges);
}

function entryOf(entry: string): Range {
	const range = rangeOf(entry);
	if (range) return range;
	throw new UserError(
		`'Allowed IPs' holds '${entry}', which is not an IP address. Enter addresses such as 35.204.224.107 or ranges such as 10.0.0.0/8, separated by commas.`,
	);
}
