/** Which addresses a list of them allows to call. */
import { BlockList, isIP } from 'node:net';

import fc from 'fast-check';

import { runs } from '../../runs';
import { isAllowed } from '../../../nodes/Tradecloud/webhook/allowedIps';

describe('an address is allowed', () => {
	test.each([
		['35.204.224.107', '35.204.224.107'],
		['35.204.224.107', ' 34.90.20.233 , 35.204.224.107 '],
		['10.255.0.1', '10.0.0.0/8'],
		['10.1.2.3', '0.0.0.0/0'],
		['::ffff:35.204.224.107', '35.204.224.107'],
		['::FFFF:23CC:E06B', '35.204.224.107'],
		['35.204.224.107', '::ffff:35.204.224.107'],
		['2001:db8::1', '2001:0DB8:0:0:0:0:0:1'],
		['2001:db8:ffff::1', '2001:db8::/32'],
		['fe80::1', 'fe80::/10'],
		['::1', '::/0'],
		['10.1.2.3', '::ffff:10.0.0.0/104'],
		['10.1.2.3', '::ffff:0:0/96'],
		['::ffff:10.1.2.3', '10.0.0.0/8'],
		['255.255.255.255', '255.255.255.255/32'],
		['64:ff9b::a00:1', '64:ff9b::/96'],
		['35.204.224.107:51234', '35.204.224.107'],
		['[::ffff:35.204.224.107]:51234', '35.204.224.107'],
		['[2001:db8::1]', '2001:db8::/32'],
		['[2001:db8::1]:443', '2001:db8::1'],
	])('%s by %s', (address, list) => {
		expect(isAllowed(address, list)).toBe(true);
	});
});

describe('an address is not allowed', () => {
	test.each([
		['35.204.224.108', '35.204.224.107'],
		['11.0.0.1', '10.0.0.0/8'],
		['10.0.0.128', '10.0.0.0/25'],
		['2001:db9::1', '2001:db8::/32'],
		['::1', '0.0.0.0/0'],
		['10.0.0.1', '::/0'],
		['not an address', '0.0.0.0/0, ::/0'],
		[undefined, '0.0.0.0/0, ::/0'],
		['11.0.0.1', '::ffff:10.0.0.0/104'],
		['64:ff9b::10.0.0.1', '10.0.0.0/8'],
		['::10.0.0.1', '10.0.0.1'],
		['10.0.0.1/8', '10.0.0.0/8'],
		['10.0.0.1, 35.204.224.107', '10.0.0.1'],
		['10.0.0.2:443', '10.0.0.1'],
		['10.0.0.1:', '10.0.0.1'],
		['10.0.0.1:x', '10.0.0.1'],
		['[10.0.0.1', '10.0.0.1'],
		['[::1]x', '::1'],
		['2001:db8::1:443', '2001:db8::1'],
		['010.0.0.1', '8.0.0.1, 10.0.0.1'],
		['167772161', '10.0.0.1'],
		['', '0.0.0.0/0, ::/0'],
	])('%s by %s', (address, list) => {
		expect(isAllowed(address, list)).toBe(false);
	});
});

test.each([
	'tradecloud1.com',
	'1.2.3',
	'1.2.3.256',
	'1.2.3.4/33',
	'1.2.3.4/x',
	'::1/129',
	':::',
	'1::2::3',
	'fe80::1%eth0',
	'1.2.3.4; 5.6.7.8',
	'1.2.3.4/',
	'1.2.3.4/-1',
	'1.2.3.4/8/8',
	'1.2.3.4/255.255.255.0',
	'[::1]',
	'::ffff:10.0.0.1/32',
	'0x0a.0.0.1',
	'010.0.0.1',
])('%s is named as no address', (entry) => {
	expect(() => isAllowed('1.2.3.4', `10.0.0.1, ${entry}`)).toThrow(
		`'Allowed IPs' holds '${entry}', which is not an IP address.`,
	);
});

test.each(['', ' ', ',', ' , ,'])('%j holds no address, which would lock out everybody', (list) => {
	expect(() => isAllowed('1.2.3.4', list)).toThrow("'Allowed IPs' holds no IP address.");
});

describe('Node’s own list of addresses agrees', () => {
	/** An address with a range that often holds it: both begin with the same bits. */
	const inRange = (bits: 32 | 128) =>
		fc
			.tuple(
				fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n }),
				fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n }),
				fc.nat(bits),
				fc.nat(bits),
			)
			.map(([network, other, same, prefix]) => {
				const mask = (1n << BigInt(bits - same)) - 1n;
				const address = (network & ~mask) | (other & mask);
				return { bits, network: spelled(bits, network), address: spelled(bits, address), prefix };
			});

	const mapped = spelled(128, 0xffffn << 32n).slice(0, -'0000:0000'.length);

	function spelled(bits: 32 | 128, value: bigint): string {
		const digits = bits === 32 ? 2 : 4;
		const groups = value
			.toString(16)
			.padStart(bits / 4, '0')
			.match(new RegExp(`.{${digits}}`, 'g'))!;
		return bits === 32 ? groups.map((group) => parseInt(group, 16)).join('.') : groups.join(':');
	}

	test.each([32, 128] as const)('on every address and range of %d bits', (width) => {
		fc.assert(
			fc.property(inRange(width), ({ bits, network, address, prefix }) => {
				const family = bits === 32 ? 'ipv4' : 'ipv6';
				// Mapped addresses are IPv4 addresses here, and have a test of their own.
				fc.pre(![network, address].some((text) => text.startsWith(mapped)));
				const list = new BlockList();
				list.addSubnet(network, prefix, family);
				return isAllowed(address, `${network}/${prefix}`) === list.check(address, family);
			}),
			runs(200),
		);
	});

	test('on every IPv4 address that is mapped into IPv6', () => {
		fc.assert(
			fc.property(inRange(32), ({ network, address, prefix }) => {
				const list = new BlockList();
				list.addSubnet(network, prefix, 'ipv4');
				const expected = list.check(`::ffff:${address}`, 'ipv6');
				expect(isAllowed(`::ffff:${address}`, `${network}/${prefix}`)).toBe(expected);
				expect(isAllowed(address, `::ffff:${network}/${prefix + 96}`)).toBe(expected);
			}),
			runs(200),
		);
	});
});

test('a text is an address where Node takes it for one', () => {
	const part = fc.oneof(
		fc.nat(300).map(String),
		fc.constantFrom('', '0', '01', '1.2', 'ffff', 'g'),
	);
	const almost = fc
		.tuple(fc.constantFrom('.', ':'), fc.array(part, { maxLength: 9 }))
		.map(([separator, parts]) => parts.join(separator));
	fc.assert(
		fc.property(
			fc.oneof(almost, fc.string(), fc.ipV4(), fc.ipV4Extended(), fc.ipV6(), fc.domain()),
			(text) => isAllowed(text, '0.0.0.0/0, ::/0') === (isIP(text) !== 0),
		),
		runs(500),
	);
});
