import { isAllowed } from '../../../nodes/Tradecloud/webhook/addresses';

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
		['10.0.0.1', ''],
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
])('%s is named as no address', (entry) => {
	expect(() => isAllowed('1.2.3.4', `10.0.0.1, ${entry}`)).toThrow(
		`'Allowed IPs' holds '${entry}', which is not an IP address.`,
	);
});
