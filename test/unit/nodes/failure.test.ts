/** What is read from an answer, or from a fault of the network. */
import {
	failureOfAnswer,
	failureOfThrown,
	mayPass,
	wordsOf,
} from '../../../nodes/Tradecloud/transport/failure';

describe('Tradecloud’s own words', () => {
	test.each([
		[{ error: 'No such order' }, 'No such order'],
		[{ message: 'No such order' }, 'No such order'],
		['No such order', 'No such order'],
		['<html><h1>Bad\n Gateway</h1></html>', 'Bad Gateway'],
		[{ errors: [{ field: 'a' }] }, '{"errors":[{"field":"a"}]}'],
		[{}, undefined],
		['', undefined],
		[undefined, undefined],
		['a'.repeat(1000), 'a'.repeat(300)],
	])('of %j are %j', (body, words) => {
		expect(wordsOf(body)).toBe(words);
	});

	test('never hold a login', () => {
		expect(wordsOf('got "Authorization: basic dXNlcjpwdw==" and bearer eyJh.bGci.Oi-J_9')).toBe(
			'got "Authorization: basic ***" and bearer ***',
		);
	});
});

describe('Retry-After', () => {
	const secondsOf = (value: string) =>
		failureOfAnswer(429, { 'retry-after': value }, undefined, 'request').retryAfterSeconds;

	test('is a number of seconds or a date', () => {
		expect(secondsOf('7')).toBe(7);
		expect(secondsOf(new Date(Date.now() + 60_000).toUTCString())).toBeGreaterThan(50);
		expect(secondsOf(new Date(0).toUTCString())).toBe(0);
	});

	test.each(['', 'soon'])('%j says nothing', (value) => {
		expect(secondsOf(value)).toBeUndefined();
	});
});

test.each([
	['ECONNREFUSED', 'unreachable', true],
	['ENOTFOUND', 'unreachable', true],
	['ECONNABORTED', 'timeout', true],
	['ETIMEDOUT', 'timeout', true],
	['ECONNRESET', 'broken', true],
	['EPIPE', 'broken', true],
	['ERR_CANCELED', 'cancelled', false],
	['CERT_HAS_EXPIRED', 'untrusted', false],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted', false],
])('%s is %s; trying again may help: %p', (code, kind, passes) => {
	const failure = failureOfThrown({ code }, 'request');
	expect(failure).toEqual({ kind, during: 'request', code });
	expect(mayPass(failure)).toBe(passes);
});
