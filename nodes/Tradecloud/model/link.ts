/** Links that somebody else wrote, and whether n8n may follow them: they must not reach into a private network. */
import { addressOf, isWithin, rangeOf, type Range } from './addresses';

/** What IANA's registries of special purposes keep from the internet, and multicast. */
const notOnInternet = ranges(
	'0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3',
);

/** The part of IPv6 that is given out to the internet; NAT64, private and local addresses are outside of it. */
const onInternet = ranges('2000::/3');

/** Teredo and other protocols, documentation, 6to4, which spells IPv4 addresses, and documentation again. */
const notOnInternetWithin = ranges('2001::/23 2001:db8::/32 2002::/16 3fff::/20');

/**
 * Names that stand for this machine or the network around it (RFC 6761, RFC 6762 with its appendix G,
 * RFC 8375), and those of Kubernetes' services.
 */
const localName =
	/^[^.]*$|(^|\.)(localhost|local|localdomain|internal|intranet|private|corp|home|lan|svc|home\.arpa)$/;

/** `localhost`, 127.0.0.0/8 and ::1, as the `URL` class writes them. */
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Whether an address is that of this machine itself. */
function isLoopback({ hostname }: URL): boolean {
	return loopback.test(hostname);
}

/** Whether nobody can read along on the way to an address: https, or http on this machine itself. */
export function isSafe(url: URL): boolean {
	return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

/**
 * Whether a link may be followed: by https, without a login in it, and neither to an address nor to
 * a name of a private network. Where Tradecloud itself is on this machine, as the sandbox is, its
 * links may lead there.
 *
 * @param base the URL of the one who gave the link
 */
export function mayFollow(link: URL, base: URL): boolean {
	if (link.username || link.password || !isSafe(link)) return false;
	return isOnInternet(link) || (isLoopback(link) && isLoopback(base));
}

/** `URL` has turned decimal, octal and hexadecimal spellings of IPv4 into the usual one. */
function isOnInternet({ hostname }: URL): boolean {
	const name = hostname.replace(/\.+$/, '');
	const address = addressOf(name.replace(/^\[|\]$/g, ''));
	if (!address) return !localName.test(name);
	if (address.bits === 32) return !isWithin(address, notOnInternet);
	return isWithin(address, onInternet) && !isWithin(address, notOnInternetWithin);
}

function ranges(list: string): Range[] {
	return list.split(' ').map((entry) => rangeOf(entry)!);
}
