/** What is read from an answer, or from a fault of the network or of anything else. */
import { AxiosError } from 'axios';
import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';

import {
	failureOfAnswer,
	failureOfThrown,
	mayBeProcessed,
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

/** What n8n makes of an error: n8n 2 keeps the cause in its own, and n8n 1 does not. */
const wrapped: Array<[string, (error: Error) => unknown]> = [
	['as it is', (error) => error],
	['from n8n 2', (error) => new NodeApiError({} as INode, error as unknown as JsonObject)],
	[
		'from n8n 1',
		(error) =>
			Object.assign(new NodeApiError({} as INode, error as unknown as JsonObject), {
				cause: undefined,
			}),
	],
];

describe.each(wrapped)('%s', (_from, thrown) => {
	test.each([
		['ECONNREFUSED', 'unreachable', true],
		['ENOTFOUND', 'unreachable', true],
		['UND_ERR_CONNECT_TIMEOUT', 'unreachable', true],
		['ECONNABORTED', 'timeout', true],
		['ETIMEDOUT', 'timeout', true],
		['ECONNRESET', 'broken', true],
		['EPIPE', 'broken', true],
		['ERR_CANCELED', 'cancelled', false],
		['CERT_HAS_EXPIRED', 'untrusted', false],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted', false],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted', false],
	])('%s is %s; trying again may help: %p', (code, kind, passes) => {
		const failure = failureOfThrown(thrown(new AxiosError('network', code)), 'request');
		expect(failure).toEqual({ kind, during: 'request', code });
		expect(mayPass(failure)).toBe(passes);
	});
});

test('what was not foreseen leaves it in doubt whether a request was processed that was on its way', () => {
	const onItsWay = new AxiosError('odd', 'ERR_ODD', undefined, {});
	expect(mayBeProcessed(failureOfThrown(onItsWay, 'request'))).toBe(true);
	expect(mayBeProcessed(failureOfThrown(onItsWay, 'login'))).toBe(false);
});
