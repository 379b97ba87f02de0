/** The base URL that a credential leads to. */
import { baseUrl } from '../../../nodes/Tradecloud/model/credential';

function custom(url: string): string {
	return baseUrl({ apiVersion: 'v2', environment: 'custom', baseUrl: url });
}

test.each([
	['v2', 'production', 'https://api.tradecloud1.com/v2'],
	['v2', 'acceptance', 'https://api.accp.tradecloud1.com/v2'],
	['v1', 'production', 'https://portal.tradecloud.nl/api/v1'],
	['v1', 'acceptance', 'https://accp.tradecloud.nl/api/v1'],
	['v1', 'test', 'https://test.tradecloud.nl/api/v1'],
] as const)('API %s has its %s at %s', (apiVersion, environment, url) => {
	expect(baseUrl({ apiVersion, environment, baseUrl: '' })).toBe(url);
});

test('API v2 has no test environment', () => {
	expect(() => baseUrl({ apiVersion: 'v2', environment: 'test', baseUrl: '' })).toThrow(
		/'Environment'[^]*'test', which API v2 does not have\. Choose another/,
	);
});

test.each([
	['https://example.com/v2', 'https://example.com/v2'],
	[' https://example.com/v2/ ', 'https://example.com/v2'],
	['http://localhost:4010/v2', 'http://localhost:4010/v2'],
	['http://127.0.0.1:4010/v2//', 'http://127.0.0.1:4010/v2'],
	['http://[::1]:4010/v2', 'http://[::1]:4010/v2'],
])('%s is accepted', (given, url) => {
	expect(custom(given)).toBe(url);
});

test.each([
	'http://example.com/v2',
	'http://localhost.example.com/v2',
	'http://10.0.0.1/v2',
	'ftp://localhost/v2',
])('%s is refused, since only https is safe', (url) => {
	expect(() => custom(url)).toThrow(/which would send the password unencrypted/);
});

test.each([
	'',
	'example.com/v2',
	'https://user:secret@example.com/v2',
	'https://example.com/?a=b',
	'https://example.com/#a',
])('%s is refused as no plain address, and not repeated', (url) => {
	expect(() => custom(url)).toThrow(/is not a plain web address/);
	expect(() => custom(url)).not.toThrow(/secret/);
});
