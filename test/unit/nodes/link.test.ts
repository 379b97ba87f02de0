/** Which links of Tradecloud's n8n follows; ipaddr.js, which knows IANA's registries, is the measure of addresses. */
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';

import { runs } from '../../runs';
import { mayFollow } from '../../../nodes/Tradecloud/model/link';

const tradecloud = new URL('https://api.tradecloud1.com/v2');
const sandbox = new URL('http://127.0.0.1:4010/v2');

function follows(link: string, base = tradecloud): boolean {
	return mayFollow(new URL(link), base);
}

function rangeOf(hostname: string): string {
	return ipaddr.process(hostname.replace(/[[\]]/g, '')).range();
}

test.each([
	'https://files.tradecloud1.com/a?signature=b',
	'https://storage.googleapis.com:8443/a',
	'https://35.204.224.107/a',
	'https://[2a00:1450:4013:c00::80]/a',
	'https://[::ffff:35.204.224.107]/a',
	'https://localhost.example.com/a',
	'https://10.example.com/a',
	'https://internal.example.com./a',
])('%s is followed', (link) => {
	expect(follows(link)).toBe(true);
});

describe('not followed', () => {
	test.each([
		['unencrypted', 'http://files.tradecloud1.com/a'],
		['unencrypted to this machine', 'http://127.0.0.1/a'],
		['another protocol', 'ftp://files.tradecloud1.com/a'],
		['a file of this machine', 'file:///etc/passwd'],
		['with a user name', 'https://n8n@files.tradecloud1.com/a'],
		['with a password', 'https://:secret@files.tradecloud1.com/a'],
		['this machine', 'https://localhost/a'],
		['in capitals', 'https://LOCALHOST/a'],
		['with a dot at its end', 'https://localhost./a'],
		['with two dots at its end', 'https://localhost../a'],
		['a name below localhost', 'https://files.localhost/a'],
		['a percent-encoded name', 'https://%6cocalhost/a'],
		['a name in other letters', 'https://ｌｏｃａｌｈｏｓｔ/a'],
		['a name without a dot', 'https://vault/a'],
		['a name of the local network', 'https://printer.local/a'],
		['the metadata service of a cloud', 'https://metadata.google.internal/a'],
		['a name of the home network', 'https://router.home.arpa/a'],
		...['svc', 'lan', 'corp', 'intranet', 'home', 'private'].map((name) => [
			`a name of .${name}`,
			`https://vault.default.${name}/a`,
		]),
		['loopback', 'https://127.0.0.1/a'],
		['loopback, shortened', 'https://127.1/a'],
		['loopback with a dot at its end', 'https://127.0.0.1./a'],
		['loopback in decimal', 'https://2130706433/a'],
		['loopback in hexadecimal', 'https://0x7f000001/a'],
		['loopback in octal', 'https://0177.0.0.1/a'],
		['loopback in other digits', 'https://①②⑦.0.0.1/a'],
		['the unspecified address', 'https://0/a'],
		['10.0.0.0/8', 'https://10.1.2.3/a'],
		['172.16.0.0/12', 'https://172.31.255.255/a'],
		['192.168.0.0/16', 'https://192.168.1.1/a'],
		['carrier-grade NAT', 'https://100.127.0.1/a'],
		['link-local', 'https://169.254.169.254/a'],
		['multicast', 'https://224.0.0.1/a'],
		['broadcast', 'https://255.255.255.255/a'],
		['IPv6 loopback', 'https://[::1]/a'],
		['IPv6 unspecified', 'https://[::]/a'],
		['IPv6 private', 'https://[fc00::1]/a'],
		['IPv6 private', 'https://[fd12:3456::1]/a'],
		['IPv6 link-local', 'https://[fe80::1]/a'],
		['IPv6 multicast', 'https://[ff02::1]/a'],
		['mapped', 'https://[::ffff:10.0.0.1]/a'],
		['mapped, in hexadecimal', 'https://[::ffff:7f00:1]/a'],
		['IPv4-compatible', 'https://[::127.0.0.1]/a'],
		['NAT64', 'https://[64:ff9b::10.0.0.1]/a'],
		['local NAT64', 'https://[64:ff9b:1::10.0.0.1]/a'],
		['6to4', 'https://[2002:0a00:0001::1]/a'],
		['Teredo', 'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/a'],
	])('%s: %s', (_case, link) => {
		expect(follows(link)).toBe(false);
		expect(follows(link.replace('/a', ':8443/a'))).toBe(false);
	});

	test('any address outside of the internet, however it is spelled', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.ipV4Extended(),
					fc.ipV6().map((v6) => `[${v6}]`),
				),
				(address) => {
					const link = new URL(`https://${address}/a`);
					fc.pre(rangeOf(link.hostname) !== 'unicast');
					return !mayFollow(link, tradecloud);
				},
			),
			runs(200),
		);
	});
});

test('any IPv4 address of the internet is followed', () => {
	fc.assert(
		fc.property(fc.ipV4(), (address) => {
			fc.pre(rangeOf(address) === 'unicast');
			return follows(`https://${address}/a`);
		}),
		runs(200),
	);
});

describe('where Tradecloud is on this machine', () => {
	test.each(['http://127.0.0.1:4010/download/a', 'http://localhost/a', 'https://[::1]/a'])(
		'%s is followed',
		(link) => {
			expect(follows(link, sandbox)).toBe(true);
		},
	);

	test.each([
		'http://10.0.0.1/a',
		'https://10.0.0.1/a',
		'https://169.254.169.254/a',
		'http://files.tradecloud1.com/a',
		'http://n8n:secret@127.0.0.1/a',
		'https://printer.local/a',
	])('%s is not', (link) => {
		expect(follows(link, sandbox)).toBe(false);
	});
});
