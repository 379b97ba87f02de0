/** The list of IP addresses and ranges from which calls are accepted. */
import { UserError } from 'n8n-workflow';

import { addressOf, isWithin, rangeOf, type Range } from '../model/addresses';

/**
 * Whether an address is in a comma-separated list of IPv4 and IPv6 addresses and CIDR ranges. Some proxies
 * tell the caller's address with its port: `192.0.2.1:443`, `[2001:db8::1]:443`.
 *
 * @throws UserError for an entry that is neither, and for a list without any
 */
export function isAllowed(address: string | undefined, list: string): boolean {
	const ranges = list
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '')
		.map(entryOf);
	if (ranges.length === 0) {
		throw new UserError(
			"'Allowed IPs' holds no IP address. Enter at least one, or remove the option.",
		);
	}
	const [, v4, v6] = /^(?:([\d.]+):\d+|\[([^\]]+)\](?::\d+)?)$/.exec(address ?? '') ?? [];
	const caller = addressOf(v4 ?? v6 ?? address ?? '');
	return caller !== undefined && isWithin(caller, ranges);
}

function entryOf(entry: string): Range {
	const range = rangeOf(entry);
	if (range) return range;
	throw new UserError(
		`'Allowed IPs' holds '${entry}', which is not an IP address. Enter addresses such as 35.204.224.107 or ranges such as 10.0.0.0/8, separated by commas.`,
	);
}
