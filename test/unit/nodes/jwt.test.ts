/** Which access tokens count: those of an authority to the last bit, and nothing that resembles one. */
import fc from 'fast-check';
import jwt, { type SignOptions } from 'jsonwebtoken';

import { runs } from '../../runs';
import { findingInClaims, isSignedBy, parseJwt } from '../../../nodes/Tradecloud/webhook/entra/jwt';
import { newKey } from '../../sandbox';

const now = 1_800_000_000;
const parties = { issuer: 'https://authority.example/', audience: 'api://webhook' };
const claims = { iss: parties.issuer, aud: parties.audience, nbf: now, exp: now + 3600 };
const key = newKey();
const stranger = newKey();

function signed(payload: object, options: SignOptions = {}, { privateKey } = key): string {
	const form = { algorithm: 'RS256', keyid: key.keyId, ...options } as const;
	return jwt.sign(JSON.stringify(payload), privateKey, form);
}

function isAccepted(token: string, time = now): boolean {
	const read = parseJwt(token);
	return (
		read !== undefined &&
		isSignedBy(key.publicKey, read) &&
		findingInClaims(read, parties, time) === undefined
	);
}

const valid = signed(claims);
const position = fc.nat(valid.length - 1);
const anyPart = fc
	.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' }))
	.map((text) => Buffer.from(text).toString('base64url'));

test('accepts the token itself', () => {
	expect(isAccepted(valid)).toBe(true);
});

test('refuses a token of which one character is another', () => {
	fc.assert(
		fc.property(position, fc.string({ minLength: 1, maxLength: 1 }), (place, character) => {
			const changed = valid.slice(0, place) + character + valid.slice(place + 1);
			return changed === valid || !isAccepted(changed);
		}),
		runs(200),
	);
});

test('refuses a token whose last bits, of which the signature does not use all, are others', () => {
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
	const others = [...alphabet].filter((character) => character !== valid.at(-1));
	expect(others.filter((last) => isAccepted(valid.slice(0, -1) + last))).toEqual([]);
});

test('refuses a token that is shorter or longer, at its end or within', () => {
	fc.assert(
		fc.property(position, fc.string({ maxLength: 5 }), fc.nat(5), (place, added, removed) => {
			const changed = valid.slice(0, place) + added + valid.slice(place + removed);
			return changed === valid || !isAccepted(changed);
		}),
		runs(200),
	);
	for (const more of ['=', '.', ' ', '\n', '\0', '.e30'])
		expect(isAccepted(valid + more)).toBe(false);
});

test('refuses a signature below another header or other claims', () => {
	const [header, payload, signature] = valid.split('.');
	fc.assert(
		fc.property(anyPart, (part) => {
			const tokens = [
				[part, payload, signature],
				[header, part, signature],
				[header, payload, part],
			].map((parts) => parts.join('.'));
			return tokens.every((token) => token === valid || !isAccepted(token));
		}),
	);
});

test('refuses whatever else is sent, and never throws', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.array(anyPart).map((parts) => parts.join('.')),
			),
			(token) => !isAccepted(token),
		),
	);
});

test('judges whatever claims the authority has signed, and never throws', () => {
	fc.assert(
		fc.property(fc.json(), (payload) => {
			const token = signed(JSON.parse(payload) as object);
			return !isAccepted(token);
		}),
		runs(10),
	);
});

test.each([
	['another key has signed', signed(claims, {}, stranger)],
	['has no name of its key', signed(claims, { keyid: '' })],
	['RS512 has signed', signed(claims, { algorithm: 'RS512' })],
	['PS256 has signed', signed(claims, { algorithm: 'PS256' })],
	['asks for an extension', signed(claims, { header: { alg: 'RS256', crit: ['exp'] } })],
	['asks for no extension in particular', signed(claims, { header: { alg: 'RS256', crit: [] } })],
	['is longer than any header', signed({ ...claims, roles: 'x'.repeat(20_000) })],
	[
		'has its claims in the prototype',
		signed(JSON.parse(`{"__proto__":${JSON.stringify(claims)}}`) as object),
	],
])('refuses a token that %s', (_case, token) => {
	expect(token.split('.')).toHaveLength(3);
	expect(isAccepted(token)).toBe(false);
});

test.each([
	[-61, false],
	[-60, true],
	[3659, true],
	[3660, false],
])('at %i seconds after its beginning a token of an hour is accepted: %p', (seconds, accepted) => {
	expect(isAccepted(valid, now + seconds)).toBe(accepted);
});

test.each<[string, object]>([
	['no issuer', { iss: undefined }],
	['another issuer', { iss: 'https://authority.example' }],
	['a list of issuers', { iss: [parties.issuer] }],
	['no audience', { aud: undefined }],
	['another audience', { aud: 'api://webhook/' }],
	['an audience around the right one', { aud: { 0: parties.audience } }],
	['other audiences', { aud: ['api://other', 'api://WEBHOOK', null] }],
	['a list within the list of audiences', { aud: [[parties.audience]] }],
	['no expiry', { exp: undefined }],
	['an expiry in words', { exp: '2100-01-01' }],
	['an expiry as text', { exp: String(now + 3600) }],
	['null as its beginning', { nbf: null }],
	['a beginning as text', { nbf: String(now) }],
])('refuses a token with %s, though the authority signed it', (_case, difference) => {
	expect(isAccepted(signed({ ...claims, ...difference }))).toBe(false);
});

test.each<[string, object]>([
	['several audiences', { aud: ['api://other', parties.audience] }],
	['no beginning', { nbf: undefined }],
	['claims of which nothing is known', { ['__proto__']: { exp: 0 }, roles: [{}], sub: null }],
])('accepts a token with %s', (_case, difference) => {
	expect(isAccepted(signed({ ...claims, ...difference }))).toBe(true);
});
