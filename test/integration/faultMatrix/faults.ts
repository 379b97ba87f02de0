/** The rows of the fault matrix: what may befall a call of Tradecloud. */
import { AxiosError } from 'axios';

import type { ApiVersion } from '../../../nodes/Tradecloud/model/credential';
import type { Fault } from '../../sandbox';
import type { Throwing } from './thrown';

/** One fault, and how the tests call it. */
export interface FaultRow {
	name: string;
	/** What befalls the operation's own call. */
	call?: Fault;
	/** What befalls the login before it. */
	login?: Fault;
	/** The password in the credential, where it is not the right one. */
	password?: string;
	/** Whether connections are refused. */
	isRefused?: boolean;
	/** Whether n8n itself lets nothing through, which nobody foresees. */
	isGuarded?: boolean;
	/** What else nobody foresees. */
	thrown?: Throwing;
	/**
	 * Whether Tradecloud has processed the call when it comes, so that only the answer is lost:
	 * never where it is left out. Of what only reads there is nothing to process.
	 */
	isProcessed?: 'maybe' | 'always';
	/** The node's 'Timeout', where the fault is about it. */
	timeout?: number | string;
	/** Whether it never goes away by itself. */
	isLastingOnly?: boolean;
	/** The generations of the API that know it; both where it is left out. */
	apiVersion?: ApiVersion;
	/** Whether it can befall the link behind which a file lies, at an address of its own: also, or alone. */
	ofLink?: 'also' | 'alone';
}

/** Far more than the sandbox needs for the call that succeeds afterwards. */
const timeout = 4_000;

const answer = (status: number, more: Partial<Fault> = {}): Pick<FaultRow, 'call' | 'ofLink'> => ({
	call: { status, ...more },
	ofLink: 'also',
});

const html = { body: '<html><body>Maintenance</body></html>', contentType: 'text/html' };
const refusal = JSON.stringify({ error: 'The role integration is required' });

export const faults: FaultRow[] = [
	{ name: '429 with Retry-After', ...answer(429, { headers: { 'Retry-After': '1' } }) },
	{ name: '429 without Retry-After', ...answer(429) },
	{ name: '500', ...answer(500), isProcessed: 'maybe' },
	{ name: '502', ...answer(502, html), isProcessed: 'maybe' },
	{ name: '503', ...answer(503), isProcessed: 'maybe' },
	{ name: '504', ...answer(504, html), isProcessed: 'maybe' },
	{ name: 'connection refused', isRefused: true },
	{ name: "refused by n8n's guard of addresses", isGuarded: true, isLastingOnly: true },
	{
		name: 'a slip of our own (TypeError)',
		thrown: { error: () => new TypeError("Cannot read properties of undefined (reading 'x')") },
		isLastingOnly: true,
		ofLink: 'also',
	},
	{
		name: 'a body over the limit',
		thrown: { error: () => new AxiosError('Request body larger than limit', 'ERR_BAD_REQUEST') },
		isLastingOnly: true,
		ofLink: 'also',
	},
	{
		name: 'no room for the file (ENOSPC)',
		thrown: {
			error: () => Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }),
			isOfStore: true,
		},
		isLastingOnly: true,
		ofLink: 'alone',
	},
	{ name: "a 'Timeout' that is no number", timeout: "={{ 'abc' }}", isLastingOnly: true },
	{
		name: 'connection broken before the answer',
		call: { reset: true },
		isProcessed: 'maybe',
		ofLink: 'also',
	},
	{
		name: 'connection broken amid the answer',
		call: { resetMidAnswer: true },
		isProcessed: 'always',
		ofLink: 'also',
	},
	{
		name: 'no answer in time',
		call: { delayMs: 100 * timeout, reset: true },
		timeout,
		isProcessed: 'maybe',
		ofLink: 'also',
	},
	{ name: 'JSON that is cut off', call: { body: '{"ok":true,"id":"7' }, isProcessed: 'maybe' },
	{ name: 'HTML in place of JSON', call: html, isProcessed: 'maybe' },
	{ name: 'empty answer (200)', call: { status: 200, body: '' }, isProcessed: 'maybe' },
	{ name: 'empty answer (204)', call: { status: 204, body: '' }, isProcessed: 'always' },
	{ name: 'session expired (401)', call: { expireToken: true }, apiVersion: 'v2' },
	{ name: 'login not available (503)', login: { status: 503 }, apiVersion: 'v2' },
	{ name: 'login broken off', login: { reset: true }, apiVersion: 'v2' },
	{ name: 'wrong password (401)', password: 'not it', isLastingOnly: true, apiVersion: 'v2' },
	{
		name: 'wrong password (401), API v1',
		password: 'not it',
		isLastingOnly: true,
		apiVersion: 'v1',
	},
	{ name: 'role missing (403)', call: { status: 403, body: refusal }, isLastingOnly: true },
	{ name: 'link expired (403)', call: { status: 403 }, ofLink: 'alone' },
];
