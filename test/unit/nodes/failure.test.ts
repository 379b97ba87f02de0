/** What is read from an answer, or from a fault of the network. */
import {
	failureOfAnswer,
	failureOfThrown,
	mayPass,
} from '../../../nodes/Tradecloud/transport/failure';

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
