/** Which Authorization headers are those of the secrets in the credential. */
import fc from 'fast-check';

import { isAuthentic } from '../../../nodes/Tradecloud/webhook/authentication';

const secrets = { webhookUsername: 'n8n', webhookPassword: 'a:b', webhookToken: 'token' };

function basic(credentials: string): string {
	return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

test('Basic authentication accepts any user name without a colon, and any password', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => !name.includes(':')),
			fc.string({ unit: 'grapheme', minLength: 1 }),
			(webhookUsername, webhookPassword) =>
				isAuthentic('basicAuth', basic(`${webhookUsername}:${webhookPassword}`), {
					...secrets,
					webhookUsername,
					webhookPassword,
				}),
		),
	);
});

test('Basic authentication accepts nothing but the secrets', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.string().map(basic),
				fc.string().map((more) => basic(`n8n:a:b${more}x`)),
			),
			(header) => !isAuthentic('basicAuth', header, secrets),
		),
	);
});

test('Bearer authentication accepts nothing but the token', () => {
	fc.assert(
		fc.property(
			fc
				.oneof(
					fc.string(),
					fc.string().map((token) => `Bearer ${token}`),
				)
				.filter((header) => !/^ *bearer +token *$/i.test(header)),
			(header) => !isAuthentic('bearerAuth', header, secrets),
		),
	);
	expect(isAuthentic('bearerAuth', 'Bearer token', secrets)).toBe(true);
});
