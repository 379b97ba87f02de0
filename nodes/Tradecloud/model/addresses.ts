/** IP addresses and ranges of them, in all their spellings. */

/** One address among all of IPv4 (32 bits) or of IPv6 (128 bits). */
export interface Address {
	bits: 32 | 128;
	value: bigint;
}

/** The addresses that begin with the same bits, as CIDR writes them: `10.0.0.0/8`. */
export interface Range extends Address {
	prefix: number;
}

/**
 * The address that a text spells; undefined when it spells none. An IPv4 address that is mapped into
 * IPv6 (`::ffff:192.0.2.1`) counts as the IPv4 address that it is.
 */
export function addressOf(text: string): Address | undefined {
	const v4 = parseV4(text);
	if (v4 !== undefined) return { bits: 32, value: v4 };
	const v6 = parseV6(text);
	if (v6 === undefined) return undefined;
	return isMapped(v6) ? { bits: 32, value: v6 & 0xffffffffn } : { bits: 128, value: v6 };
}

/** The range that a text spells, of one address where it has no slash; undefined when it spells none. */
export function rangeOf(text: string): Range | undefined {
	const [, base = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
	const address = addressOf(base);
	if (!address) return undefined;
	// The prefix of a mapped address counts from the beginning of the IPv6 address.
	const skipped = address.bits === 32 && base.includes(':') ? 96 : 0;
	const prefix = length === undefined ? address.bits : Number(length) - skipped;
	return prefix >= 0 && prefix <= address.bits ? { ...address, prefix } : undefined;
}

/** Whether an address is in one of the ranges. */
export function isWithin(address: Address, ranges: Range[]): boolean {
	return ranges.some(({ bits, value, prefix }) => {
		const host = BigInt(bits - prefix);
		return bits === address.bits && value >> host === address.value >> host;
	});
}

/** A byte with a leading zero is refused: some read it as an octal number, some do not. */
function parseV4(text: string): bigint | undefined {
	if (!/^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text)) return undefined;
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

function isMapped(v6: bigint): boolean {
	return v6 >> 32n === 0xffffn;
}
