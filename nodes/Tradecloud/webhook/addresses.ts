/** The list of IP addresses and ranges from which calls are accepted. */
import { UserError } from 'n8n-workflow';

interface Range {
	bits: 32 | 128;
	address: bigint;
	prefix: number;
}

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
		.map(rangeOf);
	const caller = parse(address ?? '');
	return (
		caller !== undefined &&
		ranges.some(({ bits, address: network, prefix }) => {
			const host = BigInt(bits - prefix);
			return bits === caller.bits && network >> host === caller.address >> host;
		})
	);
}

function rangeOf(entry: string): Range {
	const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
	const parsed = parse(address);
	if (!parsed || Number(prefix ?? 0) > parsed.bits) {
		throw new UserError(
			`'Allowed IPs' holds '${entry}', which is not an IP address. Enter addresses such as 35.204.224.107 or ranges such as 10.0.0.0/8, separated by commas.`,
		);
	}
	return { ...parsed, prefix: Number(prefix ?? parsed.bits) };
}

/** An IPv4 address that is mapped into IPv6 (`::ffff:192.0.2.1`) counts as the IPv4 address that it is. */
function parse(text: string): Pick<Range, 'bits' | 'address'> | undefined {
	const v4 = parseV4(text);
	if (v4 !== undefined) return { bits: 32, address: v4 };
	const v6 = parseV6(text);
	if (v6 === undefined) return undefined;
	return v6 >> 32n === 0xffffn
		? { bits: 32, address: v6 & 0xffffffffn }
		: { bits: 128, address: v6 };
}

function parseV4(text: string): bigint | undefined {
	if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return undefined;
	const bytes = text.split('.').map(Number);
	if (bytes.some((byte) => byte > 255)) return undefined;
	return bytes.reduce((address, byte) => (address << 8n) | BigInt(byte), 0n);
}

/** The `URL` class knows all spellings of IPv6, and writes each in the one canonical form. */
function parseV6(text: string): bigint | undefined {
	if (!/^[\da-f:.]+$/i.test(text) || !URL.canParse(`http://[${text}]`)) return undefined;
	const canonical = new URL(`http://[${text}]`).hostname.slice(1, -1);
	const [head, tail] = canonical.split('::').map((part) => part.split(':').filter(Boolean));
	const zeros = tail ? Array<string>(8 - head.length - tail.length).fill('0') : [];
	return [...head, ...zeros, ...(tail ?? [])].reduce(
		(address, group) => (address << 16n) | BigInt(`0x${group}`),
		0n,
	);
}
